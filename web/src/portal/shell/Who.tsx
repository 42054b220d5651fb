import { LogOut, Monitor, Moon, Sun } from 'lucide-react'
import { Segments } from '../kit/Segments.tsx'
import { useLanguage } from '../language/language.tsx'
import { prefer, usePreferences } from '../settings/preferences.ts'
import { useViewer } from '../viewer/viewer.tsx'
import styles from './Who.module.css'

/** Who is signed in, how the page looks to them, and how they leave. */
export function Who() {
  const { texts } = useLanguage()
  const viewer = useViewer()
  const name = viewer.user?.displayName ?? viewer.name
  return (
    <div className={styles.who}>
      <ThemeChoice />
      <div className={styles.person}>
        <span className={styles.names}>
          <span className={styles.name}>{name}</span>
          <span className={styles.below}>
            {viewer.producerRole === null ? (viewer.user?.email ?? viewer.name) : texts.producerRole[viewer.producerRole]}
          </span>
        </span>
        <form method="post" action="/sign-out">
          <button type="submit" className={styles.leave}>
            <LogOut size={14} aria-hidden="true" />
            {texts.frame.signOut}
          </button>
        </form>
      </div>
    </div>
  )
}

/** Light, dark, or as the system is. */
export function ThemeChoice() {
  const { texts } = useLanguage()
  const t = texts.frame.theme
  const { theme } = usePreferences()
  return (
    <Segments
      label={t.label}
      value={theme}
      choose={(chosen) => prefer({ theme: chosen })}
      choices={[
        { value: null, icon: Monitor, name: t.system },
        { value: 'light', icon: Sun, name: t.light },
        { value: 'dark', icon: Moon, name: t.dark },
      ]}
    />
  )
}

import { LogOut } from 'lucide-react'
import { useLanguage } from '../language/language.tsx'
import { ThemeChoice } from '../settings/ThemeChoice.tsx'
import { useViewer } from '../viewer/viewer.tsx'
import styles from './UserMenu.module.css'

/** Who is signed in, how the page looks to them, and how they leave. */
export function UserMenu() {
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
            {viewer.producerRole === null
              ? (viewer.user?.email ?? viewer.name)
              : texts.producerRole[viewer.producerRole]}
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

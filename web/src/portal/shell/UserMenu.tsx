import { Gauge, LogOut } from 'lucide-react'
import type { ReactNode } from 'react'
import { useLanguage } from '../language/language.tsx'
import { ThemeChoice } from '../settings/ThemeChoice.tsx'
import { useViewer } from '../viewer/viewer.tsx'
import styles from './UserMenu.module.css'

/**
 * Who is signed in, how the page looks to them, and how they leave.
 *
 * @param other leads the producer's people to the other part of the page; without it, to the operator console
 */
export function UserMenu({ other }: { other?: ReactNode }) {
  const { texts } = useLanguage()
  const viewer = useViewer()
  const name = viewer.user?.displayName ?? viewer.name
  return (
    <div className={styles.who}>
      {viewer.producerRole !== null &&
        viewer.viewingAs === null &&
        (other ?? (
          <a className={styles.other} href="/console/">
            <Gauge size={14} aria-hidden="true" />
            {texts.frame.console}
          </a>
        ))}
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

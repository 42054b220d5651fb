import { useLanguage } from '../language/language.tsx'
import styles from './rows.module.css'

const yearMs = 365 * 86_400_000

/** Whether somebody was last seen more than a year ago. */
export function isUnseen(at: string | null, now = Date.now()): boolean {
  return at !== null && now - Date.parse(at) > yearMs
}

/** When somebody was last seen, in words. */
export function Seen({ at }: { at: string | null }) {
  const { texts, format } = useLanguage()
  if (at === null) {
    return <span className={styles.muted}>{texts.people.neverSeen}</span>
  }
  return (
    <time
      dateTime={at}
      title={format.moment(at)}
      className={isUnseen(at) ? `${styles.when} ${styles.soon}` : styles.when}
    >
      {format.ago(at)}
    </time>
  )
}

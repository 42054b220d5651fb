import { useLanguage } from '../language/language.tsx'
import styles from './Skeleton.module.css'

/** Rows of the height of those that will come, so that nothing moves when they do. */
export function Skeleton({ rows }: { rows: number }) {
  const { texts } = useLanguage()
  return (
    <output className={styles.rows} aria-label={texts.loading}>
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} className={styles.row}>
          <span className={styles.bar} />
        </span>
      ))}
    </output>
  )
}

import type { ReactNode } from 'react'
import styles from './Notice.module.css'

/** What a page says in place of rows: why there are none, and what can be done. */
export function Notice({ title, children, role }: { title: string; children?: ReactNode; role?: 'alert' | 'status' }) {
  return (
    <div className={styles.notice} role={role}>
      <p className={styles.title}>{title}</p>
      {children !== undefined && children !== false && <div className={styles.next}>{children}</div>}
    </div>
  )
}

import type { ReactNode } from 'react'
import styles from './Notice.module.css'

/**
 * What a page says in place of rows: why there are none, and what can be done.
 *
 * @param whole whether it is all that the page says, so that its title is that of the page
 */
export function Notice({
  title,
  children,
  role,
  whole = false,
}: {
  title: string
  children?: ReactNode
  role?: 'alert' | 'status'
  whole?: boolean
}) {
  const Title = whole ? 'h1' : 'p'
  return (
    <div className={styles.notice} role={role}>
      <Title className={styles.title}>{title}</Title>
      {children !== undefined && children !== false && <div className={styles.next}>{children}</div>}
    </div>
  )
}

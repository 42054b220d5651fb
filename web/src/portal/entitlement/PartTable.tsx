import type { ReactNode } from 'react'
import { Notice } from '../kit/Notice.tsx'
import styles from './PartTable.module.css'

/** A small table of a part of a line item. Below 720 px a row takes two or three lines. */
export function PartTable({ head, name, children }: { head: readonly string[]; name: string; children: ReactNode }) {
  return (
    <table className={styles.table} aria-label={name}>
      <thead>
        <tr>
          {head.map((text) => (
            <th key={text} scope="col">
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}

/** What a part says in place of rows. The line of the tabs is above it already. */
export function PartNotice({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={styles.notice}>
      <Notice title={title}>{children}</Notice>
    </div>
  )
}

import type { LucideIcon } from 'lucide-react'
import styles from './Status.module.css'

/** How much a state matters: it is as it should be, ends soon, is wrong now, or is neither. */
export type Tone = 'good' | 'soon' | 'wrong' | 'plain'

/** A state in words, with an icon and a colour. */
export function Status({
  tone,
  icon: Icon,
  title,
  children,
}: {
  tone: Tone
  icon: LucideIcon
  title?: string | undefined
  children: string
}) {
  return (
    <span className={styles.status} data-tone={tone} title={title}>
      <Icon size={14} aria-hidden="true" />
      {children}
    </span>
  )
}

import { Ban, CircleAlert, Mail } from 'lucide-react'
import { Status } from '../kit/Status.tsx'
import { useLanguage } from '../language/language.tsx'
import styles from './dialogs.module.css'

/** What becomes of a line of addresses. */
export type AddressResult = { is: 'invited' } | { is: 'unsure' } | { is: 'wrong' | 'left out'; why: string }

/** Each line of what was pasted, and what becomes of it. What is wrong is first. */
export function Addresses({ rows }: { rows: readonly { text: string; result: AddressResult }[] }) {
  const { texts } = useLanguage()
  const t = texts.people.inviting
  const order = ['wrong', 'left out', 'unsure', 'invited']
  const sorted = rows.toSorted((a, b) => order.indexOf(a.result.is) - order.indexOf(b.result.is))
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- whoever has no mouse scrolls with the keyboard
    <ul className={styles.lines} aria-label={t.lines} tabIndex={0}>
      {sorted.map(({ text, result }, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- the same line can be there twice
        <li key={`${text} ${place}`}>
          <span className={styles.text}>{text}</span>
          {result.is === 'invited' || result.is === 'unsure' ? (
            <Status tone={result.is === 'invited' ? 'good' : 'plain'} icon={Mail}>
              {result.is === 'invited' ? t.invited : t.unsure}
            </Status>
          ) : (
            <Status tone={result.is === 'wrong' ? 'wrong' : 'plain'} icon={result.is === 'wrong' ? CircleAlert : Ban}>
              {result.why}
            </Status>
          )}
        </li>
      ))}
    </ul>
  )
}

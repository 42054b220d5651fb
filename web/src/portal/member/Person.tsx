import { useLanguage } from '../language/language.tsx'
import styles from './rows.module.css'

/** A name, with the address below if it says more. */
export function Person({
  name,
  email,
  note,
  you = false,
}: {
  name: string
  email?: string | null | undefined
  note?: string | undefined
  you?: boolean
}) {
  const { texts } = useLanguage()
  const second = [email !== name ? email : null, note].filter(Boolean).join(' · ')
  return (
    <th scope="row" className={styles.name}>
      {name}
      {you && <span className={styles.you}>{texts.people.you}</span>}
      {second !== '' && <span className={styles.second}>{second}</span>}
    </th>
  )
}

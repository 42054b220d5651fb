import { Fragment } from 'react'
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
      {breakable(name)}
      {you && (
        <>
          {' '}
          <span className={styles.you}>{texts.people.you}</span>
        </>
      )}
      {second !== '' && <span className={styles.second}>{breakable(second)}</span>}
    </th>
  )
}

/** An address breaks before the dots of its domain, if it has to. Names break between words anyway. */
function breakable(text: string) {
  return text.split(/(?<=@.*)(?=\.)/u).map((part, place) => (
    // oxlint-disable-next-line react/no-array-index-key -- the parts are always in this order
    <Fragment key={place}>
      {place > 0 && <wbr />}
      {part}
    </Fragment>
  ))
}

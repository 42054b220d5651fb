import styles from './rows.module.css'

/** A name, with the address below if it says more. */
export function Person({ name, email, note }: { name: string; email?: string | null | undefined; note?: string | undefined }) {
  const second = [email !== name ? email : null, note].filter(Boolean).join(' · ')
  return (
    <th scope="row" className={styles.name}>
      {name}
      {second !== '' && <span className={styles.second}>{second}</span>}
    </th>
  )
}

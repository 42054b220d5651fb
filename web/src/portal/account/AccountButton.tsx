import { ChevronsUpDown } from 'lucide-react'
import { useLanguage } from '../language/language.tsx'
import styles from './AccountButton.module.css'

/** Shows the account, and opens the choice of another. */
export function AccountButton({ name, below, open }: { name: string; below: string; open: () => void }) {
  const { texts } = useLanguage()
  return (
    <button type="button" className={styles.button} title={texts.account.switch} aria-haspopup="dialog" onClick={open}>
      <span className={styles.name}>{name}</span>
      <span className={styles.below}>{below}</span>
      <ChevronsUpDown size={14} aria-hidden="true" />
    </button>
  )
}

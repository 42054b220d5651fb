import { Link } from '@tanstack/react-router'
import { useTexts } from '../../language/screenTexts.ts'
import styles from '../../kit/Choice.module.css'
import { texts as table } from './texts.ts'

/** Says that there are no customers yet, and leads to where they are entered. */
export function NoCustomers() {
  const t = useTexts(table)
  return (
    <p className={styles.none}>
      {t.none} <Link to="/console">{t.console}</Link>
    </p>
  )
}

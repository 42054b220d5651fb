import { Link } from '@tanstack/react-router'
import { useTexts } from '../../language/screenTexts.ts'
import { useViewer } from '../../viewer/viewer.tsx'
import styles from '../../kit/Choice.module.css'
import { texts as table } from './texts.ts'

/** Says that there are no customers yet, and leads operators to where they are entered. */
export function NoCustomers() {
  const t = useTexts(table)
  return (
    <p className={styles.none}>
      {t.none} {useViewer().producerRole === 'OPERATOR' && <Link to="/console">{t.console}</Link>}
    </p>
  )
}

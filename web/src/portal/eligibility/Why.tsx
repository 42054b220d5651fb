import { useState } from 'react'
import { laterDialog } from '../kit/later.tsx'
import { useTexts } from '../language/screenTexts.ts'
import styles from './Why.module.css'
import { texts } from './why.ts'

const EligibilityDialog = laterDialog(async () => (await import('./EligibilityDialog.tsx')).EligibilityDialog)

/**
 * Opens what may be done with a right, with all reasons against it.
 *
 * @param on is the day that is asked about; null is today
 */
export function Why({ line, on }: { line: string; on: string | null }) {
  const t = useTexts(texts)
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className={styles.why} title={t.title} onClick={() => setOpen(true)}>
        {t.why}
      </button>
      {open && <EligibilityDialog line={line} on={on} close={() => setOpen(false)} />}
    </>
  )
}

import { useLanguage } from '../language/language.tsx'
import { Button } from './Button.tsx'
import styles from './DraftNotice.module.css'

/** Says that a dialog has what was entered before, and lets it begin anew. */
export function DraftNotice({ clear }: { clear: () => void }) {
  const { texts } = useLanguage()
  return (
    <p className={styles.kept}>
      {texts.change.kept} <Button onClick={clear}>{texts.change.beginAnew}</Button>
    </p>
  )
}

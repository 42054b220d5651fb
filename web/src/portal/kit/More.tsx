import { useLanguage } from '../language/language.tsx'
import { Button } from './Button.tsx'
import styles from './More.module.css'
import { pageSize } from './pages.ts'

/** Says how many rows of a list are shown, and shows more. */
export function More({
  shown,
  all,
  waits,
  show,
}: {
  shown: number
  all: number
  waits: boolean
  show: (() => void) | undefined
}) {
  const { texts } = useLanguage()
  if (all <= 1) {
    return null
  }
  return (
    <div className={styles.more}>
      {show && (
        <Button disabled={waits} onClick={show}>
          {texts.entitlements.more(Math.min(pageSize, all - shown))}
        </Button>
      )}
      <output>{texts.entitlements.shown(shown, all)}</output>
    </div>
  )
}

import { Button } from '../kit/Button.tsx'
import { useLanguage } from '../language/language.tsx'
import styles from './rows.module.css'
import { pageSize } from './usePages.ts'

/** Says how many rows are shown, and shows more. */
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
      <span>{texts.entitlements.shown(shown, all)}</span>
    </div>
  )
}

import { useLanguage } from '../language/language.tsx'
import styles from './UseBar.module.css'

/** An amount of the contract: null if the viewer does not see it. */
export type Amount = { amount: string | null; unlimited: boolean } | null

/** How much of a right is in use, as a bar and in numbers, with its unit below. */
export function UseBar({ used, granted, unit }: { used: Amount; granted: Amount; unit: string }) {
  const { texts, format } = useLanguage()
  if (granted === null || used === null) {
    return null
  }
  const inUse = used.amount === null ? '0' : format.decimal(used.amount)
  if (granted.unlimited || granted.amount === null) {
    return (
      <span className={styles.use}>
        <span className={styles.numbers}>
          {inUse} <span className={styles.of}>· {texts.line.unlimited}</span>
        </span>
        <span className={styles.unit}>{unit}</span>
      </span>
    )
  }
  const whole = Number(granted.amount)
  const part = Number(used.amount ?? '0')
  const all = format.decimal(granted.amount)
  return (
    <span className={styles.use}>
      <meter
        className={styles.bar}
        data-over={part > whole}
        min={0}
        max={whole > 0 ? whole : 1}
        value={Math.min(part, whole)}
        aria-label={texts.line.usedOf(inUse, all, unit)}
      />
      <span className={styles.numbers}>
        {inUse} <span className={styles.of}>{texts.line.of('', all).trim()}</span>
      </span>
      <span className={styles.unit}>{unit}</span>
    </span>
  )
}

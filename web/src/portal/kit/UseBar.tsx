import { useLanguage } from '../language/language.tsx'
import type { Messages } from '../language/en.ts'
import { type Unit as UnitName, unitIn } from '../language/units.ts'
import styles from './UseBar.module.css'

/** An amount of the contract: null if the viewer does not see it. */
export type Amount = { amount: string | null; unlimited: boolean } | null

/** The name of a unit beside an amount of it. */
export function unitName(amount: Amount, unit: UnitName, texts: Messages): string {
  const { singular, plural } = unitIn(texts, unit)
  return amount !== null && !amount.unlimited && Number(amount.amount) === 1 ? singular : plural
}

/** The name of a unit after "of" and an amount of it, as in "3 of 5 seats". */
export function unitAfterOf(amount: Amount, unit: UnitName, texts: Messages): string {
  const { ofSingular, ofPlural } = unitIn(texts, unit)
  return amount !== null && !amount.unlimited && Number(amount.amount) === 1 ? ofSingular : ofPlural
}

/**
 * How much of a right is in use, as a bar and in numbers, with its unit below.
 *
 * @param bare leaves the unit out below, because it is said elsewhere
 * @param left is said in place of the granted amount if the right has ended
 */
export function UseBar({
  used,
  granted,
  unit,
  bare = false,
  left,
}: {
  used: Amount
  granted: Amount
  unit: string | UnitName
  bare?: boolean
  left?: string
}) {
  const { texts, format } = useLanguage()
  if (granted === null || used === null) {
    return null
  }
  const name = typeof unit === 'string' ? unit : unitName(left === undefined ? granted : used, unit, texts)
  const inUse = used.amount === null ? '0' : format.decimal(used.amount)
  if (granted.unlimited || granted.amount === null) {
    return (
      <span className={styles.use}>
        <span className={styles.numbers}>
          {inUse} <span className={styles.of}>· {texts.line.unlimited}</span>
        </span>
        {!bare && <span className={styles.unit}>{name}</span>}
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
        value={whole > 0 ? Math.min(part, whole) : Math.min(part, 1)}
        aria-label={
          left === undefined
            ? texts.line.usedOf(inUse, all, typeof unit === 'string' ? unit : unitAfterOf(granted, unit, texts))
            : `${inUse} ${name} ${left}`
        }
      />
      <span className={styles.numbers}>
        {inUse} <span className={styles.of}>{left ?? texts.line.of('', all).trim()}</span>
      </span>
      {!bare && <span className={styles.unit}>{name}</span>}
    </span>
  )
}

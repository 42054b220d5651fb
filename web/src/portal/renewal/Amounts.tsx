import { unitName } from '../kit/UseBar.tsx'
import { useLanguage } from '../language/language.tsx'
import { useTexts } from '../language/screenTexts.ts'
import styles from './Renewals.module.css'
import type { Sum, UnitSum } from './sums.ts'
import { texts as table } from './texts.ts'

/** How many amounts are named; the others are only counted. */
const most = 4

/** Writes an amount with its unit. */
export function useAmount() {
  const { texts, format } = useLanguage()
  return ({ amount, unit }: UnitSum) =>
    `${format.decimal(amount)} ${unitName({ amount, unlimited: false }, unit, texts)}`
}

/** How much is due and how much is no longer covered, unit by unit. */
export function Amounts({
  sum,
  what = 'both',
  all = false,
}: {
  sum: Sum
  what?: 'due' | 'covered' | 'both'
  all?: boolean
}) {
  const { texts } = useLanguage()
  const t = useTexts(table)
  const amount = useAmount()
  const said = [
    ...(what === 'covered' ? [] : sum.due.map(amount)),
    ...(what === 'covered' || sum.unlimited === 0 ? [] : [t.unlimited(sum.unlimited)]),
    ...(what === 'due' ? [] : sum.covered.map((one) => t.covered(amount(one), texts.lines.coverage[one.kind]))),
  ]
  const shown = all || said.length <= most + 1 ? said : said.slice(0, most)
  return (
    <span className={styles.amounts}>
      {shown.map((text) => (
        <span key={text}>{text}</span>
      ))}
      {shown.length < said.length && <span>{t.moreUnits(said.length - shown.length)}</span>}
      {what !== 'covered' && sum.renewing > 0 && <span>{t.renewing(sum.renewing)}</span>}
      {what !== 'covered' && sum.held > 0 && <span>{t.held(sum.held)}</span>}
    </span>
  )
}

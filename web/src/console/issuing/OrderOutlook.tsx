import type { CoverageKind } from '../../portal/contract/types.ts'
import { useToday } from '../../portal/day/today.ts'
import { wordsOf } from '../../portal/kit/effects.ts'
import { type Format, isDay } from '../../portal/language/format.ts'
import { useLanguage } from '../../portal/language/language.tsx'
import { moneyIn } from '../../portal/language/money.ts'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { useInstalmentWords } from '../instalments/words.ts'
import styles from './Issuing.module.css'
import type { EnteredLine, EnteredOrder, Planned, PlannedLine } from './order.ts'
import { texts as table } from './texts.ts'

/** What an order becomes, in plain words: the rights with their days and coverage, and who gets a mail. */
export function OrderOutlook({
  planned,
  order,
  done = false,
}: {
  planned: Planned
  order: EnteredOrder
  /** Whether it has been issued. */
  done?: boolean
}) {
  const t = useTexts(table).outlook
  const address = order.shipToEmail.trim()
  return (
    <div className={styles.planned}>
      <p>
        <strong>{t.issued[order.state](planned.number || t.unnumbered, order.account?.name ?? '', done)}</strong>
      </p>
      <ol>
        {planned.lines.map((line, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- the lines are in the order of the input
          <PlannedRight key={place} line={line} entered={order.lines[place]} />
        ))}
      </ol>
      <p className={styles.muted}>{address === '' ? t.noMail : t.mail[order.state](address)}</p>
    </div>
  )
}

/** The day that a value is, be it as a text; null if it is none. */
function day(value: PlannedLine['price']): string | null {
  return value?.__typename === 'DayValue' ? value.day : value !== null && isDay(value.text) ? value.text : null
}

function PlannedRight({ line, entered }: { line: PlannedLine; entered: EnteredLine | undefined }) {
  const language = useLanguage()
  const t = useTexts(table).outlook
  const paid = useInstalmentWords()
  const { product, term, evergreen, cancelUntil, quantity, price, instalments, coverage } = line
  const { startsOn, startsLatestOn, endsOn } = line
  const today = useToday()
  const given = entered?.activationId.trim() ?? ''
  const words = (value: PlannedLine['price']) =>
    wordsOf(value, language, entered?.part?.unit ? [entered.part.unit] : [])
  const [from, to] = [day(startsOn), day(endsOn)]
  const days =
    from === null
      ? t.undated(day(startsLatestOn))
      : to === null
        ? `${t.from(from)}, ${t.withoutEnd}`
        : t.between(from, to)
  const kind = coverage?.kind?.__typename === 'EnumValue' ? (coverage.kind.value as CoverageKind) : null
  const rest = [
    ...(term?.__typename === 'EnumValue' && term.value === 'TRIAL' ? [t.trial] : []),
    days,
    ...(evergreen?.text === 'true' ? [t.evergreen(day(cancelUntil))] : []),
    ...(kind === null ? [] : [t.coverage(kind, day(coverage?.endsOn ?? null))]),
    ...(price === null ? [] : [priceIn(price.text, language.format)]),
  ]
  return (
    <li>
      {words(quantity)} <strong>{words(product)}</strong>
      <span className={styles.second}>{rest.join(' · ')}</span>
      {to !== null && to < today && <span className={styles.over}>{t.over(to)}</span>}
      {instalments !== null && <span className={styles.second}>{paid(instalments.text).join(', ')}</span>}
      <span className={styles.second}>{given === '' ? t.madeWhenIssued : given}</span>
    </li>
  )
}

/** A price that the contract writes as an amount and its currency, as the viewer's language writes it. */
function priceIn(text: string, format: Format): string {
  const [, amount, currency] = /^(\d+(?:\.\d+)?) ([A-Z]{3})$/u.exec(text) ?? []
  return amount === undefined || currency === undefined ? text : moneyIn({ amount, currency }, format)
}

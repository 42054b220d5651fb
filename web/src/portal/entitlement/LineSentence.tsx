import { useDay } from '../day/day.tsx'
import { Why } from '../eligibility/Why.tsx'
import { goesOn } from '../evergreen/term.ts'
import { useEvergreen } from '../evergreen/useEvergreen.ts'
import { addDays } from '../language/format.ts'
import { useLanguage } from '../language/language.tsx'
import { useTexts } from '../language/screenTexts.ts'
import styles from './Line.module.css'
import { coverageOn, type Stretch } from './coverage.ts'
import { graceOn } from './graceDays.ts'
import { amountInWords, type Detail } from './lineTimeline.ts'
import { nextAmount } from './nextAmount.ts'
import { endsSoon, lineState, renewableStatuses } from './states.ts'
import { texts as table } from './texts.ts'
import { withdrawnFrom } from './withdrawn.ts'

/** The line item in one sentence: how much of what, its state, and what ends first. */
export function LineSentence({ line }: { line: Detail }) {
  const { texts, format } = useLanguage()
  const { day, chosen } = useDay()
  const state = lineState(line, day)
  const first = firstEnd(line, day)
  const evergreen = useEvergreen()
  const own = useTexts(table)
  // What was withdrawn, or gave way to another right, grants nothing later.
  const next = line.status && renewableStatuses.includes(line.status) ? nextAmount(line, day) : null
  return (
    <p className={styles.sentence}>
      <strong>{amountInWords(line.quantity, line.unit, texts, format)}</strong>
      {state !== null && `, ${stateInWords(line, day, texts)}`}.{' '}
      {next && `${own.next(amountInWords(next.quantity, line.unit, texts, format), next.startsOn)} `}
      <Why line={line.id} on={chosen ?? null} />{' '}
      {state === 'STILL_IN_USE' && (
        <span className={styles.wrong}>
          {texts.lines.detail.stillActivated(format.decimal(line.used?.amount ?? '0'), Number(line.used?.amount))}
        </span>
      )}
      {state === 'OVER_USED' && (
        <span className={styles.wrong}>{texts.lines.detail.tooMany(format.decimal(line.excess?.amount ?? '0'))}</span>
      )}{' '}
      {first && (
        <span className={first.what === 'lapsed' ? styles.wrong : first.urgent ? styles.soon : undefined}>
          {texts.lines.detail.first[first.what](first.kind, first.day)}
        </span>
      )}
      {first?.later &&
        ` ${texts.lines.detail.coveredLater(texts.lines.later(first.later.from, first.later.to, first.again === true))}`}
      {line.evergreen && ` ${evergreen.sentence(line.evergreen)}`}
    </p>
  )
}

type Texts = ReturnType<typeof useLanguage>['texts']

/** How the state of the right goes on after the amount, such as "active for another 99 days". */
function stateInWords(line: Detail, day: string, texts: Texts): string {
  const t = texts.lines.detail.is
  switch (line.status) {
    case 'ACTIVE':
      return line.daysLeft === null ? t.withoutEnd : t.active(line.daysLeft - 1)
    case 'EXPIRED':
      return line.endsOn !== null && line.endsOn >= day
        ? t.paused
        : line.endsOn === null
          ? t.expired
          : t.ended(line.endsOn)
    case 'FUTURE':
      return line.startsOn === null ? t.future : t.begins(line.startsOn)
    case 'AWAITING_ACTIVATION':
      return t.waiting
    case 'WITHDRAWN': {
      const from = withdrawnFrom(line)
      return from === null ? t.other.WITHDRAWN : t.withdrawn(from)
    }
    case 'IN_GRACE': {
      const grace = graceOn(line, day)
      return grace === null ? t.other.IN_GRACE : t.inGrace(grace.to)
    }
    case null:
      return ''
    default:
      return t.other[line.status]
  }
}

type First = {
  what: 'coverage' | 'together' | 'withdrawn' | 'paused' | 'right' | 'lapsed' | 'never'
  kind: string
  day: string
  urgent: boolean
  /** The coverage that comes after a gap, and whether another one came before it. */
  later?: Stretch | null
  again?: boolean
}

/** What ends first of the right and its coverage, if anything is held and something can be said. */
function firstEnd(line: Detail, day: string): First | null {
  if (line.status !== 'ACTIVE' && line.status !== 'IN_GRACE') {
    return null
  }
  const kind = line.coverageInForce?.coverage.kind ?? 'MAINTENANCE'
  const withdrawn = withdrawnFrom(line)
  // Nothing else counts from then on, whatever the days of the right and its coverage say.
  if (withdrawn !== null && withdrawn > day) {
    return { what: 'withdrawn', kind, day: withdrawn, urgent: true }
  }
  const { now, later, again } = coverageOn(line, day, line.coverageInForce?.coverage.kind)
  const covered = now === null ? line.coverageEndsOn : now.to
  if (line.isCovered === false && covered !== null && covered < day) {
    return { what: 'lapsed', kind, day: addDays(covered, 1), urgent: true }
  }
  if (line.isCovered === false) {
    return { what: later ? 'paused' : 'never', kind, day, urgent: later !== null, later, again }
  }
  const renews = goesOn(line)
  if (covered === null || line.coveragePerpetual) {
    return line.endsOn === null || renews
      ? null
      : { what: 'right', kind, day: line.endsOn, urgent: endsSoon(line.endsOn, day) }
  }
  if (covered === line.endsOn) {
    return renews ? null : { what: 'together', kind, day: covered, urgent: endsSoon(covered, day), later, again }
  }
  const rightFirst = line.endsOn !== null && line.endsOn < covered && !renews
  const end = rightFirst ? line.endsOn! : covered
  return { what: rightFirst ? 'right' : 'coverage', kind, day: end, urgent: endsSoon(end, day), later, again }
}

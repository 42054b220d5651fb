import type { CoverageKind, Decision } from '../../portal/contract/types.ts'
import { isVoid, isVoiding } from '../../portal/entitlement/voided.ts'
import { type Days, daysIn, daysOfDecisionIn } from '../../portal/history/days.ts'
import { texts as history } from '../../portal/history/texts.ts'
import { useLanguage } from '../../portal/language/language.tsx'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { useValueNames } from '../shell/fields.tsx'
import type { ConsoleRightQuery, RightCoverageFragment, RightDecisionFragment, RightPeriodFragment } from './rights.ts'
import type { AboutOf } from './texts.ts'

/** A right with all that is recorded about it. */
export type RightOf = NonNullable<ConsoleRightQuery['lineItem']>

/** Writes the days of something, the last of which is part of it. */
export function useDaysInWords(): (of: Days) => string {
  const { days } = useTexts(history)
  return (of) => daysIn(of, days)
}

/** Writes the days of a decision. */
export function useDaysOfDecision(): (of: Days) => string {
  const { days } = useTexts(history)
  return (of) => daysOfDecisionIn(of, days)
}

type NamedCoverage = Days & { kind: CoverageKind; level: { name: string } | null }

/** What a coverage is called: its kind, its level, and its days. */
export function useCoverageName(): (coverage: NamedCoverage) => string {
  const { texts } = useLanguage()
  const days = useDaysInWords()
  return (coverage) =>
    [texts.lines.coverage[coverage.kind], coverage.level?.name, days(coverage)].filter(Boolean).join(', ')
}

/** What a decision is called. */
export function useDecisionName(): (kind: Decision) => string {
  const valueName = useValueNames()
  return (kind) => valueName('Decision', kind)
}

/** The last day of a period, in an order of texts; what has no end comes last. */
function endOf({ perpetual, endsOn }: RightPeriodFragment): string {
  return perpetual ? '9999-12-31' : (endsOn ?? '')
}

/**
 * The period with which a right ends, of those that count; of those with the same end, the one that was recorded last. A
 * period that an amendment ends earlier keeps its later end, with which the right does not end.
 */
export function lastPeriod({ endsOn, periods }: Pick<RightOf, 'endsOn' | 'periods'>): RightPeriodFragment | undefined {
  return (periods?.nodes ?? [])
    .filter((period) => !isVoid(period) && (endsOn === null || endOf(period) <= endsOn))
    .reduce<RightPeriodFragment | undefined>(
      (last, period) => (last === undefined || endOf(period) >= endOf(last) ? period : last),
      undefined,
    )
}

/** A decision, and what it is about. */
export type Decided = { decision: RightDecisionFragment; about: AboutOf }

const told = (about: AboutOf) => (decision: RightDecisionFragment) => ({ decision, about })

/** All decisions that have to do with a right, the newest first. Those that void something are told by what they void. */
export function decisionsOf({ decisions, entitlement, periods, coverageItems }: RightOf): Decided[] {
  const items = coverageItems?.nodes ?? []
  const ofPeriods = (periods?.nodes ?? []).flatMap((period) => period.decisions)
  const ofCoverages = items.flatMap(({ coverage }) => coverage.decisions)
  const ofItems = items.flatMap((item) => item.decisions)
  const all = [
    ...decisions.map(told('line')),
    ...entitlement.decisions.map(told('entitlement')),
    ...ofPeriods.filter((one) => !isVoiding(one)).map(told('period')),
    ...ofCoverages.filter((one) => !isVoiding(one)).map(told('coverage')),
    ...ofItems.map(told('item')),
  ]
  const once = new Map(all.map((one) => [one.decision.id, one]))
  return [...once.values()].toSorted((a, b) => (a.decision.recordedAt < b.decision.recordedAt ? 1 : -1))
}

/**
 * Whether something was voided because its draft was deployed with another day: in the moment in which the draft became
 * live. It was not wrong then.
 */
export function wasOfDraft(
  { decisions }: { decisions: readonly RightDecisionFragment[] },
  { entitlement }: Pick<RightOf, 'entitlement'>,
): boolean {
  const deployed = entitlement.decisions.find(({ kind, liftedAt }) => kind === 'DRAFT' && liftedAt !== null)?.liftedAt
  return decisions.some((decision) => isVoiding(decision) && decision.recordedAt === deployed)
}

/** Whether a decision can still be released: it stands, and has not ended by itself. */
export function canBeReleased({ kind, endsOn, liftedAt }: RightDecisionFragment, today: string): boolean {
  return kind !== 'DRAFT' && kind !== 'TEST' && liftedAt === null && (endsOn === null || endsOn >= today)
}

/** The first day from which on a coverage no longer covers a right, if its item is withdrawn. */
export function takenOut({ decisions }: Pick<RightCoverageFragment, 'decisions'>): RightDecisionFragment | undefined {
  return decisions.find(({ kind, liftedAt, perpetual }) => kind === 'WITHDRAWN' && perpetual && liftedAt === null)
}

import type { Decision, Term } from '../contract/types.ts'
import { addDays } from '../language/format.ts'
import { isVoid } from './voided.ts'

/** What tells how long a right is in grace: its periods, and the decisions about it. */
type Line = {
  decisions: readonly { kind: Decision; startsOn: string | null; endsOn: string | null }[]
  periodCount: {
    nodes: readonly ({
      term: Term
      startsOn: string | null
      endsOn: string | null
      graceDays: number
    } & Parameters<typeof isVoid>[0])[]
  } | null
}

/** Days of grace. The last one is part of them. */
export type GraceDays = { from: string; to: string }

/**
 * The days of grace after a last day: those of the license model, or those that were granted, whichever last longer, and
 * none from the day on which another period begins. Null if there are none.
 */
export function graceAfter({ decisions, periodCount }: Line, endsOn: string): GraceDays | null {
  const periods = (periodCount?.nodes ?? []).filter((period) => !isVoid(period))
  const from = addDays(endsOn, 1)
  const given = periods
    .filter((period) => period.endsOn === endsOn && period.term !== 'TRIAL')
    .map(({ graceDays }) => addDays(endsOn, graceDays))
  const granted = decisions.flatMap((one) =>
    one.kind === 'GRACE' && one.startsOn === from && one.endsOn !== null ? [one.endsOn] : [],
  )
  const next = periods.flatMap(({ startsOn }) => (startsOn !== null && startsOn > endsOn ? [startsOn] : [])).toSorted()
  const last = [...given, ...granted].toSorted().at(-1)
  if (last === undefined) {
    return null
  }
  const to = next[0] !== undefined && next[0] <= last ? addDays(next[0], -1) : last
  return to < from ? null : { from, to }
}

/** The days of grace that contain a day: those after the last period that ended before it. */
export function graceOn(line: Line, day: string): GraceDays | null {
  const ended = (line.periodCount?.nodes ?? [])
    .filter((period) => !isVoid(period))
    .flatMap(({ endsOn }) => (endsOn !== null && endsOn < day ? [endsOn] : []))
    .toSorted()
    .at(-1)
  const grace = ended === undefined ? null : graceAfter(line, ended)
  return grace !== null && day <= grace.to ? grace : null
}

/** The days of grace after each period of a right, in the order of their days. */
export function gracesOf(line: Line): GraceDays[] {
  const ends = (line.periodCount?.nodes ?? []).flatMap((period) =>
    period.endsOn === null || isVoid(period) ? [] : [period.endsOn],
  )
  return [...new Set(ends)].toSorted().flatMap((endsOn) => graceAfter(line, endsOn) ?? [])
}

import type { Decision } from '../contract/types.ts'

type Decided = { kind: Decision; startsOn: string | null; endsOn: string | null }

/**
 * The first day on which a right is withdrawn without an end, by a decision about itself or its entitlement. Null if it is
 * not, or if it is so on all days.
 */
export function withdrawnFrom(line: {
  decisions: readonly Decided[]
  entitlement: { decisions: readonly Decided[] }
}): string | null {
  const withdrawals = [...line.decisions, ...line.entitlement.decisions].filter(
    ({ kind, endsOn }) => kind === 'WITHDRAWN' && endsOn === null,
  )
  const days = withdrawals.flatMap(({ startsOn }) => (startsOn === null ? [] : [startsOn]))
  return days.length < withdrawals.length ? null : (days.toSorted()[0] ?? null)
}

import type { Decision } from '../contract/types.ts'

/** A decision, as far as it tells whether it voids what it is about. */
type Decided = { kind: Decision; startsOn: string | null; perpetual: boolean; liftedAt: string | null }

/** Whether a decision withdraws something on all days, and so voids it. */
export function isVoiding({ kind, startsOn, perpetual, liftedAt }: Decided): boolean {
  return kind === 'WITHDRAWN' && startsOn === null && perpetual && liftedAt === null
}

/** Whether something was voided: it holds on no day. */
export function isVoid({ decisions }: { decisions: readonly Decided[] }): boolean {
  return decisions.some(isVoiding)
}

/** How many there are in a list, of which perhaps not all were read, without those that were voided. */
export function countOf(
  list: { totalCount: number; nodes: readonly { decisions: readonly Decided[] }[] } | null,
): number {
  return list === null ? 0 : list.totalCount - list.nodes.filter(isVoid).length
}

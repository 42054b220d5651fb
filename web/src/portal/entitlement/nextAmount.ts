import type { Amount } from '../kit/UseBar.tsx'
import { isVoid } from './voided.ts'

type Period<Of extends Amount> = {
  startsOn: string | null
  quantity: Of
  decisions: Parameters<typeof isVoid>[0]['decisions']
}

/**
 * The next amount that a right grants after a day, if it is another one, and its first day. Of the periods that begin
 * later, each is in force from its first day on, because the one that starts last is.
 */
export function nextAmount<Of extends Amount>(
  { quantity, periodCount }: { quantity: Of; periodCount: { nodes: readonly Period<Of>[] } | null },
  day: string,
): { startsOn: string; quantity: Of } | null {
  const later = (periodCount?.nodes ?? [])
    .flatMap((period) => (period.startsOn !== null && period.startsOn > day && !isVoid(period) ? [period] : []))
    .toSorted((a, b) => ((a.startsOn ?? '') < (b.startsOn ?? '') ? -1 : 1))
  const next = later.find((period) => !isSame(period.quantity, quantity))
  return next?.startsOn ? { startsOn: next.startsOn, quantity: next.quantity } : null
}

function isSame(a: Amount, b: Amount): boolean {
  return a === null || b === null || (a.unlimited === b.unlimited && Number(a.amount ?? 0) === Number(b.amount ?? 0))
}

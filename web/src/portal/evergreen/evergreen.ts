import type { Decision, Status } from '../contract/types.ts'
import { isVoid } from '../entitlement/voided.ts'

/** A period of a right, as far as it tells whether the right renews by itself. */
type Period = { endsOn: string | null; evergreen: boolean; cancelUntil: string | null } & Parameters<typeof isVoid>[0]

type Line = {
  endsOn: string | null
  status: Status | null
  decisions: readonly { kind: Decision; startsOn: string | null; endsOn: string | null }[]
}

/** The term after which a right renews by itself: its last day, and the last one on which that can be cancelled. */
export type EvergreenTerm = { endsOn: string; cancelUntil: string; cancelled: boolean }

/** The states in which nothing renews by itself. */
const notLive: ReadonlySet<Status> = new Set(['WITHDRAWN', 'DRAFT', 'TEST'])

/** The evergreen term with which a right ends; null if it ends with another one, or is not live. */
export function evergreenOf({ endsOn, status, decisions }: Line, periods: readonly Period[]): EvergreenTerm | null {
  const last = periods.find((period) => period.evergreen && period.endsOn === endsOn && !isVoid(period))
  if (endsOn === null || (status !== null && notLive.has(status)) || !last || last.cancelUntil === null) {
    return null
  }
  const cancelled = decisions.some(
    (one) =>
      one.kind === 'RENEWAL_CANCELLED' &&
      (one.startsOn === null || one.startsOn <= endsOn) &&
      (one.endsOn === null || endsOn <= one.endsOn),
  )
  return { endsOn, cancelUntil: last.cancelUntil, cancelled }
}

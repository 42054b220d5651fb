import type { Status, Term } from '../contract/types.ts'
import type { Amount } from '../kit/UseBar.tsx'
import type { Tone } from '../kit/Status.tsx'
import { type EvergreenTerm, goesOn } from '../evergreen/term.ts'
import { addDays, daysBetween } from '../language/format.ts'

/** The states in which something may be used. A list has these if its address says nothing. */
export const heldStatuses: readonly Status[] = ['ACTIVE', 'IN_GRACE']

/** The states of what may be renewed: nothing took its place, and it was not withdrawn, drafted or made for tests. */
export const renewableStatuses: readonly Status[] = [
  ...heldStatuses,
  'AWAITING_ACTIVATION',
  'FUTURE',
  'EXPIRED',
  'SUSPENDED',
  'ON_HOLD',
]

/** Whether something may be used in a state. */
export function isHeld(status: Status | null): boolean {
  return status !== null && heldStatuses.includes(status)
}

/** Whether a right is a trial on the day of the page. Sums leave trials out. */
export function isTrial(line: { periodInForce: { term: Term } | null }): boolean {
  return line.periodInForce?.term === 'TRIAL'
}

/** Within how many days from the day of the page a right or a coverage ends soon. The home page looks so far ahead. */
export const soonDays = 90

/** So many days that begin with a day, as the sums of the contract count them. */
export function daysFrom(day: string, days: number): { from: string; to: string } {
  return { from: day, to: addDays(day, days - 1) }
}

/** What a row says of a right: the state of the contract, or what matters more. */
export type LineState = Status | 'OVER_USED' | 'STILL_IN_USE' | 'ENDS_SOON' | 'PAUSED'

/** Whether a last day is on or after the day of the page, and near. */
export function endsSoon(end: string | null, day: string): boolean {
  return end !== null && end >= day && daysBetween(day, end) < soonDays
}

function isPositive(quantity: Amount | undefined): boolean {
  return quantity !== null && quantity !== undefined && Number(quantity.amount ?? '0') > 0
}

/** The state of a right on the day of the page, the most urgent one first. Null if the viewer does not see it. */
export function lineState(
  line: {
    status: Status | null
    endsOn: string | null
    evergreen?: EvergreenTerm | null
    used: Amount
    excess: Amount
  },
  day: string,
): LineState | null {
  switch (line.status) {
    case null:
      return null
    case 'EXPIRED':
      if (isPositive(line.used)) {
        return 'STILL_IN_USE'
      }
      return line.endsOn !== null && line.endsOn >= day ? 'PAUSED' : 'EXPIRED'
    case 'ACTIVE':
    case 'IN_GRACE':
      if (isPositive(line.excess)) {
        return 'OVER_USED'
      }
      return line.status === 'ACTIVE' && endsSoon(line.endsOn, day) && !goesOn(line) ? 'ENDS_SOON' : line.status
    default:
      return line.status
  }
}

/** How much a state matters. */
export function toneOf(state: LineState): Tone {
  switch (state) {
    case 'OVER_USED':
    case 'STILL_IN_USE':
    case 'SUSPENDED':
      return 'wrong'
    case 'ENDS_SOON':
    case 'IN_GRACE':
    case 'PAUSED':
      return 'soon'
    case 'ACTIVE':
      return 'good'
    default:
      return 'plain'
  }
}

/** The amount beside what is in use: what is granted, or what a right grants that has not begun, waits or has ended. */
export function wholeOf(line: { status: Status | null; granted: Amount; quantity: Amount }): Amount {
  return isHeld(line.status) ? line.granted : (line.quantity ?? line.granted)
}

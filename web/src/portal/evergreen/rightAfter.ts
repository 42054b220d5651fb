import { type EvergreenTerm, goesOn } from './term.ts'

/** What becomes of rights after the last day of their coverage. */
export type RightAfter = 'STAYS' | 'ENDS' | 'RENEWS' | null

type Covered = { perpetual: boolean; endsOn: string | null; evergreen?: EvergreenTerm | null }

/**
 * What becomes of rights when their coverage ends: null if that is not known, or not the same for all.
 *
 * @param last is the last day of the coverage, null if it has none
 * @param lines are all that it covers; none if it covers more than were read
 */
export function rightAfter(last: string | null, lines: readonly Covered[]): RightAfter {
  if (last === null || lines.length === 0) {
    return null
  }
  if (lines.every(({ perpetual, endsOn }) => perpetual || (endsOn ?? '') > last)) {
    return 'STAYS'
  }
  if (!lines.every(({ perpetual, endsOn }) => !perpetual && endsOn === last)) {
    return null
  }
  const renewing = lines.filter(goesOn).length
  return renewing === 0 ? 'ENDS' : renewing === lines.length ? 'RENEWS' : null
}

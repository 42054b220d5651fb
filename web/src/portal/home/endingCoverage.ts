import type { CoverageKind } from '../contract/types.ts'
import { goesOn as renews, isRenewedAlong } from '../evergreen/term.ts'
import type { AttentionQuery } from './home.ts'

export type EndingCoverage = NonNullable<AttentionQuery['coverages']>['nodes'][number]

/** What becomes of rights after the last day of their coverage. */
export type RightAfter = 'STAYS' | 'ENDS' | 'RENEWS' | null

type Covered = NonNullable<EndingCoverage['items']>['nodes'][number]['lineItem']

/** How long a right is covered without interruption by coverages of a kind. */
const goesOn: Record<CoverageKind, (line: Covered, after: string) => boolean> = {
  MAINTENANCE: (line, after) => line.maintainedForever === true || (line.maintainedUntil ?? '') > after,
  SUPPORT: (line, after) => line.supportedForever === true || (line.supportedUntil ?? '') > after,
  SUBSCRIPTION: (line, after) => line.subscribedForever === true || (line.subscribedUntil ?? '') > after,
}

/** All rights that a coverage covers; none if it covers more than were read. */
function linesOf({ items }: EndingCoverage): Covered[] {
  return items && items.nodes.length === items.totalCount ? items.nodes.map(({ lineItem }) => lineItem) : []
}

/**
 * Whether others of its kind cover all that a coverage covers from the day after its last one on, such as a successor,
 * or it is renewed with the rights, which renew by themselves.
 */
export function isContinued(coverage: EndingCoverage): boolean {
  const { endsOn, kind } = coverage
  const lines = linesOf(coverage)
  return (
    endsOn !== null &&
    lines.length > 0 &&
    lines.every((line) => goesOn[kind](line, endsOn) || isRenewedAlong(coverage, line))
  )
}

/** What becomes of the rights when their coverage ends: null if that is not known, or not the same for all. */
export function rightAfter(coverage: EndingCoverage): RightAfter {
  const last = coverage.endsOn
  const lines = linesOf(coverage)
  if (last === null || lines.length === 0) {
    return null
  }
  if (lines.every(({ perpetual, endsOn }) => perpetual || (endsOn ?? '') > last)) {
    return 'STAYS'
  }
  if (!lines.every(({ perpetual, endsOn }) => !perpetual && endsOn === last)) {
    return null
  }
  const renewing = lines.filter(renews).length
  return renewing === 0 ? 'ENDS' : renewing === lines.length ? 'RENEWS' : null
}

/** The coverages that end and are not continued, and how many there are; those that were not read count as ending. */
export function notContinued(found: AttentionQuery['coverages']): { nodes: EndingCoverage[]; totalCount: number } {
  const nodes = (found?.nodes ?? []).filter((coverage) => !isContinued(coverage))
  return { nodes, totalCount: (found?.totalCount ?? 0) - (found?.nodes.length ?? 0) + nodes.length }
}

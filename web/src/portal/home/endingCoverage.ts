import type { CoverageKind } from '../contract/types.ts'
import { isRenewedAlong } from '../evergreen/term.ts'
import type { AttentionQuery } from './home.ts'

export type EndingCoverage = NonNullable<AttentionQuery['coverages']>['nodes'][number]

type Covered = NonNullable<EndingCoverage['items']>['nodes'][number]['lineItem']

/** How long a right is covered without interruption by coverages of a kind. */
const goesOn: Record<CoverageKind, (line: Covered, after: string) => boolean> = {
  MAINTENANCE: (line, after) => line.maintainedForever === true || (line.maintainedUntil ?? '') > after,
  SUPPORT: (line, after) => line.supportedForever === true || (line.supportedUntil ?? '') > after,
  SUBSCRIPTION: (line, after) => line.subscribedForever === true || (line.subscribedUntil ?? '') > after,
}

/** All rights that a coverage covers; none if it covers more than were read. */
export function linesOf({ items }: EndingCoverage): Covered[] {
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

/** The coverages that end and are not continued, and how many there are; those that were not read count as ending. */
export function notContinued(found: AttentionQuery['coverages']): { nodes: EndingCoverage[]; totalCount: number } {
  const nodes = (found?.nodes ?? []).filter((coverage) => !isContinued(coverage))
  return { nodes, totalCount: (found?.totalCount ?? 0) - (found?.nodes.length ?? 0) + nodes.length }
}

import type { CoverageKind } from '../contract/types.ts'
import { addDays } from '../language/format.ts'
import type { LineRowFragment } from './lines.ts'

type Covered = Pick<LineRowFragment, 'coverageItems' | 'coverageEndsOn' | 'coveragePerpetual' | 'isCovered'>

/** Days that coverage fills without a gap. A day that is not known is null, and so is the last one if there is none. */
export type Stretch = { from: string | null; to: string | null }

/**
 * What covers a line item on a day, and what covers it later. It is covered again then if a coverage came before; else
 * that is the first one.
 */
type CoverageOnDay = { now: Stretch | null; later: Stretch | null; again: boolean }

/** The stretches that the coverage of one kind fills, or that of every kind. */
function stretchesOf({ coverageItems }: Pick<Covered, 'coverageItems'>, kind?: CoverageKind): Stretch[] {
  const spans = (coverageItems?.nodes ?? [])
    .map(({ coverage }) => coverage)
    .filter((coverage) => coverage.decision === null && (kind === undefined || coverage.kind === kind))
    .filter(({ startsOn, endsOn, perpetual }) => startsOn !== null || endsOn !== null || perpetual)
    .toSorted((a, b) => ((a.startsOn ?? '') < (b.startsOn ?? '') ? -1 : 1))
  const stretches: Stretch[] = []
  for (const { startsOn, endsOn } of spans) {
    const last = stretches.at(-1)
    if (last && (last.to === null || startsOn === null || startsOn <= addDays(last.to, 1))) {
      last.to = last.to === null || endsOn === null ? null : endsOn > last.to ? endsOn : last.to
    } else {
      stretches.push({ from: startsOn, to: endsOn })
    }
  }
  return stretches
}

/**
 * What covers a line item on a day without a gap, and what covers it again later; of one kind, if one is given. Nothing is
 * known of either if the line item has more coverage than was read.
 */
export function coverageOn(line: Covered, day: string, kind?: CoverageKind): CoverageOnDay {
  if (line.coverageItems?.pageInfo.hasNextPage) {
    return { now: null, later: null, again: false }
  }
  const stretches = stretchesOf(line, kind)
  const now = stretches.find(({ from, to }) => (from === null || from <= day) && (to === null || to >= day)) ?? null
  const place = stretches.findIndex(({ from }) => from !== null && from > day)
  return { now: line.isCovered === false ? null : now, later: stretches[place] ?? null, again: place > 0 }
}

/** Days on which nothing covers a line item, and the last day of the coverage after them: null if it has no end. */
export type Gap = { from: string; to: string; until: string | null }

/** The gap that begins on the day after one on which coverage ends, if there is one and coverage comes after it. */
export function gapAfter(line: Pick<Covered, 'coverageItems'>, endsOn: string): Gap | null {
  const stretches = line.coverageItems?.pageInfo.hasNextPage ? [] : stretchesOf(line)
  const place = stretches.findIndex(({ to }) => to === endsOn)
  const next = place < 0 ? undefined : stretches[place + 1]
  return next === undefined || next.from === null
    ? null
    : { from: addDays(endsOn, 1), to: addDays(next.from, -1), until: next.to }
}

/** The coverage that ends on one of some days, the first of them: what a list of coverage that ends is about. */
export function coverageEnding({ coverageItems }: Covered, from: string | null, to: string | null): string | null {
  const ends = (coverageItems?.nodes ?? [])
    .filter(({ coverage }) => coverage.decision === null)
    .flatMap(({ coverage: { endsOn } }) => (endsOn === null ? [] : [endsOn]))
    .filter((end) => (from === null || end >= from) && (to === null || end <= to))
  return ends.toSorted()[0] ?? null
}

import type { CoverageState } from '../contract/types.ts'
import type { Gap, Lane } from '../kit/timeline.ts'
import { addDays } from '../language/format.ts'

/** Days on which a right and its coverage meet in one way. The last of them is part of it. */
export type Segment = {
  startsOn: string
  endsOn: string
  state: CoverageState
  quantity: { amount: string | null; unlimited: boolean } | null
  items: readonly unknown[]
}

/** How many days before and after the day of the page are asked about; together less than the 120 months that may be. */
const daysBefore = 1460
const daysAfter = 2190

/** The days that are asked about. They depend on nothing but the day, so that they can be asked with the page. */
export function rangeAround(day: string): { from: string; to: string } {
  return { from: addDays(day, -daysBefore), to: addDays(day, daysAfter) }
}

/** The segments between the first and the last of which there is something to say. */
export function told<Of extends Segment>(segments: readonly Of[]): Of[] {
  const is = ({ state }: Of) => state !== 'NONE'
  const first = segments.findIndex(is)
  return first < 0 ? [] : segments.slice(first, segments.findLastIndex(is) + 1)
}

/** Segments next to each other that are in the same state are one stretch, whatever is covered by what. */
export function stretchesOf(segments: readonly Segment[], state: CoverageState): Gap[] {
  const stretches: Gap[] = []
  for (const { startsOn, endsOn, state: own } of segments) {
    const last = stretches.at(-1)
    if (own === state && last && addDays(last.to, 1) === startsOn) {
      last.to = endsOn
    } else if (own === state) {
      stretches.push({ from: startsOn, to: endsOn })
    }
  }
  return stretches
}

/**
 * The lane of a timeline with the days that are covered, those in grace, those of a coverage without a right, and the
 * gaps.
 *
 * @param label what a stretch is called
 * @param to the last day that was asked about: what lasts until then may go on
 */
export function coveredLane<Of extends Segment>(
  segments: readonly Of[],
  name: string,
  label: (segment: Of) => string,
  to: string,
): Lane {
  return {
    id: 'covered',
    name,
    gaps: stretchesOf(segments, 'GAP'),
    spans: segments
      .filter(({ state }) => state !== 'GAP' && state !== 'NONE')
      .map((segment) => ({
        id: `covered ${segment.startsOn}`,
        label: label(segment),
        startsOn: segment.startsOn,
        endsOn: segment.endsOn === to ? null : segment.endsOn,
        grace: segment.state === 'GRACE',
        void: segment.state === 'OVERHANG',
      })),
  }
}

import { addDays, daysBetween } from '../language/format.ts'

/** A stretch of days that a timeline shows as a bar. Its last day is part of it. */
export type Span = {
  id: string
  label: string
  /** Null if the day is not known: the bar then begins at the left edge. */
  startsOn: string | null
  /** Null if there is no end, or none is known: the bar then goes on to the right edge. */
  endsOn: string | null
  /** A decision rules the stretch out; it fills no gap. */
  void?: boolean
  /** The stretch is a grace after the end. */
  grace?: boolean
}

/** Spans of one kind, below each other only where they overlap. */
export type Lane = {
  id: string
  name: string
  strong?: boolean
  /** There are more spans than these, so that nothing is known of gaps. */
  partial?: boolean
  /** The gaps, if they are known otherwise than by what is between the spans. */
  gaps?: readonly Gap[]
  spans: readonly Span[]
}

/** Days between two spans of a lane. Both are part of the gap. */
export type Gap = { from: string; to: string }

type Place = { left: number; width: number }
type Bar = Place & { span: Span; row: number; openStart: boolean; openEnd: boolean }
type LaidLane = { id: string; name: string; strong: boolean; rows: number; bars: Bar[]; gaps: (Gap & Place)[] }
type Laid = { from: string; to: string; now: number; ticks: { day: string; at: number }[]; lanes: LaidLane[] }

/** The share of the axis after which a tick has no room for its text. */
const lastTick = 0.96

/** The months between two ticks, of which the smallest is taken that needs no more than `mostTicks`. */
const steps = [1, 3, 6, 12, 24, 60, 120, 240] as const
const mostTicks = 8

function smallest(days: readonly string[]): string {
  return days.reduce((a, b) => (a < b ? a : b))
}

function greatest(days: readonly string[]): string {
  return days.reduce((a, b) => (a > b ? a : b))
}

/** The days of a lane between its first and its last day that no span fills. */
export function gapsOf(spans: readonly Span[]): Gap[] {
  const gaps: Gap[] = []
  let filled: string | null = null
  const filling = spans
    .filter((span) => !span.void)
    .toSorted((a, b) => ((a.startsOn ?? '') < (b.startsOn ?? '') ? -1 : 1))
  for (const { startsOn, endsOn } of filling) {
    if (filled !== null && startsOn !== null && daysBetween(filled, startsOn) > 1) {
      gaps.push({ from: addDays(filled, 1), to: addDays(startsOn, -1) })
    }
    if (endsOn === null) {
      break // nothing is open after a stretch without an end
    }
    filled = filled === null ? endsOn : greatest([filled, endsOn])
  }
  return gaps
}

/** The first days of months at which the axis has a tick. */
export function ticksOf(from: string, to: string): string[] {
  const first = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1
  const last = Number(to.slice(0, 4)) * 12 + Number(to.slice(5, 7)) - 1
  const step = steps.find((months) => (last - first) / months <= mostTicks) ?? 240
  const ticks: string[] = []
  for (let month = Math.ceil(first / step) * step; month <= last; month += step) {
    const day = `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`
    if (day >= from && day <= to) {
      ticks.push(day)
    }
  }
  return ticks
}

/** Gives each span the first row in which it does not overlap another. */
function rowsOf(spans: readonly Span[]): Map<string, number> {
  const ends: (string | null)[] = []
  const rows = new Map<string, number>()
  for (const span of spans.toSorted((a, b) => ((a.startsOn ?? '') < (b.startsOn ?? '') ? -1 : 1))) {
    const free = ends.findIndex((end) => end !== null && span.startsOn !== null && end < span.startsOn)
    const row = free === -1 ? ends.length : free
    ends[row] = span.endsOn
    rows.set(span.id, row)
  }
  return rows
}

/**
 * Places lanes on one axis of time. All places are shares of its width, from 0 to 1.
 *
 * @param day the day of the page, which is always on the axis
 */
export function layOut(lanes: readonly Lane[], day: string): Laid {
  const spans = lanes.flatMap((lane) => lane.spans)
  const known = [day, ...spans.flatMap((span) => [span.startsOn, span.endsOn].filter((d) => d !== null))]
  const first = smallest(known)
  const last = greatest(known)
  const pad = Math.max(20, Math.round(daysBetween(first, last) * 0.04))
  const endless = spans.some((span) => span.endsOn === null)
  const from = addDays(first, -pad)
  const to = greatest([addDays(last, pad), ...(endless ? [addDays(day, 365)] : [])])
  const length = daysBetween(from, to)
  const at = (d: string) => Math.min(1, Math.max(0, daysBetween(from, d) / length))
  const place = (start: string | null, end: string | null): Place => {
    const left = start === null ? 0 : at(start)
    return { left, width: (end === null ? 1 : at(addDays(end, 1))) - left }
  }
  return {
    from,
    to,
    now: at(day),
    ticks: ticksOf(from, to)
      .map((tick) => ({ day: tick, at: at(tick) }))
      .filter((tick) => tick.at <= lastTick),
    lanes: lanes.map(({ id, name, strong = false, partial = false, gaps, spans: own }) => {
      const rows = rowsOf(own)
      return {
        id,
        name,
        strong,
        rows: Math.max(1, ...[...rows.values()].map((row) => row + 1)),
        bars: own.map((span) => ({
          span,
          row: rows.get(span.id) ?? 0,
          openStart: span.startsOn === null,
          openEnd: span.endsOn === null,
          ...place(span.startsOn, span.endsOn),
        })),
        gaps: (gaps ?? (partial ? [] : gapsOf(own))).map((gap) => Object.assign(place(gap.from, gap.to), gap)),
      }
    }),
  }
}

import type { Format } from '../language/format.ts'
import type { Messages } from '../language/en.ts'
import type { Unit } from '../language/units.ts'
import { unitName } from '../kit/UseBar.tsx'
import { gapsOf, type Gap, type Lane } from '../kit/timeline.ts'
import { gracesOf } from './graceDays.ts'
import type { LineCoverageQuery, LineQuery, LineTimelineQuery } from './line.ts'

export type Detail = NonNullable<LineQuery['lineItem']>
export type Parts = NonNullable<LineTimelineQuery['lineItem']>
export type PeriodRow = NonNullable<Parts['periods']>['nodes'][number]
export type CoveredDays = NonNullable<LineCoverageQuery['lineItem']>
export type CoverageRow = NonNullable<Parts['coverageItems']>['nodes'][number]

/** An amount with its unit, such as "2,500 gigabytes delivered". */
export function amountInWords(quantity: Detail['quantity'], unit: Unit, texts: Messages, format: Format): string {
  if (quantity === null) {
    return texts.lines.amountUnknown
  }
  const amount = quantity.unlimited ? texts.line.unlimited : format.decimal(quantity.amount ?? '0')
  return `${amount} ${unitName(quantity, unit, texts)}`
}

/** The names of a line item in other systems, without those that say its activation id or its entitlement again. */
export function otherIdsOf(line: Detail): Detail['externalIds'] {
  return line.externalIds.filter(({ value }) => value !== line.activationId && value !== line.entitlement.number)
}

/** Whether something has days of its own yet: what waits for its activation has none. */
function hasBegun(of: { startsOn: string | null; endsOn: string | null; perpetual: boolean }): boolean {
  return of.startsOn !== null || of.endsOn !== null || of.perpetual
}

/** Rows of a list, of which there may be more. */
type Listed<Row> = { pageInfo: { hasNextPage: boolean }; nodes: readonly Row[] }

/** The lanes of a line item: its right, and each kind of coverage that it has or had. */
export function lanesOf(
  line: Detail,
  periods: Listed<PeriodRow> | null,
  items: Listed<CoverageRow> | null,
  day: string,
  texts: Messages,
  format: Format,
): Lane[] {
  const right: Lane = {
    id: 'right',
    name: texts.lines.detail.right,
    strong: true,
    partial: periods?.pageInfo.hasNextPage ?? false,
    spans: [
      ...(periods?.nodes ?? []).filter(hasBegun).map((period) => ({
        id: period.id,
        label: amountInWords(period.quantity, line.unit, texts, format),
        startsOn: period.startsOn,
        endsOn: period.endsOn,
        void: period.decision !== null,
      })),
      ...gracesOf(line)
        .filter(({ from }) => from <= day)
        .map(({ from, to }) => ({
          id: `grace ${from}`,
          label: texts.lines.state.IN_GRACE,
          startsOn: from,
          endsOn: to,
          grace: true,
        })),
    ],
  }
  const kinds = ['MAINTENANCE', 'SUPPORT', 'SUBSCRIPTION'] as const
  const coverages = kinds.map((kind) => ({
    id: kind,
    name: texts.lines.coverage[kind],
    partial: items?.pageInfo.hasNextPage ?? false,
    spans: (items?.nodes ?? [])
      .filter((item) => item.coverage.kind === kind && hasBegun(item.coverage))
      .map((item) => ({
        id: item.id,
        label: [item.level?.name, item.quantity && amountInWords(item.quantity, line.unit, texts, format)]
          .filter(Boolean)
          .join(', '),
        startsOn: item.coverage.startsOn,
        endsOn: item.coverage.endsOn,
        void: item.coverage.decision !== null,
      })),
  }))
  return [right, ...coverages.filter((lane) => lane.spans.length > 0)]
}

/** The gaps of lanes, each with the lane in which it is. */
export function gapsOfLanes(lanes: readonly Lane[]): { lane: Lane; gap: Gap }[] {
  return lanes.filter(({ partial }) => !partial).flatMap((lane) => gapsOf(lane.spans).map((gap) => ({ lane, gap })))
}

import { useQuery } from 'urql'
import { useDay } from '../day/day.tsx'
import { useToday } from '../day/today.ts'
import { Failure } from '../kit/Failure.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import { Timeline } from '../kit/Timeline.tsx'
import type { Lane } from '../kit/timeline.ts'
import { daysBetween } from '../language/format.ts'
import { useLanguage } from '../language/language.tsx'
import { LineTimelineDocument } from './line.ts'
import styles from './Line.module.css'
import {
  amountInWords,
  type CoverageRow,
  type Detail,
  gapsOfLanes,
  lanesOf,
  type Parts,
  type PeriodRow,
} from './lineTimeline.ts'
import { PartNotice, PartTable } from './PartTable.tsx'

/** The periods of a right and its coverages on one axis, what the gaps mean, and the same as a table. */
export function LineTimeline({ line }: { line: Detail }) {
  const { texts, format } = useLanguage()
  const { day, chosen } = useDay()
  const today = useToday()
  const t = texts.lines.timeline
  const [{ data, error }, again] = useQuery({
    query: LineTimelineDocument,
    variables: { id: line.id, on: chosen ?? null },
  })
  const parts = data?.lineItem
  if (error && !parts) {
    return <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />
  }
  if (!parts) {
    return <Skeleton rows={3} />
  }
  const periods = parts.periods?.nodes ?? []
  const items = parts.coverageItems?.nodes ?? []
  const lanes = lanesOf(line, parts.periods, parts.coverageItems, day, texts, format)
  if (lanes.every((lane) => lane.spans.length === 0)) {
    return <PartNotice title={line.status === 'AWAITING_ACTIVATION' ? t.waiting : t.none} />
  }
  return (
    <>
      <Timeline
        lanes={lanes}
        day={day}
        marker={day === today ? t.today : format.day(day)}
        text={t.picture(periods.length, items.length)}
      />
      <Notes line={line} lanes={lanes} day={day} parts={parts} />
      <details className={styles.alternative}>
        <summary>{t.asTable}</summary>
        <Table line={line} periods={periods} items={items} />
      </details>
    </>
  )
}

/** What the picture does not say by itself: what it leaves out, which days are not covered, and what happens after the end. */
function Notes({ line, lanes, day, parts }: { line: Detail; lanes: readonly Lane[]; day: string; parts: Parts }) {
  const { texts } = useLanguage()
  const t = texts.lines.timeline
  const gaps = gapsOfLanes(lanes).map(({ lane, gap }) => {
    const days = daysBetween(gap.from, gap.to) + 1
    return lane.id === 'right' ? t.rightGap(days, gap.from, gap.to) : t.coverageGap(lane.name, days, gap.from, gap.to)
  })
  const after = line.endsOn !== null && line.endsOn >= day ? [t.after(line.endsOn)] : []
  const { periods, coverageItems: items } = parts
  const left = [
    ...(periods?.pageInfo.hasNextPage ? [t.somePeriods(periods.nodes.length, periods.totalCount)] : []),
    ...(items?.pageInfo.hasNextPage ? [t.someCoverages(items.nodes.length, items.totalCount)] : []),
  ]
  const said = [...left, ...gaps, ...after]
  return said.length === 0 ? null : (
    <ul className={styles.notes}>
      {said.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}

function Table({
  line,
  periods,
  items,
}: {
  line: Detail
  periods: readonly PeriodRow[]
  items: readonly CoverageRow[]
}) {
  const { texts, format } = useLanguage()
  const t = texts.lines.timeline
  const dayOf = (on: string | null, otherwise: string) =>
    on === null ? otherwise : <time dateTime={on}>{format.day(on)}</time>
  return (
    <PartTable head={[t.what, t.amount, t.from, t.to, t.state, texts.entitlements.columns.order]} name={t.asTable}>
      {periods.map((period) => (
        <tr key={period.id}>
          <th scope="row">{texts.lines.detail.term[period.term]}</th>
          <td>{amountInWords(period.quantity, line.unit, texts, format)}</td>
          <td data-label={t.from}>
            {dayOf(period.startsOn, period.startRule === 'FIXED' ? t.unknown : t.withActivation)}
          </td>
          <td data-label={t.to}>{dayOf(period.endsOn, period.perpetual ? texts.line.withoutEnd : t.unknown)}</td>
          <td>{period.status && texts.lines.state[period.status]}</td>
          <td>{orderInWords(period.orderReference)}</td>
        </tr>
      ))}
      {items.map(({ id, coverage, level, quantity }) => (
        <tr key={id}>
          <th scope="row">{[texts.lines.coverage[coverage.kind], level?.name].filter(Boolean).join(', ')}</th>
          <td>{quantity === null ? t.whole : amountInWords(quantity, line.unit, texts, format)}</td>
          <td data-label={t.from}>{dayOf(coverage.startsOn, t.unknown)}</td>
          <td data-label={t.to}>{dayOf(coverage.endsOn, coverage.perpetual ? texts.line.withoutEnd : t.unknown)}</td>
          <td>{coverage.status && texts.lines.state[coverage.status]}</td>
          <td>{orderInWords(coverage.orderReference)}</td>
        </tr>
      ))}
    </PartTable>
  )
}

/** The number of an order and its line. */
function orderInWords(order: PeriodRow['orderReference']): string {
  return [order?.number, order?.line].filter(Boolean).join(' / ')
}

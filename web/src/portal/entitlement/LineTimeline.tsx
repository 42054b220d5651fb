import { useQuery } from 'urql'
import type { CoverageState } from '../contract/types.ts'
import { useDay } from '../day/day.tsx'
import { useToday } from '../day/today.ts'
import { goesOn } from '../evergreen/term.ts'
import { Failure } from '../kit/Failure.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import { Timeline } from '../kit/Timeline.tsx'
import type { Lane } from '../kit/timeline.ts'
import { daysBetween } from '../language/format.ts'
import { useLanguage } from '../language/language.tsx'
import { useTexts } from '../language/screenTexts.ts'
import { coveredLane, rangeAround, stretchesOf, told } from './coveredDays.ts'
import { graceAfter } from './graceDays.ts'
import { LineInstalments } from './LineInstalments.tsx'
import { LineCoverageDocument, LineTimelineDocument } from './line.ts'
import styles from './Line.module.css'
import {
  amountInWords,
  type CoveredDays,
  type CoverageRow,
  type Detail,
  gapsOfLanes,
  lanesOf,
  type Parts,
  type PeriodRow,
} from './lineTimeline.ts'
import { isVoid } from './voided.ts'
import { PartNotice, PartTable } from './PartTable.tsx'
import { texts as table } from './texts.ts'

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
  const range = rangeAround(day)
  const [covered] = useQuery({
    query: LineCoverageDocument,
    variables: { id: line.id, on: chosen ?? null, ...range },
  })
  const own = useTexts(table)
  const labelOf = ({ state, quantity, items }: (typeof segments)[number]) =>
    [
      ...(state === 'COVERED' ? [] : [own.state[state]]),
      ...(state !== 'COVERED' || quantity === null
        ? []
        : [quantity.unlimited ? texts.line.unlimited : format.decimal(quantity.amount ?? '0')]),
      ...(items.length > 1 ? [own.overlap(items.length)] : []),
    ].join(' · ')
  if (error && !parts) {
    return <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />
  }
  // The covered days are a line of the picture and sentences below it. With them it comes at once.
  if (!parts || (covered.fetching && !covered.data)) {
    return <Skeleton rows={3} />
  }
  const periods = parts.periods?.nodes ?? []
  const items = parts.coverageItems?.nodes ?? []
  const lanes = lanesOf(line, parts.periods, parts.coverageItems, day, texts, format)
  const days = covered.data?.lineItem
  const segments = told(days?.coverageTimeline ?? [])
  const withDays = segments.length === 0 ? lanes : [...lanes, coveredLane(segments, own.lane, labelOf, range.to)]
  if (lanes.every((lane) => lane.spans.length === 0)) {
    return <PartNotice title={line.status === 'AWAITING_ACTIVATION' ? t.waiting : t.none} />
  }
  return (
    <>
      <Timeline
        lanes={withDays}
        day={day}
        marker={day === today ? t.today : format.day(day)}
        legend={own.legend}
        text={[
          t.picture(periods.length, items.length),
          ...(segments.length === 0
            ? []
            : [
                own.picture(
                  stretchesOf(segments, 'COVERED').length,
                  stretchesOf(segments, 'GAP').length,
                  stretchesOf(segments, 'GRACE').length,
                  stretchesOf(segments, 'OVERHANG').length,
                ),
              ]),
        ].join(' ')}
      />
      <Notes line={line} lanes={lanes} day={day} parts={parts} covered={days} start={range.from} to={range.to} />
      {covered.error && !days && <p className={styles.notes}>{own.failed}</p>}
      <details className={styles.alternative}>
        <summary>{t.asTable}</summary>
        <Table line={line} periods={periods} items={items} />
      </details>
      {segments.length > 0 && (
        <details className={styles.alternative}>
          <summary>{own.table}</summary>
          <CoveredTable line={line} segments={segments} range={range} />
        </details>
      )}
      <LineInstalments periods={periods} today={today} />
    </>
  )
}

/** What the picture does not say by itself: what it leaves out, which days are not covered, and what happens after the end. */
function Notes({
  line,
  lanes,
  day,
  parts,
  covered,
  start,
  to,
}: {
  line: Detail
  lanes: readonly Lane[]
  day: string
  parts: Parts
  covered: CoveredDays | null | undefined
  start: string
  to: string
}) {
  const { texts } = useLanguage()
  const t = texts.lines.timeline
  const own = useTexts(table)
  const until =
    covered?.isCoveredForever === true ? [own.forever] : covered?.coveredUntil ? [own.until(covered.coveredUntil)] : []
  const end = (last: string) => (last === to ? null : last)
  const segments = covered?.coverageTimeline ?? []
  const grace = line.endsOn === null ? null : graceAfter(line, line.endsOn)
  // Gaps between coverages are told below; the others are those before the first one and after the last one.
  const between = new Set(gapsOfLanes(lanes).map(({ gap }) => gap.from))
  const open = stretchesOf(segments, 'GAP')
    // What began before the days that were asked about is told as long as it lasts.
    .filter(({ from, to: last }) => (last >= day || from > start) && !between.has(from))
    .map(({ from, to: last }) => own.gap(from, end(last)))
  const useless = stretchesOf(segments, 'OVERHANG').map((stretch) => own.overhang(stretch.from, end(stretch.to)))
  const gaps = gapsOfLanes(lanes).map(({ lane, gap }) => {
    const days = daysBetween(gap.from, gap.to) + 1
    return lane.id === 'right' ? t.rightGap(days, gap.from, gap.to) : t.coverageGap(lane.name, days, gap.from, gap.to)
  })
  // The sentence of the right says so if it renews by itself.
  const renews = goesOn(line)
  const after = [
    ...(line.endsOn !== null && line.endsOn >= day && !renews ? [t.after(line.endsOn)] : []),
    ...(grace !== null && grace.to >= day && !renews ? [own.grace(grace.from, grace.to)] : []),
  ]
  const { periods, coverageItems: items } = parts
  const left = [
    ...(periods?.pageInfo.hasNextPage ? [t.somePeriods(periods.nodes.length, periods.totalCount)] : []),
    ...(items?.pageInfo.hasNextPage ? [t.someCoverages(items.nodes.length, items.totalCount)] : []),
  ]
  const said = [...left, ...until, ...gaps, ...open, ...useless, ...after]
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
  const own = useTexts(table)
  const stateOf = (of: PeriodRow | CoverageRow['coverage']) =>
    isVoid(of) ? (of.replacedBy ? own.replaced : own.voided) : of.status && texts.lines.state[of.status]
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
          <td>{stateOf(period)}</td>
          <td>{orderInWords(period.orderReference)}</td>
        </tr>
      ))}
      {items.map(({ id, coverage, level, quantity }) => (
        <tr key={id}>
          <th scope="row">{[texts.lines.coverage[coverage.kind], level?.name].filter(Boolean).join(', ')}</th>
          <td>{quantity === null ? t.whole : amountInWords(quantity, line.unit, texts, format)}</td>
          <td data-label={t.from}>{dayOf(coverage.startsOn, t.unknown)}</td>
          <td data-label={t.to}>{dayOf(coverage.endsOn, coverage.perpetual ? texts.line.withoutEnd : t.unknown)}</td>
          <td>{stateOf(coverage)}</td>
          <td>{orderInWords(coverage.orderReference)}</td>
        </tr>
      ))}
    </PartTable>
  )
}

/** How a state is marked in the table. */
const classOf: { [State in CoverageState]?: string | undefined } = {
  GAP: styles.wrong,
  GRACE: styles.soon,
  OVERHANG: styles.soon,
}

/** The covered days as a table: each stretch, how much of it is covered, and by what. */
function CoveredTable({
  line,
  segments,
  range,
}: {
  line: Detail
  segments: NonNullable<CoveredDays['coverageTimeline']>
  range: { from: string; to: string }
}) {
  const { texts, format } = useLanguage()
  const own = useTexts(table)
  const { columns } = own
  const dayOf = (on: string) => <time dateTime={on}>{format.day(on)}</time>
  return (
    <>
      <p className={styles.muted}>{own.range(range.from, range.to)}</p>
      <PartTable head={[columns.state, columns.from, columns.to, columns.amount, columns.by]} name={own.table}>
        {segments.map(({ startsOn, endsOn, state, quantity, items }) => (
          <tr key={startsOn}>
            <th scope="row" className={classOf[state]}>
              {own.state[state]}
            </th>
            <td data-label={columns.from}>{startsOn === range.from ? own.before(startsOn) : dayOf(startsOn)}</td>
            <td data-label={columns.to}>{endsOn === range.to ? own.after(endsOn) : dayOf(endsOn)}</td>
            <td>{state === 'COVERED' ? amountInWords(quantity, line.unit, texts, format) : ''}</td>
            <td>
              {items
                .flatMap((item) =>
                  item ? [[texts.lines.coverage[item.coverage.kind], item.level?.name].filter(Boolean).join(', ')] : [],
                )
                .join(' + ')}
            </td>
          </tr>
        ))}
      </PartTable>
    </>
  )
}

/** The number of an order and its line. */
function orderInWords(order: PeriodRow['orderReference']): string {
  return [order?.number, order?.line].filter(Boolean).join(' / ')
}

import { Link } from '@tanstack/react-router'
import { Fragment, memo, type ReactNode } from 'react'
import type { PositionGrouping } from '../contract/types.ts'
import { goesOn, termAtEnd } from '../evergreen/term.ts'
import { useEvergreen } from '../evergreen/useEvergreen.ts'
import { Identifier } from '../kit/Identifier.tsx'
import { UseBar } from '../kit/UseBar.tsx'
import { useLanguage } from '../language/language.tsx'
import { coverageEnding, coverageOn } from './coverage.ts'
import { productName } from './groups.ts'
import type { LineRowFragment } from './lines.ts'
import { LineState } from './LineState.tsx'
import { useGraceOf } from './useGrace.ts'
import styles from './LineTable.module.css'
import { stepThroughRows } from './rows.ts'
import { daysOf, type Window } from './search.ts'
import { endsSoon, isHeld, isTrial, lineState, wholeOf } from './states.ts'
import type { Column, View } from './view.ts'

/** The table of line items; its rows are `LineRows`, under `GroupHead` if they are grouped. */
export function LineTable({ view, stale, children }: { view: View; stale: boolean; children: ReactNode }) {
  const { texts } = useLanguage()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys come from the links in its rows
    <table
      className={styles.table}
      data-dense={view.dense}
      data-stale={stale}
      aria-busy={stale}
      onKeyDown={stepThroughRows}
    >
      <caption>{texts.entitlements.title}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.entitlements.columns.product}</th>
          {view.columns.map((column) => (
            <th key={column} scope="col" data-column={column}>
              {texts.lines.columns[column]}
            </th>
          ))}
        </tr>
      </thead>
      {children}
    </table>
  )
}

/** The name of a group, and what its rows add up to. */
export function GroupHead({ name, sums, view }: { name: string; sums: string; view: View }) {
  return (
    <tr className={styles.group}>
      <th scope="rowgroup" colSpan={view.columns.length + 1}>
        <span className={styles.name}>{name}</span>
        {sums.split(' · ').map((sum, place) => (
          <Fragment key={sum}>
            {' '}
            <span className={styles.sum}>
              {place > 0 && '· '}
              {sum}
            </span>
          </Fragment>
        ))}
      </th>
    </tr>
  )
}

/**
 * The last row of a group of which more can be shown.
 *
 * @param paper is printed in place of what leads to the others
 */
export function GroupFoot({ view, paper, children }: { view: View; paper: string; children: ReactNode }) {
  return (
    <tr className={styles.foot}>
      <td colSpan={view.columns.length + 1}>
        {children}
        <span className={styles.paper}>{paper}</span>
      </td>
    </tr>
  )
}

/** Line items, each a link to its page. Below 720 px each takes three short lines. */
export function LineRows({ lines, ...row }: RowOptions & { lines: readonly LineRowFragment[] }) {
  const grace = useGraceOf(lines, row.day)
  return lines.map((line) => <LineRow key={line.id} line={line} graceUntil={grace.get(line.id)} {...row} />)
}

type RowOptions = {
  account: string
  day: string
  view: View
  /** By what the rows are grouped: what the header of a group says, its rows need not say again. */
  by?: PositionGrouping | null
  /** The list has what is covered by something that ends on these days: each row shows that end. */
  coverageEnds?: Window | undefined
}

/** The columns that say by themselves what they are, so that they need no label on a phone. */
const unlabeled: ReadonlySet<Column> = new Set(['use', 'status', 'ends'])

const LineRow = memo(function LineRow({
  line,
  account,
  day,
  view,
  by = null,
  coverageEnds,
  graceUntil,
}: RowOptions & { line: LineRowFragment; graceUntil: string | undefined }) {
  const { texts } = useLanguage()
  return (
    <tr className={styles.row}>
      <th scope="row" className={styles.product}>
        <Link
          to="/accounts/$account/entitlements/$line"
          params={{ account, line: line.id }}
          className={styles.link}
          data-row
        >
          {productName(line.product)}
        </Link>
        <span className={styles.names}>
          {isTrial(line) && <span className={styles.trial}>{texts.lines.trial}</span>}
          <Identifier value={line.activationId} />
          {by !== 'ACCOUNT' && line.account.id !== account && (
            <span className={styles.second}>{line.account.name}</span>
          )}
        </span>
      </th>
      {view.columns.map((column) => (
        <td
          key={column}
          data-column={column}
          data-label={texts.lines.columns[column]}
          className={unlabeled.has(column) ? undefined : styles.labeled}
        >
          {column === 'coverage' ? (
            <Coverage line={line} day={day} ending={coverageEnds} />
          ) : (
            <Cell column={column} line={line} day={day} graceUntil={graceUntil} />
          )}
        </td>
      ))}
    </tr>
  )
})

function Cell({
  column,
  line,
  day,
  graceUntil,
}: {
  column: Column
  line: LineRowFragment
  day: string
  graceUntil: string | undefined
}) {
  const { format } = useLanguage()
  switch (column) {
    case 'use':
      return <Use line={line} day={day} />
    case 'status':
      return <LineState state={lineState(line, day)} graceUntil={graceUntil} />
    case 'ends':
      return <Ends line={line} day={day} />
    case 'productLine':
      return line.productLine.name
    case 'order':
      return <Order line={line} />
    case 'starts':
      return line.startsOn && <time dateTime={line.startsOn}>{format.day(line.startsOn)}</time>
    case 'created':
      return <Moment moment={line.createdAt} />
    case 'updated':
      return <Moment moment={line.updatedAt} />
    default:
      return null
  }
}

function Moment({ moment }: { moment: string }) {
  const { format } = useLanguage()
  return (
    <time dateTime={moment} title={format.moment(moment)}>
      {format.day(moment.slice(0, 10))}
    </time>
  )
}

function Use({ line, day }: { line: LineRowFragment; day: string }) {
  const { texts } = useLanguage()
  if (lineState(line, day) === 'STILL_IN_USE') {
    return <UseBar used={line.used} granted={line.granted} unit={line.unit} left={texts.lines.stillInUse} />
  }
  return <UseBar used={line.used} granted={wholeOf(line)} unit={line.unit} />
}

function Order({ line }: { line: LineRowFragment }) {
  const { texts } = useLanguage()
  const { number, orderReference } = line.entitlement
  return (
    <>
      {orderReference?.number ?? <span className={styles.muted}>{texts.lines.orderUnknown}</span>}
      <span className={styles.second}>{number}</span>
    </>
  )
}

function Ends({ line, day }: { line: LineRowFragment; day: string }) {
  const { texts, format } = useLanguage()
  const evergreen = useEvergreen()
  const term = termAtEnd(line)
  const begins = line.startsOn !== null && line.startsOn > day ? line.startsOn : null
  if (line.endsOn === null) {
    const why = line.perpetual ? texts.line.perpetual : texts.line.openStart
    return (
      <>
        {line.perpetual ? texts.line.withoutEnd : <span className={styles.muted}>{texts.lines.endUnknown}</span>}
        <span className={styles.second}>{begins === null ? why : texts.line.begins(format.away(day, begins))}</span>
      </>
    )
  }
  return (
    <span className={endsSoon(line.endsOn, day) && !goesOn(line) ? styles.soon : undefined}>
      <time dateTime={line.endsOn} title={line.endsOn}>
        {format.day(line.endsOn)}
      </time>
      <span className={styles.second} title={term ? evergreen.sentence(term) : undefined}>
        {begins !== null
          ? texts.line.begins(format.away(day, begins))
          : term
            ? evergreen.brief(term)
            : format.away(day, line.endsOn)}
      </span>
    </span>
  )
}

function Coverage({ line, day, ending }: { line: LineRowFragment; day: string; ending: Window | undefined }) {
  const { texts, format } = useLanguage()
  const last = line.coverageEndsOn
  const window = ending === undefined ? null : daysOf(ending, day)
  const listed = window && coverageEnding(line, window.from, window.to)
  if (listed) {
    return (
      <span className={styles.soon}>
        {texts.line.ends(listed)}
        <span className={styles.second}>
          {line.coveragePerpetual
            ? texts.lines.anotherWithoutEnd
            : last !== null && last > listed
              ? texts.lines.anotherUntil(last)
              : format.away(day, listed)}
        </span>
      </span>
    )
  }
  const { now, later, again } = coverageOn(line, day)
  const next = later && <span className={styles.second}>{texts.lines.later(later.from, later.to, again)}</span>
  if (line.isCovered === false && later && line.status !== 'FUTURE') {
    return (
      <span className={styles.muted}>
        {texts.line.notCovered}
        {next}
      </span>
    )
  }
  if (line.coveragePerpetual) {
    return texts.line.withoutEnd
  }
  const end = now?.to ?? last
  if (end === null) {
    return <span className={styles.muted}>{texts.line.notCovered}</span>
  }
  if (end < day) {
    return <span className={isHeld(line.status) ? styles.wrong : styles.muted}>{texts.line.ended(end)}</span>
  }
  return (
    <span className={endsSoon(end, day) ? styles.soon : undefined}>
      {endsSoon(end, day) ? texts.line.ends(end) : texts.line.until(end)}
      {now && again}
    </span>
  )
}

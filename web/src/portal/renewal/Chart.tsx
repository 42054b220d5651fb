import { Link, useParams } from '@tanstack/react-router'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useLanguage } from '../language/language.tsx'
import { useTexts } from '../language/screenTexts.ts'
import { partOfMonth } from './months.ts'
import type { EndingFragment } from './renewals.ts'
import styles from './Renewals.module.css'
import type { RenewalsSearch } from './search.ts'
import { productLinesOf, type Sum, sumOf } from './sums.ts'
import { texts as table } from './texts.ts'

/** How high the bars of a cell can be. */
const height = 20

/**
 * What ends, as cells of product lines and months. One cell is in the order of Tab; arrow keys go on from there, and
 * Enter shows what the cell counts.
 */
export function Chart({
  rows,
  months,
  search,
  day,
  label,
}: {
  rows: readonly EndingFragment[]
  months: readonly string[]
  search: RenewalsSearch
  day: string
  label: string
}) {
  const { format } = useLanguage()
  const t = useTexts(table)
  const grid = useRef<HTMLTableElement>(null)
  const productLines = productLinesOf(rows)
  const thisMonth = months.findIndex((month) => month.slice(0, 7) === day.slice(0, 7))
  const [place, setPlace] = useState({ row: 0, column: Math.max(thisMonth, 0) })
  const at = { row: Math.min(place.row, productLines.length - 1), column: Math.min(place.column, months.length - 1) }
  const cells = productLines.map(({ id }) =>
    months.map((month) => sumOf(rows.filter((row) => row.month === month && row.productLine?.id === id))),
  )
  const most = Math.max(1, ...cells.flat().flatMap(({ lineItems, coverages }) => [lineItems, coverages]))
  const shareOfNow = partOfMonth(day)

  function move(event: KeyboardEvent) {
    const next = placeAfter(event, at, productLines.length - 1, months.length - 1)
    if (next === undefined) {
      return
    }
    event.preventDefault()
    setPlace(next)
    grid.current?.querySelector<HTMLElement>(`[data-place="${next.row} ${next.column}"]`)?.focus()
  }

  return (
    <figure className={styles.chart}>
      <figcaption className={styles.legend}>
        <span data-of="lines">{t.legendLines}</span>
        <span data-of="coverages">{t.legendCoverages}</span>
        <span data-of="day">
          {t.today}: {label}
        </span>
        <span className={styles.help}>{t.chartHelp}</span>
      </figcaption>
      <table
        ref={grid}
        className={styles.grid}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- its cells take the focus
        role="grid"
        aria-label={t.months(months[0] ?? day, months.at(-1) ?? day)}
        aria-readonly="true"
        onKeyDown={move}
      >
        <thead>
          <tr className={styles.head}>
            <th scope="col">{t.productLine}</th>
            {months.map((month, column) => (
              <th key={month} scope="col" data-now={column === thisMonth} aria-label={format.month(month)}>
                <span className={styles.month}>{format.monthName(month)}</span>
                {(column === 0 || month.slice(5, 7) === '01') && (
                  <span className={styles.year}>{month.slice(0, 4)}</span>
                )}
                {column === thisMonth && <Now part={shareOfNow} />}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {productLines.map((productLine, row) => (
            <tr key={productLine.id} className={styles.row}>
              <th scope="row" className={styles.line}>
                {productLine.name}
              </th>
              {months.map((month, column) => (
                <Cell
                  key={month}
                  sum={cells[row]?.[column] ?? sumOf([])}
                  month={month}
                  productLine={productLine}
                  most={most}
                  place={`${row} ${column}`}
                  isNow={column === thisMonth}
                  now={column === thisMonth ? shareOfNow : undefined}
                  isPast={column < thisMonth}
                  isChosen={
                    search.month === month.slice(0, 7) && [undefined, productLine.id].includes(search.productLine)
                  }
                  hasTab={at.row === row && at.column === column}
                  enter={() => setPlace({ row, column })}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}

/** Where a key leads to; undefined if it is not one of the grid. */
function placeAfter(
  { key, ctrlKey, metaKey, altKey }: KeyboardEvent,
  { row, column }: { row: number; column: number },
  lastRow: number,
  lastColumn: number,
): { row: number; column: number } | undefined {
  const whole = ctrlKey || metaKey
  if (altKey || (whole && key !== 'Home' && key !== 'End')) {
    return undefined
  }
  switch (key) {
    case 'ArrowLeft':
      return { row, column: Math.max(column - 1, 0) }
    case 'ArrowRight':
      return { row, column: Math.min(column + 1, lastColumn) }
    case 'ArrowUp':
      return { row: Math.max(row - 1, 0), column }
    case 'ArrowDown':
      return { row: Math.min(row + 1, lastRow), column }
    case 'Home':
      return { row: whole ? 0 : row, column: 0 }
    case 'End':
      return { row: whole ? lastRow : row, column: lastColumn }
    default:
      return undefined
  }
}

/** The line of the day of the page in its month. */
function Now({ part }: { part: number }) {
  return <span className={styles.now} style={{ insetInlineStart: `${part * 100}%` }} />
}

function Cell({
  sum,
  month,
  productLine,
  most,
  place,
  isNow,
  now,
  isPast,
  isChosen,
  hasTab,
  enter,
}: {
  sum: Sum
  month: string
  productLine: { id: string; name: string }
  most: number
  place: string
  isNow: boolean
  now: number | undefined
  isPast: boolean
  isChosen: boolean
  hasTab: boolean
  enter: () => void
}) {
  const { format } = useLanguage()
  const t = useTexts(table)
  const { account } = useParams({ from: '/accounts/$account' })
  const label = t.cell(month, productLine.name, sum.lineItems, sum.coverages)
  const isEmpty = sum.lineItems + sum.coverages === 0
  const focus = { 'data-place': place, tabIndex: hasTab ? 0 : -1, onFocus: enter }
  return (
    <td
      className={styles.cell}
      data-now={isNow}
      data-past={isPast}
      data-chosen={isChosen}
      aria-selected={isChosen}
      {...(isEmpty && { ...focus, 'aria-label': label })}
    >
      <span className={styles.small} aria-hidden="true">
        {format.monthName(month)}
      </span>
      {now !== undefined && <Now part={now} />}
      {!isEmpty && (
        <Link
          {...focus}
          className={styles.what}
          title={label}
          to="/accounts/$account/renewals"
          params={{ account }}
          search={(before) => ({
            ...before,
            month: month.slice(0, 7),
            bucket: undefined,
            productLine: productLine.id,
          })}
          resetScroll={false}
        >
          <span className={styles.words}>{label}</span>
          <Bar count={sum.lineItems} most={most} of="lines" />
          <Bar count={sum.coverages} most={most} of="coverages" />
        </Link>
      )}
    </td>
  )
}

/** A figure with its bar, for the eye: the link is called by both figures in words. */
function Bar({ count, most, of }: { count: number; most: number; of: 'lines' | 'coverages' }) {
  const { format } = useLanguage()
  if (count === 0) {
    return null
  }
  const high = Math.max(3, Math.round((count / most) * height))
  return (
    <span className={styles.bar} data-of={of} aria-hidden="true">
      {format.count(count)}
      <svg width="12" height={height}>
        <rect x="0.5" y={height - high + 0.5} width="11" height={high - 1} rx="1" />
      </svg>
    </span>
  )
}

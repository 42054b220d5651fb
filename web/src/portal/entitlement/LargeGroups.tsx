import { Link } from '@tanstack/react-router'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useQuery } from 'urql'
import type { LineItemFilterInput, PositionGrouping } from '../contract/types.ts'
import { useDay } from '../day/day.tsx'
import { FailureLine } from '../kit/Failure.tsx'
import { useLanguage } from '../language/language.tsx'
import styles from './Entitlements.module.css'
import { type Group, inGroups } from './groups.ts'
import { LineCountsDocument, LineItemsDocument, type LinePositionFragment, type LineRowFragment } from './lines.ts'
import { groupSize, ShowGroup } from './Lines.tsx'
import { GroupFoot, GroupHead, LineRows } from './LineTable.tsx'
import { type LinesSearch, linesOrder } from './search.ts'
import { heldStatuses } from './states.ts'
import { type Sum, sumsInWords, sumsOf, trialsOf } from './sums.ts'
import type { View } from './view.ts'

type Table = { account: string; day: string; view: View }

/** How far below the window a group begins to load. */
const ahead = '600px'

/**
 * Groups of a list that is too long to be read at once: each asks for its own first rows as soon as it comes near the
 * window. They are the groups of what is held, and those of the first rows that are not among them, such as trials. What
 * is in neither is counted below.
 */
export function LargeGroups({
  search,
  by,
  filter,
  candidates,
  hasSums,
  first,
  total,
  ...table
}: Table & {
  search: LinesSearch
  by: PositionGrouping
  filter: LineItemFilterInput
  /** What is held, with the groups to which it belongs. */
  candidates: readonly LinePositionFragment[]
  /** Whether what is held adds up to the lines of the list that are held. */
  hasSums: boolean
  first: readonly LineRowFragment[]
  total: number
}) {
  const { texts } = useLanguage()
  const [totals, setTotals] = useState<ReadonlyMap<string, number>>(new Map())
  const count = useCallback(
    (group: string, lines: number) =>
      setTotals((now) => (now.get(group) === lines ? now : new Map(now).set(group, lines))),
    [],
  )
  const held = inGroups(candidates, by, texts)
  const known = new Set(held.map(({ group }) => group.id))
  const others = inGroups(first, by, texts).filter(({ group }) => !known.has(group.id))
  const groups = [...held, ...others.map(({ group }) => ({ group, members: [] }))]
  const rest = total - [...totals.values()].reduce((sum, lines) => sum + lines, 0)
  return (
    <>
      {groups.map(({ group, members }) => (
        <LargeGroup
          key={group.id}
          group={group}
          sums={hasSums ? members : null}
          expected={members.reduce((lines, position) => lines + position.lineItemCount, 0)}
          count={count}
          by={by}
          search={search}
          filter={filter}
          {...table}
        />
      ))}
      {totals.size === groups.length && rest > 0 && (
        <tbody>
          <GroupFoot view={table.view} paper={texts.lines.inOtherGroups(rest)}>
            <Link
              to="/accounts/$account/entitlements"
              params={{ account: table.account }}
              search={{ ...search, group: 'none' as const }}
            >
              {texts.lines.showInOtherGroups(rest)}
            </Link>
          </GroupFoot>
        </tbody>
      )}
    </>
  )
}

/** The filter of one group. */
function within(filter: LineItemFilterInput, by: PositionGrouping, group: Group): LineItemFilterInput {
  switch (by) {
    case 'PRODUCT':
      return { ...filter, product: group.id }
    case 'PRODUCT_LINE':
      return { ...filter, productLine: group.id }
    case 'UNIT':
      return { ...filter, unit: group.id }
    case 'ACCOUNT':
      return { ...filter, account: group.id, includeSubAccounts: false }
    default:
      return filter
  }
}

/** Whether another filter of the address rules a group out, so that nothing needs to be asked. */
function isRuledOut(filter: LineItemFilterInput, by: PositionGrouping, group: Group): boolean {
  const only =
    by === 'PRODUCT' ? filter.product : by === 'PRODUCT_LINE' ? filter.productLine : by === 'UNIT' ? filter.unit : null
  return only !== null && only !== undefined && only !== group.id
}

function LargeGroup({
  group,
  sums,
  expected,
  count,
  by,
  search,
  filter,
  ...table
}: Table & {
  group: Group
  /** What the contract adds up, without trials; null if the list leaves out something of it. */
  sums: readonly Sum[] | null
  expected: number
  count: (group: string, lines: number) => void
  by: PositionGrouping
  search: LinesSearch
  filter: LineItemFilterInput
}) {
  const { texts, format } = useLanguage()
  const { chosen } = useDay()
  const body = useRef<HTMLTableSectionElement>(null)
  const near = useNear(body)
  const ruledOut = isRuledOut(filter, by, group)
  const [{ data, error, fetching }] = useQuery({
    query: LineItemsDocument,
    variables: {
      on: chosen ?? null,
      first: groupSize.whole,
      after: null,
      filter: within(filter, by, group),
      ...linesOrder(search.order),
    },
    pause: !near || ruledOut,
  })
  // The list of every status says how many of a group are held; other lists have either only those, or none.
  const [counts] = useQuery({
    query: LineCountsDocument,
    variables: {
      shown: { ...within(filter, by, group), status: [...heldStatuses], ...(chosen && { on: chosen }) },
      all: within(filter, by, group),
    },
    pause: !near || ruledOut || search.status !== 'all',
  })
  const lines = data?.lineItems
  const found = ruledOut ? 0 : lines?.totalCount
  useEffect(() => {
    if (found !== undefined) {
      count(group.id, found)
    }
  }, [count, found, group.id])
  if (ruledOut || (lines?.totalCount === 0 && !fetching)) {
    return null
  }
  const total = lines?.totalCount ?? null
  const rows =
    lines?.nodes.slice(0, total !== null && total > groupSize.whole ? groupSize.shown : groupSize.whole) ?? []
  const held = counts.data?.shown?.totalCount ?? null
  const whole = total !== null && rows.length === total
  const added = sums ?? (whole ? sumsOf(rows) : [])
  const summed = sums?.reduce((before, sum) => before + sum.lineItemCount, 0) ?? null
  const usable = search.status === 'all' ? held : total
  const trials = whole ? trialsOf(rows) : summed === null || usable === null ? null : Math.max(usable - summed, 0)
  return (
    <tbody ref={body}>
      <GroupHead
        name={group.name}
        sums={sumsInWords({ all: total, held, trials }, added, texts, format, by)}
        view={table.view}
      />
      <LineRows lines={rows} by={by} {...table} />
      {!lines && error && (
        <GroupFoot view={table.view} paper={texts.failure.title}>
          <FailureLine error={error} what={texts.failure.title} />
        </GroupFoot>
      )}
      {lines === undefined && !error && (
        <GroupFoot view={table.view} paper={texts.entitlements.shown(0, expected)}>
          <output
            className={styles.expected}
            style={{ height: Math.min(expected, groupSize.shown) * (table.view.dense ? 37 : 57) }}
            aria-label={texts.loading}
          />
        </GroupFoot>
      )}
      {total !== null && total > rows.length && (
        <ShowGroup search={search} by={by} group={group} shown={rows.length} count={total} {...table} />
      )}
    </tbody>
  )
}

/** Whether an element is, or was, near the window. */
function useNear(element: React.RefObject<Element | null>): boolean {
  const [near, setNear] = useState(false)
  useEffect(() => {
    const watched = element.current
    if (watched === null || near) {
      return
    }
    const observer = new IntersectionObserver((entries) => setNear(entries.some((entry) => entry.isIntersecting)), {
      rootMargin: ahead,
    })
    observer.observe(watched)
    return () => observer.disconnect()
  }, [element, near])
  return near
}

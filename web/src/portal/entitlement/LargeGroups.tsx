import { useEffect, useRef, useState } from 'react'
import { useQuery } from 'urql'
import type { LineItemFilterInput, PositionGrouping } from '../contract/types.ts'
import { useDay } from '../day/day.tsx'
import { useLanguage } from '../language/language.tsx'
import styles from './Entitlements.module.css'
import { type Group, inGroups } from './groups.ts'
import { LineItemsDocument, type LinePositionFragment, type LineRowFragment } from './lines.ts'
import { groupSize, ShowGroup } from './Lines.tsx'
import { GroupFoot, GroupHead, LineRows } from './LineTable.tsx'
import { type LinesSearch, linesOrder, narrows } from './search.ts'
import { sumsInWords } from './sums.ts'
import type { View } from './view.ts'

type Table = { account: string; day: string; view: View }

/** How far below the window a group begins to load. */
const ahead = '600px'

/**
 * Groups of a list that is too long to be read at once: each asks for its own first rows as soon as it comes near the
 * window. They are the groups of the sums, and those of the first rows that no sum has, such as trials.
 */
export function LargeGroups({
  search,
  by,
  filter,
  sums,
  first,
  ...table
}: Table & {
  search: LinesSearch
  by: PositionGrouping
  filter: LineItemFilterInput
  sums: readonly LinePositionFragment[]
  first: readonly LineRowFragment[]
}) {
  const summed = inGroups(sums, by)
  const known = new Set(summed.map(({ group }) => group.id))
  const others = inGroups(first, by).filter(({ group }) => !known.has(group.id))
  return (
    <>
      {summed.map(({ group, members }) => (
        <LargeGroup key={group.id} group={group} sums={members} by={by} search={search} filter={filter} {...table} />
      ))}
      {others.map(({ group }) => (
        <LargeGroup key={group.id} group={group} sums={[]} by={by} search={search} filter={filter} {...table} />
      ))}
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
  const only = by === 'PRODUCT' ? filter.product : by === 'PRODUCT_LINE' ? filter.productLine : by === 'UNIT' ? filter.unit : null
  return only !== null && only !== undefined && only !== group.id
}

function LargeGroup({
  group,
  sums,
  by,
  search,
  filter,
  ...table
}: Table & {
  group: Group
  sums: readonly LinePositionFragment[]
  by: PositionGrouping
  search: LinesSearch
  filter: LineItemFilterInput
}) {
  const { texts, format } = useLanguage()
  const { chosen } = useDay()
  const body = useRef<HTMLTableSectionElement>(null)
  const near = useNear(body)
  const ruledOut = isRuledOut(filter, by, group)
  const [{ data, fetching }] = useQuery({
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
  const lines = data?.lineItems
  if (ruledOut || (lines?.totalCount === 0 && !fetching)) {
    return null
  }
  const total = lines?.totalCount ?? null
  const rows = lines?.nodes.slice(0, total !== null && total > groupSize.whole ? groupSize.shown : groupSize.whole) ?? []
  const expected = Math.min(
    sums.reduce((count, position) => count + position.lineItemCount, 0),
    groupSize.shown,
  )
  return (
    <tbody ref={body}>
      <GroupHead name={group.name} sums={sumsInWords(total, narrows(search) ? [] : sums, texts, format, by)} view={table.view} />
      <LineRows lines={rows} by={by} {...table} />
      {lines === undefined && (
        <GroupFoot view={table.view}>
          <output className={styles.expected} style={{ height: expected * (table.view.dense ? 37 : 57) }} aria-label={texts.loading} />
        </GroupFoot>
      )}
      {total !== null && total > rows.length && <ShowGroup search={search} by={by} group={group} count={total} {...table} />}
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
    const observer = new IntersectionObserver(
      (entries) => setNear(entries.some((entry) => entry.isIntersecting)),
      { rootMargin: ahead },
    )
    observer.observe(watched)
    return () => observer.disconnect()
  }, [element, near])
  return near
}

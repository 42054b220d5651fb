import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useQuery } from 'urql'
import type { PositionGrouping } from '../contract/types.ts'
import { useDay } from '../day/day.tsx'
import { Button } from '../kit/Button.tsx'
import { Failure } from '../kit/Failure.tsx'
import { Notice } from '../kit/Notice.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import { useLanguage } from '../language/language.tsx'
import styles from './Entitlements.module.css'
import { type Group, inGroups, searchOfGroup } from './groups.ts'
import { LargeGroups } from './LargeGroups.tsx'
import { LineItemsDocument, type LinePositionFragment, LinePositionsDocument, type LineRowFragment } from './lines.ts'
import { GroupFoot, GroupHead, LineRows, LineTable } from './LineTable.tsx'
import { type LinesSearch, linesFilter, linesGrouping, linesOrder, narrows } from './search.ts'
import { sumsInWords } from './sums.ts'
import type { View } from './view.ts'

/** How many rows come at a time. Groups can be made of what fits on one page; larger lists ask for each group. */
const pageSize = 100

/** How many rows of a group are shown. A group with a few more is shown whole. */
export const groupSize = { shown: 6, whole: 8 }

/** The rows of the filters in the address, in groups or page by page. */
export function Lines({ search, account, view }: { search: LinesSearch; account: string; view: View }) {
  const { texts } = useLanguage()
  const { day, chosen } = useDay()
  const filter = linesFilter(account, search, day, chosen)
  const by = linesGrouping(search.group)
  const asked = JSON.stringify([filter, search.order, chosen])
  const [page, setPage] = useState<{ asked: string; after: string | null }>({ asked, after: null })
  const on = chosen ?? null
  const [{ data, error, fetching, stale }, again] = useQuery({
    query: LineItemsDocument,
    variables: { on, first: pageSize, after: page.asked === asked ? page.after : null, filter, ...linesOrder(search.order) },
  })
  const [positions] = useQuery({
    query: LinePositionsDocument,
    variables: { account: search.held ?? account, by: by ?? 'UNIT', on, includeSubAccounts: search.below !== false },
    pause: by === null,
  })
  const sums = by === null ? [] : (positions.data?.account?.positions ?? [])
  const lines = data?.lineItems
  if (error && !lines) {
    return <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />
  }
  if (!lines) {
    return <Skeleton rows={12} />
  }
  if (lines.totalCount === 0) {
    return <Empty search={search} />
  }
  const large = by !== null && lines.totalCount > pageSize && search.status === undefined
  if (large && positions.data === undefined && positions.error === undefined) {
    return <Skeleton rows={12} />
  }
  const table = { account, day, view }
  return (
    <>
      <LineTable view={view} stale={fetching || stale}>
        {by === null && (
          <tbody>
            <LineRows lines={lines.nodes} {...table} />
          </tbody>
        )}
        {by !== null && large && (
          <LargeGroups search={search} by={by} filter={filter} sums={sums} first={lines.nodes} {...table} />
        )}
        {by !== null && !large && (
          <SmallGroups search={search} by={by} sums={sums} lines={lines.nodes} partial={lines.pageInfo.hasNextPage} {...table} />
        )}
      </LineTable>
      {!large && (
        <p className={styles.more}>
          {lines.pageInfo.hasNextPage && (
            <Button disabled={fetching} onClick={() => setPage({ asked, after: lines.pageInfo.endCursor })}>
              {texts.entitlements.more(Math.min(pageSize, lines.totalCount - lines.nodes.length))}
            </Button>
          )}
          <output>{texts.entitlements.shown(lines.nodes.length, lines.totalCount)}</output>
        </p>
      )}
    </>
  )
}

/** Groups made of the rows that are here. */
function SmallGroups({
  search,
  by,
  sums,
  lines,
  partial,
  ...table
}: {
  search: LinesSearch
  by: PositionGrouping
  sums: readonly LinePositionFragment[]
  lines: readonly LineRowFragment[]
  partial: boolean
  account: string
  day: string
  view: View
}) {
  const { texts, format } = useLanguage()
  const summed = new Map(narrows(search) ? [] : inGroups(sums, by).map(({ group, members }) => [group.id, members]))
  return inGroups(lines, by).map(({ group, members }) => {
    const shown = members.length <= groupSize.whole ? members : members.slice(0, groupSize.shown)
    return (
      <tbody key={group.id}>
        <GroupHead
          name={group.name}
          sums={sumsInWords(partial ? null : members.length, summed.get(group.id) ?? [], texts, format, by)}
          view={table.view}
        />
        <LineRows lines={shown} by={by} {...table} />
        {shown.length < members.length && (
          <ShowGroup search={search} by={by} group={group} count={partial ? null : members.length} {...table} />
        )}
      </tbody>
    )
  })
}

/** Leads to the list of one group. */
export function ShowGroup({
  search,
  by,
  group,
  count,
  account,
  view,
}: {
  search: LinesSearch
  by: PositionGrouping
  group: Group
  count: number | null
  account: string
  view: View
}) {
  const { texts } = useLanguage()
  return (
    <GroupFoot view={view}>
      <Link to="/accounts/$account/entitlements" params={{ account }} search={searchOfGroup(search, by, group)}>
        {count === null ? texts.lines.showMoreOf(group.name) : texts.lines.showAllOf(count, group.name)}
      </Link>
    </GroupFoot>
  )
}

/** Says why there are no rows, and leads back to some. */
function Empty({ search }: { search: LinesSearch }) {
  const { texts } = useLanguage()
  const navigate = useNavigate({ from: '/accounts/$account/entitlements' })
  if (search.status === 'all' && !narrows({ ...search, status: undefined })) {
    return <Notice title={texts.entitlements.none}>{texts.entitlements.noneNext}</Notice>
  }
  const everyStatus = search.status !== 'all'
  return (
    <Notice title={texts.entitlements.empty}>
      {everyStatus && (
        <Button onClick={() => void navigate({ search: (now) => ({ ...now, status: 'all' }) })}>{texts.lines.everyStatus}</Button>
      )}
      {narrows(search) && (
        <Button onClick={() => void navigate({ search: ({ on }: { on?: string }) => ({ ...(on && { on }) }) })}>
          {texts.filters.clear}
        </Button>
      )}
    </Notice>
  )
}

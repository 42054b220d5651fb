import { Link, useNavigate } from '@tanstack/react-router'
import { useQuery } from 'urql'
import type { PositionGrouping } from '../contract/types.ts'
import { useDay } from '../day/day.tsx'
import { Button } from '../kit/Button.tsx'
import { Failure, FailureLine } from '../kit/Failure.tsx'
import { useFirstRows } from '../kit/firstRows.ts'
import { Notice } from '../kit/Notice.tsx'
import { pageSize, usePages } from '../kit/pages.ts'
import { Skeleton } from '../kit/Skeleton.tsx'
import { useLanguage } from '../language/language.tsx'
import { ByName } from './ByName.tsx'
import styles from './Entitlements.module.css'
import { type Group, inGroups, searchOfGroup } from './groups.ts'
import { useHidden } from './hidden.ts'
import { LargeGroups } from './LargeGroups.tsx'
import { LineItemsDocument, type LinePositionFragment, LinePositionsDocument, type LineRowFragment } from './lines.ts'
import { GroupFoot, GroupHead, LineRows, LineTable } from './LineTable.tsx'
import { hasSums, type LinesSearch, linesFilter, linesGrouping, linesOrder, narrows } from './search.ts'
import { heldOf, sumsInWords, sumsOf, trialsOf } from './sums.ts'
import type { View } from './view.ts'

/** How many rows of a group are shown. A group with a few more is shown whole. */
export const groupSize = { shown: 6, whole: 8 }

/** The rows of the filters in the address, in groups or page by page. */
export function Lines({ search, account, view }: { search: LinesSearch; account: string; view: View }) {
  const { texts } = useLanguage()
  const { day, chosen } = useDay()
  const filter = linesFilter(account, search, day, chosen)
  const by = linesGrouping(search.group)
  const asked = JSON.stringify([filter, search.order, chosen])
  const on = chosen ?? null
  const { variables, next } = usePages({ on, filter, ...linesOrder(search.order) })
  const [{ data, error, fetching, stale }, again] = useQuery({
    query: LineItemsDocument,
    variables,
  })
  const [positions] = useQuery({
    query: LinePositionsDocument,
    variables: { account: search.held ?? account, by: by ?? 'UNIT', on, includeSubAccounts: search.below !== false },
    pause: by === null,
  })
  const lines = data?.lineItems
  if (error && !lines) {
    return <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />
  }
  if (!lines) {
    return <Skeleton rows={12} />
  }
  if (lines.totalCount === 0) {
    return <Empty search={search} account={account} />
  }
  // Groups can be made of what fits on one page; larger lists ask for each group.
  const large = by !== null && lines.totalCount > pageSize
  if (large && positions.data === undefined && positions.error === undefined) {
    return <Skeleton rows={12} />
  }
  const table = { account, day, view, coverageEnds: search.coverageEnds }
  return (
    <>
      {search.text !== undefined && <ByName text={search.text} account={account} except={lines.nodes} />}
      {large && positions.error && !positions.data?.account?.positions && (
        <FailureLine error={positions.error} what={texts.lines.noGroups} />
      )}
      <LineTable view={view} stale={fetching || stale}>
        {by === null && <Flat lines={lines.nodes} {...table} />}
        {by !== null && large && (
          <LargeGroups
            key={asked}
            search={search}
            by={by}
            filter={filter}
            candidates={positions.data?.account?.positions ?? []}
            hasSums={hasSums(search)}
            first={lines.nodes}
            total={lines.totalCount}
            {...table}
          />
        )}
        {by !== null && !large && (
          <SmallGroups
            search={search}
            by={by}
            lines={lines.nodes}
            positions={hasSums(search) ? positions.data?.account?.positions : undefined}
            {...table}
          />
        )}
      </LineTable>
      <div className={styles.more}>
        {by === null && lines.pageInfo.hasNextPage && (
          <Button disabled={fetching} onClick={next(lines)}>
            {texts.entitlements.more(Math.min(pageSize, lines.totalCount - lines.nodes.length))}
          </Button>
        )}
        <output>
          {by === null
            ? texts.entitlements.shown(lines.nodes.length, lines.totalCount)
            : texts.lines.inAll(lines.totalCount)}
        </output>
        <Hidden search={search} account={account} />
      </div>
    </>
  )
}

type TableOptions = { account: string; day: string; view: View; coverageEnds?: LinesSearch['coverageEnds'] }

function Flat({ lines, ...table }: TableOptions & { lines: readonly LineRowFragment[] }) {
  return (
    <tbody>
      <LineRows lines={useFirstRows(lines)} {...table} />
    </tbody>
  )
}

/** Says how many line items the list leaves out because they are not held, and leads to them. */
function Hidden({ search, account }: { search: LinesSearch; account: string }) {
  const { texts } = useLanguage()
  const hidden = useHidden(account, search)
  if (!hidden) {
    return null
  }
  return (
    <span>
      {texts.lines.hiddenWhy(hidden)}{' '}
      <Link to="/accounts/$account/entitlements" params={{ account }} search={{ ...search, status: 'all' as const }}>
        {texts.lines.showHidden}
      </Link>
    </span>
  )
}

/** Groups made of the rows that are here, which are all. */
function SmallGroups({
  search,
  by,
  lines,
  positions,
  ...table
}: TableOptions & {
  search: LinesSearch
  by: PositionGrouping
  lines: readonly LineRowFragment[]
  /** What the contract adds up, if the rows are all that is held; it leaves out trials. */
  positions: readonly LinePositionFragment[] | null | undefined
}) {
  const { texts, format } = useLanguage()
  const summed = positions && new Map(inGroups(positions, by, texts).map(({ group, members }) => [group.id, members]))
  return inGroups(lines, by, texts).map(({ group, members }) => {
    const shown = members.length <= groupSize.whole ? members : members.slice(0, groupSize.shown)
    return (
      <tbody key={group.id}>
        <GroupHead
          name={group.name}
          sums={sumsInWords(
            { all: members.length, held: heldOf(members).length, trials: trialsOf(members) },
            summed ? (summed.get(group.id) ?? []) : sumsOf(members),
            texts,
            format,
            by,
          )}
          view={table.view}
        />
        <LineRows lines={shown} by={by} {...table} />
        {shown.length < members.length && (
          <ShowGroup search={search} by={by} group={group} shown={shown.length} count={members.length} {...table} />
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
  shown,
  count,
  account,
  view,
}: {
  search: LinesSearch
  by: PositionGrouping
  group: Group
  shown: number
  count: number
  account: string
  view: View
}) {
  const { texts } = useLanguage()
  return (
    <GroupFoot view={view} paper={texts.entitlements.shown(shown, count)}>
      <Link to="/accounts/$account/entitlements" params={{ account }} search={searchOfGroup(search, by, group)}>
        {texts.lines.showAllOf(count, group.name)}
      </Link>
    </GroupFoot>
  )
}

/** Says why there are no rows, and leads back to some. */
function Empty({ search, account }: { search: LinesSearch; account: string }) {
  const { texts } = useLanguage()
  const hidden = useHidden(account, search) ?? 0
  const navigate = useNavigate({ from: '/accounts/$account/entitlements' })
  if (search.status === 'all' && !narrows({ ...search, status: undefined })) {
    return <Notice title={texts.entitlements.none}>{texts.entitlements.noneNext}</Notice>
  }
  return (
    <>
      {search.text !== undefined && <ByName text={search.text} account={account} except={[]} />}
      <Notice title={texts.entitlements.empty}>
        {hidden > 0 && texts.lines.hiddenWhy(hidden)}
        {search.text !== undefined && <p>{texts.lines.notOrders}</p>}
        {search.status !== 'all' && (hidden > 0 || search.status !== undefined) && (
          <Button onClick={() => void navigate({ search: (now) => ({ ...now, status: 'all' }) })}>
            {texts.lines.everyStatus}
          </Button>
        )}
        {narrows(search) && (
          <Button onClick={() => void navigate({ search: ({ on }: { on?: string }) => ({ ...(on && { on }) }) })}>
            {texts.filters.clear}
          </Button>
        )}
      </Notice>
    </>
  )
}

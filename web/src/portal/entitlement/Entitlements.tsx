import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useQuery } from 'urql'
import type { LineItemFilterInput } from '../contract/types.ts'
import { useDay } from '../day/day.tsx'
import { Button } from '../kit/Button.tsx'
import { Failure } from '../kit/Failure.tsx'
import { Notice } from '../kit/Notice.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import { addDays } from '../language/format.ts'
import { useLanguage } from '../language/language.tsx'
import styles from './Entitlements.module.css'
import { Filters } from './Filters.tsx'
import { LineItemsDocument, LineItemSummaryDocument } from './lines.ts'
import { LineTable } from './LineTable.tsx'
import { linesFilter } from './search.ts'

const pageSize = 50
const held = ['ACTIVE', 'IN_GRACE'] as const

/** The line items of an account: product, quantity and unit, use, status, term and coverage. */
export function Entitlements() {
  const { texts } = useLanguage()
  const { account } = useParams({ from: '/accounts/$account' })
  const search = useSearch({ from: '/accounts/$account/entitlements' })
  const { day, chosen } = useDay()
  const filter = linesFilter(account, search, day, chosen)
  const scope = { account, includeSubAccounts: search.below !== false }
  const [summary] = useQuery({
    query: LineItemSummaryDocument,
    variables: {
      all: scope,
      held: { ...scope, status: [...held], ...(chosen && { on: chosen }) },
      ending: { ...scope, endsBetween: { from: day, to: addDays(day, 90) } },
    },
  })
  const closed = summary.error?.graphQLErrors.some((e) => e.extensions?.code === 'SERVICE_CLOSED')
  if (closed) {
    return (
      <>
        <h1 className={styles.title}>{texts.entitlements.title}</h1>
        <Notice title={texts.entitlements.closed}>{texts.entitlements.closedNext}</Notice>
      </>
    )
  }
  const filtered = Object.keys(search).some((name) => name !== 'on' && name !== 'below')
  return (
    <>
      <h1 className={styles.title}>{texts.entitlements.title}</h1>
      <p className={styles.sentence}>
        {summary.data?.held && summary.data.all && summary.data.ending ? (
          <>
            <strong>{texts.entitlements.held(summary.data.held.totalCount, summary.data.all.totalCount)}</strong>{' '}
            {texts.entitlements.ending(summary.data.ending.totalCount)}
          </>
        ) : (
          ' '
        )}
      </p>
      <Filters search={search} />
      <Lines key={JSON.stringify([filter, chosen])} filter={filter} filtered={filtered} account={account} />
    </>
  )
}

/** The rows of one filter, page by page. */
function Lines({ filter, filtered, account }: { filter: LineItemFilterInput; filtered: boolean; account: string }) {
  const { texts } = useLanguage()
  const navigate = useNavigate()
  const { day, chosen } = useDay()
  const [after, setAfter] = useState<string | null>(null)
  const [{ data, error, fetching }, again] = useQuery({
    query: LineItemsDocument,
    variables: { on: chosen ?? null, first: pageSize, after, filter, orderBy: 'ENDS_ON' as const, direction: null },
  })
  const lines = data?.lineItems
  return (
    <>
      {error && !lines && <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />}
      {!error && !lines && fetching && <Skeleton rows={8} />}
      {lines && lines.totalCount === 0 && (
        <Notice title={filtered ? texts.entitlements.empty : texts.entitlements.none}>
          {filtered ? (
            <Button onClick={() => void navigate({ to: '.', search: ({ on }) => ({ ...(on && { on }) }) })}>
              {texts.filters.clear}
            </Button>
          ) : (
            texts.entitlements.noneNext
          )}
        </Notice>
      )}
      {lines && lines.totalCount > 0 && (
        <>
          <LineTable lines={lines.nodes} account={account} day={day} />
          <div className={styles.more}>
            {lines.pageInfo.hasNextPage && (
              <Button disabled={fetching} onClick={() => setAfter(lines.pageInfo.endCursor)}>
                {texts.entitlements.more(Math.min(pageSize, lines.totalCount - lines.nodes.length))}
              </Button>
            )}
            <span>{texts.entitlements.shown(lines.nodes.length, lines.totalCount)}</span>
          </div>
        </>
      )}
    </>
  )
}

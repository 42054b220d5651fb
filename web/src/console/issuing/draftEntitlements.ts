import type { CombinedError } from '@urql/core'
import { useState } from 'react'
import { useQuery } from 'urql'
import { NewestEntitlementsDocument, type NewestEntitlementsQuery } from './issuing.ts'

/** An entitlement of which nobody can use anything yet. */
export type Draft = NonNullable<NewestEntitlementsQuery['entitlements']>['nodes'][number]

/** How many entitlements the contract gives at once, and how many are looked through before the viewer asks for more. */
const page = 100
const atOnce = 500

/**
 * The drafts among the newest entitlements. The contract has no list of drafts over all customers, so the entitlements are
 * looked through, newest first, and older ones on demand.
 */
export function useDraftEntitlements(account: string | undefined): {
  drafts: readonly Draft[]
  read: number
  /** The moment from which the oldest entitlement is that was looked through. */
  since: string | null
  waits: boolean
  error: CombinedError | undefined
  again: () => void
  older: (() => void) | undefined
} {
  const [after, setAfter] = useState<string | null>(null)
  const [limit, setLimit] = useState(atOnce)
  const filter = account === undefined ? null : { account, includeSubAccounts: true }
  const [{ data, error, fetching }, ask] = useQuery({
    query: NewestEntitlementsDocument,
    variables: { filter, first: page, after },
  })
  const all = data?.entitlements
  const read = all?.nodes.length ?? 0
  const next = all?.pageInfo.hasNextPage ? all.pageInfo.endCursor : null
  if (!fetching && next !== null && next !== after && read < limit) {
    setAfter(next)
  }
  return {
    drafts: all?.nodes.filter(({ decision }) => decision === 'DRAFT') ?? [],
    read,
    since: all?.nodes.at(-1)?.createdAt ?? null,
    waits: fetching || (next !== null && read < limit && !error),
    error,
    again: () => ask({ requestPolicy: 'network-only' }),
    older: next === null ? undefined : () => setLimit(read + atOnce),
  }
}

import type { CombinedError } from '@urql/core'
import { useState } from 'react'
import { useQuery } from 'urql'
import type { EntitlementFilterInput } from '../../portal/contract/types.ts'
import { DraftEntitlementsDocument, type DraftEntitlementsQuery } from './issuing.ts'

/** An entitlement of which nobody can use anything yet. */
export type Draft = NonNullable<DraftEntitlementsQuery['entitlements']>['nodes'][number]

/** How many drafts are read at once. */
const page = 50

/** The drafts of all customers, or of one and those below it: the newest first, and older ones on demand. */
export function useDraftEntitlements(account: string | undefined): {
  drafts: readonly Draft[]
  waits: boolean
  error: CombinedError | undefined
  again: () => void
  older: (() => void) | undefined
} {
  const [after, setAfter] = useState<string | null>(null)
  const filter: EntitlementFilterInput = {
    decision: ['DRAFT'],
    ...(account !== undefined && { account, includeSubAccounts: true }),
  }
  const [{ data, error, fetching }, ask] = useQuery({
    query: DraftEntitlementsDocument,
    variables: { filter, first: page, after },
  })
  const all = data?.entitlements
  const next = all?.pageInfo.hasNextPage ? all.pageInfo.endCursor : null
  return {
    // What was deployed or withdrawn on the page has another decision at once, before the list is read again.
    drafts: all?.nodes.filter(({ decision }) => decision === 'DRAFT') ?? [],
    waits: fetching,
    error,
    again: () => ask({ requestPolicy: 'network-only' }),
    older: next === null ? undefined : () => setAfter(next),
  }
}

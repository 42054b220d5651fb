import type { CombinedError } from '@urql/core'
import { useState } from 'react'
import { useQuery } from 'urql'
import type { PartNumberFilterInput } from '../../portal/contract/types.ts'
import { CatalogPartNumbersDocument, type PartNumberRowFragment } from './catalog.ts'

/** How many part numbers the contract gives at once, and how many are looked through before the viewer asks for more. */
const page = 100
const atOnce = 1000

/**
 * The part numbers of which something is missing. The contract has no filter for them, so all are looked through by their
 * codes, and further ones on demand.
 */
export function useIncomplete(filter: PartNumberFilterInput): {
  parts: readonly PartNumberRowFragment[]
  read: number
  all: number
  /** Whether nothing is shown yet, because the first ones are still looked through; rows would move one another. */
  begins: boolean
  error: CombinedError | undefined
  again: () => void
  further: (() => void) | undefined
} {
  const [after, setAfter] = useState<string | null>(null)
  const [limit, setLimit] = useState(atOnce)
  const [{ data, error, fetching }, ask] = useQuery({
    query: CatalogPartNumbersDocument,
    variables: { filter, first: page, after },
  })
  const list = data?.partNumbers
  const read = list?.nodes.length ?? 0
  const next = list?.pageInfo.hasNextPage ? list.pageInfo.endCursor : null
  if (!fetching && next !== null && next !== after && read < limit) {
    setAfter(next)
  }
  const waits = !error && (fetching || (next !== null && read < limit))
  return {
    parts: list?.nodes.filter(({ gaps }) => gaps.length > 0) ?? [],
    read,
    all: list?.totalCount ?? 0,
    begins: waits && limit === atOnce,
    error,
    again: () => ask({ requestPolicy: 'network-only' }),
    further: next === null || waits ? undefined : () => setLimit(read + atOnce),
  }
}

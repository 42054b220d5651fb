import { useQuery } from 'urql'
import { productName } from '../entitlement/groups.ts'
import { LineNamesDocument } from './forecast.ts'

/** What line items are called, by their ids; the id itself until that is known. */
export function useLineNames(ids: readonly string[]): (id: string) => string {
  const [{ data }] = useQuery({ query: LineNamesDocument, variables: { ids: [...ids] }, pause: ids.length === 0 })
  return (id) => {
    const found = data?.nodes?.find((node) => node?.__typename === 'LineItem' && node.id === id)
    return found?.__typename === 'LineItem' ? `${productName(found.product)} (${found.activationId})` : id
  }
}

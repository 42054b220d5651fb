import { readId } from '../../portal/contract/id.ts'

/** What the address says of the page of a customer: the product to which it is limited. */
export type CustomerSearch = { product?: string }

/** Reads the address of the page of a customer. */
export function customerSearch(search: Record<string, unknown>): CustomerSearch {
  const product = readId(search.product, 'prod')
  return product === undefined ? {} : { product }
}

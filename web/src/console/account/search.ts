import { readId } from '../../portal/contract/id.ts'
import { isDay } from '../../portal/language/format.ts'

/** What the address says of the page of a customer: the product to which it is limited. */
export type CustomerSearch = { product?: string }

/** What the address says of the changes of a customer's rights: the first and the last day on which they were recorded. */
export type ChangesSearch = { from?: string; to?: string }

/** Reads the address of the changes of a customer's rights. */
export function changesSearch({ from, to }: Record<string, unknown>): ChangesSearch {
  return {
    ...(typeof from === 'string' && isDay(from) && { from }),
    ...(typeof to === 'string' && isDay(to) && { to }),
  }
}

/**
 * The time from the begin of a day to the end of another one, as the viewer's clock has them. Days in the wrong order are
 * taken the other way round.
 */
export function timeOf(from: string, to: string): { from: string; to: string } {
  const [first, last] = from <= to ? [from, to] : [to, from]
  const end = new Date(`${last}T00:00:00`)
  end.setDate(end.getDate() + 1)
  return { from: new Date(`${first}T00:00:00`).toISOString(), to: end.toISOString() }
}

/** Reads the address of the page of a customer. */
export function customerSearch(search: Record<string, unknown>): CustomerSearch {
  const product = readId(search.product, 'prod')
  return product === undefined ? {} : { product }
}

import { readId } from '../../portal/contract/id.ts'

/** What the address says of the screens that issue rights: the customer. */
export type IssuingSearch = { account?: string }

/** Reads the address of a screen that issues rights. */
export function issuingSearch(search: Record<string, unknown>): IssuingSearch {
  const account = readId(search.account, 'acct')
  return account === undefined ? {} : { account }
}

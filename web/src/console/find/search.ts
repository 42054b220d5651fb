import { searchText } from '../../portal/contract/address.ts'

/** What the address says of the search: the words. */
export type FindSearch = { text?: string }

/** Reads the address of the search. */
export function findSearch({ text }: Record<string, unknown>): FindSearch {
  const words = searchText(text)
  return words === undefined ? {} : { text: words }
}

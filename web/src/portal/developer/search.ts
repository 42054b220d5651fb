import { searchText } from '../contract/address.ts'

/** The parts of the page for developers. Without one in the address, it says how to query. */
export type DeveloperPart = 'guide' | 'reference' | 'codes'

/** What the page for developers shows, as its address says it. The end of the address names a field or a code. */
export type DeveloperSearch = {
  tab?: Exclude<DeveloperPart, 'guide'>
  /** The type of the contract that is shown, or a directive with its "@". */
  type?: string
  /** What is looked for in the contract. */
  text?: string
}

/** Reads the address. A type or a text is always of the reference. */
export function developerSearch(search: Record<string, unknown>): DeveloperSearch {
  if (typeof search.type === 'string' && /^@?[A-Za-z]\w{0,79}$/u.test(search.type)) {
    return { type: search.type }
  }
  const text = searchText(search.text)
  if (text !== undefined) {
    return { text }
  }
  return search.tab === 'reference' || search.tab === 'codes' ? { tab: search.tab } : {}
}

/** The part of the page that an address shows. */
export function partOf({ tab, type, text }: DeveloperSearch): DeveloperPart {
  return type !== undefined || text !== undefined ? 'reference' : (tab ?? 'guide')
}

import { yesOrNo } from '../contract/address.ts'
import { readId } from '../contract/id.ts'

/** By what amounts are put together: products, units, or accounts; without it, product lines. */
export const groupings = ['product', 'unit', 'account'] as const

/** For how many months reports of meters are shown; without it, 12. */
export const periods = [3, 24, 36] as const

/** What the page of usage shows, as its address says it. */
export type UsageSearch = {
  view?: 'table'
  group?: (typeof groupings)[number]
  productLine?: string
  meter?: string
  months?: (typeof periods)[number]
  /** Whether what the accounts below hold counts. */
  below?: false
}

/** Reads the address. What it does not understand is left out. */
export function usageSearch(search: Record<string, unknown>): UsageSearch {
  const productLine = readId(search.productLine, 'pline')
  const meter = readId(search.meter, 'meter')
  const group = groupings.find((g) => g === search.group)
  const months = periods.find((m) => m === Number(search.months))
  return {
    ...(search.view === 'table' && { view: 'table' }),
    ...(group && { group }),
    ...(productLine && { productLine }),
    ...(meter && { meter }),
    ...(months && { months }),
    ...(yesOrNo(search.below) === false && { below: false }),
  }
}

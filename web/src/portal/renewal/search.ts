import { yesOrNo } from '../contract/address.ts'
import { readId } from '../contract/id.ts'
import { isDay } from '../language/format.ts'

/** The times for which the page adds up what ends, in their order. */
export const buckets = ['overdue', 'first', 'second', 'third', 'later'] as const
export type Bucket = (typeof buckets)[number]

/** What the page of renewals shows, as its address says it. Without month and bucket, the list is of what ends soon. */
export type RenewalsSearch = {
  view?: 'table'
  /** A month, such as 2027-03. */
  month?: string
  bucket?: Bucket
  productLine?: string
  /** Whether line items and coverages of the accounts below count. */
  below?: false
}

/** Reads the address. What it does not understand is left out. A month goes before a bucket. */
export function renewalsSearch(search: Record<string, unknown>): RenewalsSearch {
  const { view, month } = search
  const productLine = readId(search.productLine, 'pline')
  const bucket = buckets.find((b) => b === search.bucket)
  const isMonth = typeof month === 'string' && isDay(`${month}-01`)
  return {
    ...(view === 'table' && { view }),
    ...(isMonth && { month }),
    ...(!isMonth && bucket && { bucket }),
    ...(productLine && { productLine }),
    ...(yesOrNo(search.below) === false && { below: false }),
  }
}

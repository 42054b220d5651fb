import { daysFrom, renewableStatuses, soonDays } from '../entitlement/states.ts'
import { daysOfMonth, type Range } from '../language/format.ts'
import { daysOfBuckets } from './months.ts'
import type { RenewalsSearch } from './search.ts'

/** The days of what is chosen: those of a month or a bucket, or the next 90. */
export function daysOfChoice({ month, bucket }: RenewalsSearch, day: string): Range {
  return month !== undefined
    ? daysOfMonth(`${month}-01`)
    : bucket !== undefined
      ? daysOfBuckets(day)[bucket]
      : daysFrom(day, soonDays)
}

/** The filter of the contract for what ends in the chosen days: it suits line items and coverages. */
export function filterOfChoice(search: RenewalsSearch, account: string, day: string, chosen: string | undefined) {
  return {
    account,
    includeSubAccounts: search.below !== false,
    endsBetween: daysOfChoice(search, day),
    status: [...renewableStatuses],
    ...(search.productLine !== undefined && { productLine: search.productLine }),
    ...(chosen !== undefined && { on: chosen }),
  }
}

import { addDays, daysOfMonth, isDay, monthAfter, type Range } from '../language/format.ts'
import type { Bucket } from './search.ts'

/** How many months the chart shows, and how many of them are before that of the day. */
export const shownMonths = 18
const before = 2

/** The first days of the months around a day, without those that the contract does not know. */
export function monthsAround(day: string): string[] {
  return Array.from({ length: shownMonths }, (_, index) => monthAfter(day, index - before)).filter(isDay)
}

/** How much of its month has gone by before a day: 0 on the first day. */
export function partOfMonth(day: string): number {
  const { to } = daysOfMonth(`${day.slice(0, 8)}01`)
  return (Number(day.slice(8)) - 1) / Number(to.slice(8))
}

/**
 * The days for which the contract is asked, as they are known before the day is: all months of the chart are in them
 * as a whole.
 */
export function daysOfChart(day: string): Range {
  return { from: addDays(day, -92), to: addDays(day, 488) }
}

/** The days of each bucket. What ended more than a year ago and was not renewed is no longer overdue. */
export function daysOfBuckets(day: string): Record<Bucket, Range> {
  return {
    overdue: { from: addDays(day, -365), to: addDays(day, -1) },
    first: { from: day, to: addDays(day, 29) },
    second: { from: addDays(day, 30), to: addDays(day, 59) },
    third: { from: addDays(day, 60), to: addDays(day, 89) },
    later: { from: addDays(day, 90), to: daysOfChart(day).to },
  }
}

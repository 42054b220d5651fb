import { addDays, daysOfMonth, isDay, monthAfter } from '../language/format.ts'
import type { UsageRecordsQuery } from './usage.ts'

export type Report = NonNullable<NonNullable<UsageRecordsQuery['account']>['usageRecords']>['nodes'][number]

/** For how many months reports are shown if the address says nothing. */
export const usualMonths = 12

/**
 * The days for which reports are asked. They begin with a fixed number of days before the day, so that the page can have
 * the answer before it knows the day; `reportsOf` leaves out what is too old.
 */
export function daysOfReports(day: string, months: number): { from: string; to: string } {
  return { from: addDays(day, -31 * months), to: day }
}

/** A meter with its reports, in the order of time. */
export type MeterReports = { meter: Report['meter']; reports: Report[] }

/** The reports of the last months, meter by meter, in the order of product lines and names. */
export function reportsOf(reports: readonly Report[], day: string, months: number): MeterReports[] {
  const wanted = monthAfter(day, 1 - months)
  const begin = isDay(wanted) ? wanted : day
  const found = new Map<string, MeterReports>()
  for (const report of reports.filter(({ endsOn }) => endsOn >= begin)) {
    const of = found.get(report.meter.id) ?? { meter: report.meter, reports: [] }
    of.reports.push(report)
    found.set(report.meter.id, of)
  }
  for (const { reports: own } of found.values()) {
    own.sort((a, b) => a.startsOn.localeCompare(b.startsOn) || a.endsOn.localeCompare(b.endsOn))
  }
  const nameOf = ({ meter }: MeterReports) => `${meter.productLine.name} ${meter.name}`
  return [...found.values()].toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), undefined, { numeric: true }))
}

/** Whether a report is about exactly one month of the calendar. */
export function isOfMonth({ startsOn, endsOn }: { startsOn: string; endsOn: string }): boolean {
  return startsOn.endsWith('-01') && daysOfMonth(startsOn).to === endsOn
}

import { addDays } from '../language/format.ts'

/** A day that can be chosen by a name. */
type QuickDay = { name: 'today' | 'monthEnd' | 'quarter' | 'nextYear' | 'lastYear'; day: string }

/** The days that people ask about most. */
export function quickDays(today: string): QuickDay[] {
  return [
    { name: 'today', day: today },
    { name: 'monthEnd', day: endOfMonth(today) },
    { name: 'quarter', day: addDays(today, 90) },
    { name: 'nextYear', day: addYears(today, 1) },
    { name: 'lastYear', day: addYears(today, -1) },
  ]
}

/** The last day of the month of a day. */
export function endOfMonth(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

/** The same day in another year. 29 February becomes 28 February in a year that has none. */
export function addYears(day: string, years: number): string {
  const year = String(Number(day.slice(0, 4)) + years).padStart(4, '0')
  const end = endOfMonth(`${year}-${day.slice(5, 7)}-01`)
  const same = `${year}-${day.slice(5)}`
  return same > end ? end : same
}

import type { AuditFilterInput } from '../contract/types.ts'
import { readId } from '../contract/id.ts'
import { addDays, isDay, lastDay } from '../language/format.ts'

/** Which records the page shows, as its address says it: of a person, an action or a thing, and of some days. */
export type ActivitySearch = { person?: string; action?: string; about?: string; from?: string; to?: string }

/** The names of changes in the contract. */
function isAction(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z][a-zA-Z]{1,63}$/u.test(value)
}

/** Reads the address. What it does not understand is left out. The contract takes one of person, action and thing. */
export function activitySearch(search: Record<string, unknown>): ActivitySearch {
  const person = readId(search.person, 'user')
  const action = person === undefined && isAction(search.action) ? search.action : undefined
  const about = person === undefined && action === undefined ? readId(search.about) : undefined
  const from = isDay(search.from) ? search.from : undefined
  const to = isDay(search.to) && (from === undefined || from <= search.to) ? search.to : undefined
  return {
    ...(person && { person }),
    ...(action && { action }),
    ...(about && { about }),
    ...(from && { from }),
    ...(to && { to }),
  }
}

const firstMoment = '0001-01-01T00:00:00.000Z'

/** The moment at which a day begins where the viewer is, but no moment that the contract does not know. */
export function beginningOf(day: string): string {
  const moment = new Date(`${day}T00:00:00`).toISOString()
  return moment < firstMoment ? firstMoment : moment
}

/** The moment at which a day ends where the viewer is; undefined for the last day, after which there is nothing. */
function endOf(day: string): string | undefined {
  return day === lastDay ? undefined : beginningOf(addDays(day, 1))
}

/** The filter of the contract for an address. */
export function activityFilter({ person, action, about, from, to }: ActivitySearch): AuditFilterInput {
  const end = to && endOf(to)
  return {
    ...(person && { actor: person }),
    ...(action && { action }),
    ...(about && { subject: about }),
    ...(from && { recordedSince: beginningOf(from) }),
    ...(end && { recordedBefore: end }),
  }
}

/** The address of the export of the records of an account, for the days of the page. */
export function exportAddress(account: string, { from, to }: ActivitySearch, format?: 'csv'): string {
  const end = to && endOf(to)
  const query = new URLSearchParams({
    account,
    ...(format && { format }),
    ...(from && { from: beginningOf(from) }),
    ...(end && { to: end }),
  })
  return `/export/audit?${query}`
}

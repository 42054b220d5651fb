import type { AuditFilterInput } from '../contract/types.ts'
import { addDays, isDay } from '../language/format.ts'

/** Which records the page shows, as its address says it: of a person, an action or a thing, and of some days. */
export type ActivitySearch = { person?: string; action?: string; about?: string; from?: string; to?: string }

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value.slice(0, 100) : undefined
}

/** Reads the address. What it does not understand is left out. The contract takes one of person, action and thing. */
export function activitySearch(search: Record<string, unknown>): ActivitySearch {
  const person = text(search.person)
  const action = person === undefined ? text(search.action) : undefined
  const about = person === undefined && action === undefined ? text(search.about) : undefined
  return {
    ...(person && { person }),
    ...(action && { action }),
    ...(about && { about }),
    ...(isDay(search.from) && { from: search.from }),
    ...(isDay(search.to) && { to: search.to }),
  }
}

/** The moment at which a day begins where the viewer is. */
export function beginningOf(day: string): string {
  return new Date(`${day}T00:00:00`).toISOString()
}

/** The filter of the contract for an address. */
export function activityFilter({ person, action, about, from, to }: ActivitySearch): AuditFilterInput {
  return {
    ...(person && { actor: person }),
    ...(action && { action }),
    ...(about && { subject: about }),
    ...(from && { recordedSince: beginningOf(from) }),
    ...(to && { recordedBefore: beginningOf(addDays(to, 1)) }),
  }
}

/** The address of the export of the records of an account, for the days of the page. */
export function exportAddress(account: string, { from, to }: ActivitySearch, format?: 'csv'): string {
  const query = new URLSearchParams({
    account,
    ...(format && { format }),
    ...(from && { from: beginningOf(from) }),
    ...(to && { to: beginningOf(addDays(to, 1)) }),
  })
  return `/export/audit?${query}`
}

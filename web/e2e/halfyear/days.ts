const now = new Date()

/** A day of the half year: the month counts from 0, six months ago. Day 0 is the last one of the month before. */
export function dayOf(month: number, day: number): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 6 + month, day)).toISOString().slice(0, 10)
}

/** A day so many days after today. */
export function dayAfter(days: number): string {
  return new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10)
}

/** A day as the pages write it. */
export function written(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
}

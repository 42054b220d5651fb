const now = new Date()

/** A day of the month that is so many months from this one. Day 0 is the last one of the month before. */
export function dayIn(months: number, day: number): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, day)).toISOString().slice(0, 10)
}

/** A day so many days after today. */
export function dayAfter(days: number): string {
  return new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10)
}

/** A day as the pages write it in a language. */
export function written(day: string, language = 'en-GB'): string {
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
}

const token = /\{today(?:\+(\d+))?\}/g

/**
 * Replaces `{today}` and `{today+N}` in the variables of an example by calendar days, YYYY-MM-DD,
 * so that "the next 90 days" stays true. The day is the one in UTC, as the server counts them.
 */
export function relativeDays(text: string, now: Date = new Date()): string {
  return text.replaceAll(token, (_, plus: string | undefined) => {
    const day = new Date(now)
    day.setUTCDate(day.getUTCDate() + Number(plus ?? 0))
    return day.toISOString().slice(0, 10)
  })
}

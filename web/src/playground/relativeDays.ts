const token = /\{today(?:\+(\d+))?\}/g

/**
 * Replaces `{today}` and `{today+N}` in the variables of an example with calendar days, YYYY-MM-DD,
 * so that "the next 90 days" stays true. The day is that of UTC, as on the server.
 */
export function relativeDays(text: string, now: Date = new Date()): string {
  return text.replaceAll(token, (_, plus: string | undefined) => {
    const day = new Date(now)
    day.setUTCDate(day.getUTCDate() + Number(plus ?? 0))
    return day.toISOString().slice(0, 10)
  })
}

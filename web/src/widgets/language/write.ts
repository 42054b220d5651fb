/** What writes days and numbers in one language. A day of the contract is a text YYYY-MM-DD without a time zone. */
export function writer(lang: string) {
  const days = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(lang, { ...options, timeZone: 'UTC' })
    return (day: string) => format.format(Date.parse(day))
  }
  const relative = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' })
  return {
    lang,
    /** How far a day is away, such as "in 45 days". */
    inDays: (count: number) => relative.format(count, 'day'),
    day: days({ dateStyle: 'medium' }),
    month: days({ month: 'short', year: 'numeric' }),
    /** A decimal of the contract, with all its digits. */
    number: (amount: string | number) =>
      new Intl.NumberFormat(lang, { maximumFractionDigits: 20 }).format(amount as number),
  }
}

/** What writes days and numbers. */
export type Writer = ReturnType<typeof writer>

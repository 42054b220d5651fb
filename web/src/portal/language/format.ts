/**
 * Days, amounts and lists as the viewer's language writes them. A day of the contract is a text YYYY-MM-DD without a
 * time zone; here it stays one, and only its parts are written.
 */

const dayLength = 86_400_000

/** The first and the last day that the contract knows. */
const firstDay = '0001-01-01'
export const lastDay = '9999-12-31'

/** The number of days since 1970-01-01. */
function toNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / dayLength
}

/** How many days after `from` the day `to` is; negative if it is before. */
export function daysBetween(from: string, to: string): number {
  return toNumber(to) - toNumber(from)
}

/** How many whole months of the calendar lie between two days; negative if `to` is before. */
function monthsBetween(from: string, to: string): number {
  if (to < from) {
    return -monthsBetween(to, from)
  }
  const [year, month, day] = from.split('-').map(Number) as [number, number, number]
  const [toYear, toMonth, toDay] = to.split('-').map(Number) as [number, number, number]
  return (toYear - year) * 12 + toMonth - month - (toDay < day ? 1 : 0)
}

/** The day that is so many days after another, but no day that the contract does not know. */
export function addDays(day: string, days: number): string {
  const wanted = toNumber(day) + days
  const known = Math.min(toNumber(lastDay), Math.max(toNumber(firstDay), wanted))
  return new Date(known * dayLength).toISOString().slice(0, 10)
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}

/**
 * The day of a moment where the viewer is, as a moment is written for them. Days of the contract are not moments: today is
 * theirs in `day/today.ts`.
 */
export function localDay(moment = new Date()): string {
  return `${moment.getFullYear()}-${twoDigits(moment.getMonth() + 1)}-${twoDigits(moment.getDate())}`
}

/** Whether a text is a day of the calendar that the contract knows. */
export function isDay(text: unknown): text is string {
  return (
    typeof text === 'string' &&
    /^\d{4}-\d\d-\d\d$/u.test(text) &&
    text >= firstDay &&
    !Number.isNaN(toNumber(text)) &&
    new Date(toNumber(text) * dayLength).toISOString().slice(0, 10) === text
  )
}

/** A range of days, both of them part of it. */
export type Range = { from: string; to: string }

/** The first day of the month that is so many months after that of a day. */
export function monthAfter(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const index = year * 12 + month - 1 + months
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01`
}

/** The days of the month that begins with a day. */
export function daysOfMonth(month: string): Range {
  const next = monthAfter(month, 1)
  return { from: month, to: isDay(next) ? addDays(next, -1) : lastDay }
}

/** Makes something when it is first needed. One object of Intl takes a slow phone up to 20 ms. */
function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

/** What writes values in one language. */
export class Format {
  readonly #day = once(() => this.#days({ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }))
  readonly #month = once(() => this.#days({ month: 'short', year: 'numeric', timeZone: 'UTC' }))
  readonly #monthName = once(() => this.#days({ month: 'short', timeZone: 'UTC' }))
  readonly #momentDay = once(() => this.#days({ day: 'numeric', month: 'short', year: 'numeric' }))
  readonly #time = once(() => this.#days({ timeStyle: 'short' }))
  readonly #relative = once(() => new Intl.RelativeTimeFormat(this.locale, { numeric: 'auto' }))
  /** Always with a number: "next year" may be six weeks or twenty months away. */
  readonly #far = once(() => new Intl.RelativeTimeFormat(this.locale))
  readonly #list = once(() => new Intl.ListFormat(this.locale, { type: 'conjunction' }))
  readonly #plural = once(() => new Intl.PluralRules(this.locale))
  /** What writes numbers with so many digits after the point. */
  readonly #numbers = new Map<number, Intl.NumberFormat>()
  readonly locale: string

  constructor(locale: string) {
    this.locale = locale
  }

  #days(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    return new Intl.DateTimeFormat(this.locale, options)
  }

  #number(digits: number): Intl.NumberFormat {
    let made = this.#numbers.get(digits)
    if (made === undefined) {
      made = new Intl.NumberFormat(this.locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })
      this.#numbers.set(digits, made)
    }
    return made
  }

  /** A day, such as 12 Jan 2027. */
  day(day: string): string {
    return this.#day().format(new Date(`${day}T00:00:00Z`))
  }

  /** The month of a day, such as Jan 2027. */
  month(day: string): string {
    return this.#month().format(new Date(`${day}T00:00:00Z`))
  }

  /** The month of a day without its year, such as Jan. */
  monthName(day: string): string {
    return this.#monthName().format(new Date(`${day}T00:00:00Z`))
  }

  /** A moment in the viewer's time zone. */
  moment(moment: string): string {
    return `${this.#momentDay().format(new Date(moment))}, ${this.time(moment)}`
  }

  /** The time of day of a moment in the viewer's time zone, such as 14:05. */
  time(moment: string): string {
    return this.#time().format(new Date(moment))
  }

  /** How far a day is from another, such as "in 45 days" or "2 years ago". It is never said to be further than it is. */
  away(from: string, to: string): string {
    const days = daysBetween(from, to)
    if (Math.abs(days) <= 120) {
      return this.#relative().format(days, 'day')
    }
    const months = monthsBetween(from, to)
    return Math.abs(months) < 24
      ? this.#far().format(months, 'month')
      : this.#far().format(Math.trunc(months / 12), 'year')
  }

  /** How long ago a moment was, such as "2 hours ago" or "yesterday". */
  ago(moment: string, now = new Date()): string {
    const minutes = Math.round((Date.parse(moment) - now.getTime()) / 60_000)
    if (Math.abs(minutes) < 60) {
      return this.#relative().format(minutes, 'minute')
    }
    if (Math.abs(minutes) < 24 * 60) {
      return this.#relative().format(Math.trunc(minutes / 60), 'hour')
    }
    return this.away(localDay(now), localDay(new Date(moment)))
  }

  /** A whole number. */
  count(count: number): string {
    return this.#number(0).format(count)
  }

  /** A decimal of the contract, with all its digits. */
  decimal(amount: string): string {
    const digits = amount.split('.')[1]?.length ?? 0
    return this.#number(digits).format(
      amount as unknown as number, // texts keep their digits: numbers would be rounded
    )
  }

  /** A list in one sentence, such as "A, B and C". */
  list(parts: readonly string[]): string {
    return this.#list().format(parts)
  }

  /** The form of a word for a number. */
  plural(count: number, forms: { one: string; other: string }): string {
    return this.#plural().select(count) === 'one' ? forms.one : forms.other
  }
}

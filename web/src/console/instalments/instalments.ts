import type { InstalmentInput } from '../../portal/contract/types.ts'
import { isDay, monthAfter } from '../../portal/language/format.ts'
import { decimalsOf } from '../../portal/language/money.ts'
import { endOfMonth } from '../../portal/day/quick.ts'

/** An instalment as it is entered. */
export type EnteredInstalment = { dueOn: string; amount: string }

/** An amount and its currency, as they are entered. */
export type EnteredPrice = { amount: string; currency: string }

/** How many months lie between two instalments. */
const months = { YEARLY: 12, QUARTERLY: 3, MONTHLY: 1 } as const

export type Interval = keyof typeof months

export const intervals = Object.keys(months) as Interval[]

/** A price has at most so many instalments. */
export const mostInstalments = 120

/** How a price is to be split, as it is entered. */
export type Plan = { count: string; interval: Interval; from: string }

/*
 * A form keeps instalments as one text, as it keeps everything else: a line for each, with the day and the amount. An
 * empty text says that the price is paid at once.
 */

export function written(rows: readonly EnteredInstalment[]): string {
  return rows.map(({ dueOn, amount }) => `${dueOn} ${amount}`).join('\n')
}

export function rowsOf(text: string): EnteredInstalment[] {
  return text === ''
    ? []
    : text.split('\n').map((line) => {
        const [dueOn = '', amount = ''] = line.split(' ')
        return { dueOn, amount }
      })
}

/** An amount in the minor unit of its currency; null if a text is none. A comma may stand before its parts. */
function minorOf(amount: string, currency: string): bigint | null {
  const [, whole, part = ''] = /^(\d{1,15})(?:[.,](\d{0,4}))?$/u.exec(amount.trim()) ?? []
  if (whole === undefined || !/^[A-Z]{3}$/u.test(currency)) {
    return null
  }
  const digits = decimalsOf(currency)
  return /^0*$/u.test(part.slice(digits)) ? BigInt(whole + part.slice(0, digits).padEnd(digits, '0')) : null
}

function amountOf(minor: bigint, currency: string): string {
  const digits = decimalsOf(currency)
  const text = String(minor).padStart(digits + 1, '0')
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`
}

/** The same day some months later, or the last one of a month that has no such day. */
function monthsAfter(day: string, count: number): string {
  const month = monthAfter(day, count).slice(0, 7)
  const [same, end] = [`${month}${day.slice(7)}`, endOfMonth(`${month}-01`)]
  return same > end ? end : same
}

/** How many instalments are meant, 1 to 120. */
function countOf({ count }: Plan): number {
  return Math.min(mostInstalments, Math.max(1, Math.trunc(Number(count)) || 1))
}

/**
 * A price in equal instalments. What cannot be divided is in the first one. Without a price, and for one that has too few
 * parts, the amounts are empty.
 */
export function split(plan: Plan, { amount, currency }: EnteredPrice): EnteredInstalment[] {
  const count = countOf(plan)
  const price = minorOf(amount, currency)
  const share = price === null ? 0n : price / BigInt(count)
  return Array.from({ length: count }, (_, place) => ({
    dueOn: isDay(plan.from) ? monthsAfter(plan.from, place * months[plan.interval]) : '',
    amount:
      price === null || share === 0n ? '' : amountOf(place === 0 ? price - share * BigInt(count - 1) : share, currency),
  }))
}

/** What instalments add up to, and whether that is the price; null as long as an amount is missing. */
export function sumOf(
  rows: readonly EnteredInstalment[],
  { amount, currency }: EnteredPrice,
): { amount: string; isPrice: boolean } | null {
  const parts = rows.map((row) => minorOf(row.amount, currency))
  const price = minorOf(amount, currency)
  if (price === null || parts.length === 0 || parts.some((part) => part === null)) {
    return null
  }
  const sum = parts.reduce<bigint>((all, part) => all + (part ?? 0n), 0n)
  return { amount: amountOf(sum, currency), isPrice: sum === price }
}

/** Instalments as the contract takes them; null as long as a day or an amount is missing. */
export function toInstalments(text: string): InstalmentInput[] | null {
  const rows = rowsOf(text).map(({ dueOn, amount }) => ({ dueOn, amount: amount.replace(',', '.') }))
  return rows.every(({ dueOn, amount }) => isDay(dueOn) && /^\d+(?:\.\d+)?$/u.test(amount)) ? rows : null
}

/** Instalments as effects tell them, such as "2027-01-01 500 EUR, 2028-01-01 500 EUR"; null for another text. */
export function toldIn(text: string): (EnteredPrice & { dueOn: string })[] | null {
  const parts = text.split(', ').map((part) => /^(\d{4}-\d\d-\d\d) (\d+(?:\.\d+)?) ([A-Z]{3})$/u.exec(part))
  return parts.every((part) => part !== null)
    ? parts.map(([, dueOn = '', amount = '', currency = '']) => ({ dueOn, amount, currency }))
    : null
}

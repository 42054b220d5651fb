import type { InstalmentInput } from '../../portal/contract/types.ts'
import { isDay, monthAfter } from '../../portal/language/format.ts'
import { endOfMonth } from '../../portal/day/quick.ts'
import { ofMinor } from '../../portal/language/money.ts'
import { type EnteredPrice, minorOf, wholeOf } from '../price/minor.ts'

/**
 * An instalment as it is entered. If it follows the price, `share` is the amount that it had when the price was another
 * one: of the new price it has the same part.
 */
export type EnteredInstalment = { dueOn: string; amount: string; share?: string | undefined }

/** How many months lie between two instalments. */
const months = { YEARLY: 12, QUARTERLY: 3, MONTHLY: 1 } as const

export type Interval = keyof typeof months

export const intervals = Object.keys(months) as Interval[]

/** A price has at most so many instalments. */
export const mostInstalments = 120

/** How a price is to be split, as it is entered. */
export type Plan = { count: string; interval: Interval; from: string }

/*
 * A form keeps instalments as one text, as it keeps everything else: a line for each, with the day, the amount, and the
 * share if it is another. An empty text says that the price is paid at once.
 */

export function written(rows: readonly EnteredInstalment[]): string {
  return rows
    .map(({ dueOn, amount, share }) => [dueOn, amount, ...(share === undefined ? [] : [share])].join(' '))
    .join('\n')
}

export function rowsOf(text: string): EnteredInstalment[] {
  return text === ''
    ? []
    : text.split('\n').map((line) => {
        const [dueOn = '', amount = '', share] = line.split(' ')
        return share === undefined ? { dueOn, amount } : { dueOn, amount, share }
      })
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
export function split(plan: Plan, entered: EnteredPrice): EnteredInstalment[] {
  const count = countOf(plan)
  const price = minorOf(entered)
  const share = price === null ? 0n : price / BigInt(count)
  return Array.from({ length: count }, (_, place) => ({
    dueOn: isDay(plan.from) ? monthsAfter(plan.from, place * months[plan.interval]) : '',
    amount:
      price === null || share === 0n
        ? ''
        : ofMinor(place === 0 ? price - share * BigInt(count - 1) : share, entered.currency),
  }))
}

/** An amount in the smallest part that one can have, for comparing amounts of any currency; null if a text is none. */
const weightOf = (amount: string) => wholeOf(amount, 4)

/**
 * Instalments after their price became another one: each keeps its day and its part of the price. What cannot be divided
 * is in the first one, and what adds up to the price stays as it is. Without a price they are what they were before.
 * Instalments that are not complete stay as they are.
 */
export function atPrice(text: string, entered: EnteredPrice): string {
  const rows = rowsOf(text).map(({ dueOn, amount, share = amount }) => ({ dueOn, share }))
  // A plan without a price has equal parts.
  const isPlan = rows.every(({ share }) => share === '')
  const weights = rows.map(({ share }) => (isPlan ? 1n : weightOf(share)))
  const all = weights.reduce<bigint>((sum, weight) => sum + (weight ?? 0n), 0n)
  if (rows.length === 0 || weights.some((weight) => weight === null || weight === 0n)) {
    return text
  }
  const { currency } = entered
  const price = minorOf(entered)
  if (price === null) {
    return written(rows.map(({ dueOn, share }) => ({ dueOn, amount: share })))
  }
  const parts = weights.map((weight) => (price * (weight ?? 0n)) / all)
  const rest = price - parts.reduce((sum, part) => sum + part, 0n)
  return written(
    rows.map(({ dueOn, share }, place) => {
      const part = (parts[place] ?? 0n) + (place === 0 ? rest : 0n)
      const amount = part === 0n ? '' : ofMinor(part, currency)
      return weightOf(amount) === weightOf(share) ? { dueOn, amount: share } : { dueOn, amount, share }
    }),
  )
}

/** The plan that instalments follow, as far as they follow one. */
export function planOf(rows: readonly EnteredInstalment[], from: string): Plan {
  const first = rows[0]?.dueOn ?? from
  const isDueAt = (interval: Interval) =>
    isDay(first) && rows.every(({ dueOn }, place) => dueOn === monthsAfter(first, place * months[interval]))
  return { count: String(rows.length || 3), interval: intervals.find(isDueAt) ?? 'YEARLY', from: first }
}

/** What instalments add up to, and whether that is the price; null as long as an amount is missing. */
export function sumOf(
  rows: readonly EnteredInstalment[],
  entered: EnteredPrice,
): { amount: string; isPrice: boolean } | null {
  const { currency } = entered
  const parts = rows.map(({ amount }) => minorOf({ amount, currency }))
  const price = minorOf(entered)
  if (price === null || parts.length === 0 || parts.some((part) => part === null)) {
    return null
  }
  const sum = parts.reduce<bigint>((all, part) => all + (part ?? 0n), 0n)
  return { amount: ofMinor(sum, currency), isPrice: sum === price }
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

import type { InstalmentInput, MoneyInput } from '../../portal/contract/types.ts'
import { isDay } from '../../portal/language/format.ts'
import { toInstalments } from '../instalments/instalments.ts'

/*
 * What is entered into the dialogs of a right, as inputs of the contract. A text that is empty is left out.
 */

/** A day, if one is given. */
export function dayOf<Name extends string>(name: Name, text: string): { [Field in Name]?: string } {
  return (isDay(text) ? { [name]: text } : {}) as { [Field in Name]?: string }
}

/** A text, if one is given. */
export function textOf<Name extends string>(name: Name, text: string): { [Field in Name]?: string } {
  return (text.trim() === '' ? {} : { [name]: text.trim() }) as { [Field in Name]?: string }
}

/** An amount as the contract takes it; null if a text is none. A comma may stand before its parts. */
export function decimalOf(text: string): string | null {
  const amount = text.trim().replace(',', '.')
  return /^\d{1,18}(?:\.\d{1,9})?$/u.test(amount) ? amount : null
}

/** An amount, if one is given. What is none is sent all the same, so that the refusal stands at its field. */
export function amountOf<Name extends string>(name: Name, text: string): { [Field in Name]?: string } {
  const amount = decimalOf(text) ?? text.trim()
  return (amount === '' ? {} : { [name]: amount }) as { [Field in Name]?: string }
}

/** A price, if an amount is given; what is none is sent, too. */
export function priceOf(amount: string, currency: string): { price?: MoneyInput } {
  const given = decimalOf(amount) ?? amount.trim()
  return given === '' ? {} : { price: { amount: given, currency: currency.trim().toUpperCase() } }
}

/** How a price is paid, if it is not paid at once. */
export function paidIn(text: string): { instalments?: InstalmentInput[] } {
  const instalments = toInstalments(text) ?? []
  return instalments.length === 0 ? {} : { instalments }
}

/** What differs from what was before, of texts that are sent only if they changed. */
export function changedOf<Name extends string>(
  now: Record<Name, string>,
  before: Record<Name, string>,
  names: readonly Name[],
): Partial<Record<Name, string>> {
  return Object.fromEntries(
    names.flatMap((name) => (now[name].trim() === before[name].trim() ? [] : [[name, now[name].trim()]])),
  ) as Partial<Record<Name, string>>
}

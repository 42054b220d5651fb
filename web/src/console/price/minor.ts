import { decimalsOf } from '../../portal/language/money.ts'

/** An amount and its currency, as they are entered. */
export type EnteredPrice = { amount: string; currency: string }

/** An amount in the minor unit of its currency; null if a text is none. A comma may stand before its parts. */
export function minorOf({ amount, currency }: EnteredPrice): bigint | null {
  const [, whole, part = ''] = /^(\d{1,15})(?:[.,](\d{0,4}))?$/u.exec(amount.trim()) ?? []
  if (whole === undefined || !/^[A-Z]{3}$/u.test(currency)) {
    return null
  }
  const digits = decimalsOf(currency)
  return /^0*$/u.test(part.slice(digits)) ? BigInt(whole + part.slice(0, digits).padEnd(digits, '0')) : null
}

/** An amount of a currency as it is entered, from its minor unit. */
export function enteredOf(minor: bigint, currency: string): string {
  const digits = decimalsOf(currency)
  const text = String(minor).padStart(digits + 1, '0')
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`
}

import { decimalsOf } from '../../portal/language/money.ts'

/** An amount and its currency, as they are entered. */
export type EnteredPrice = { amount: string; currency: string }

/** An amount with so many decimals, as a whole number; null if a text is none, or has more. A comma may stand before them. */
export function wholeOf(amount: string, digits: number): bigint | null {
  const [, whole, part = ''] = /^(\d{1,15})(?:[.,](\d{1,4}))?$/u.exec(amount.trim()) ?? []
  return whole !== undefined && /^0*$/u.test(part.slice(digits))
    ? BigInt(whole + part.slice(0, digits).padEnd(digits, '0'))
    : null
}

/** An amount in the minor unit of its currency; null if a text is none. */
export function minorOf({ amount, currency }: EnteredPrice): bigint | null {
  return /^[A-Z]{3}$/u.test(currency) ? wholeOf(amount, decimalsOf(currency)) : null
}

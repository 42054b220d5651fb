import type { Format } from './format.ts'

const decimals = new Map<string, number>()

/** How many decimals a currency has, such as 2 for euros. */
export function decimalsOf(currency: string): number {
  let digits = decimals.get(currency)
  if (digits === undefined) {
    digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().minimumFractionDigits ?? 0
    decimals.set(currency, digits)
  }
  return digits
}

/** An amount with as many decimals as its currency has, such as 99.50 for euros. */
export function inFull(amount: string, currency: string): string {
  const [whole = '', part = ''] = amount.split('.')
  const full = part.padEnd(decimalsOf(currency), '0')
  return full === '' ? whole : `${whole}.${full}`
}

/** An amount of money as the viewer's language writes it, such as 1,200.00 EUR. */
export function moneyIn({ amount, currency }: { amount: string; currency: string }, format: Format): string {
  return `${format.decimal(inFull(amount, currency))} ${currency}`
}

/** An amount of a currency as a decimal number, from its minor unit. */
export function ofMinor(minor: bigint, currency: string): string {
  const digits = decimalsOf(currency)
  const text = String(minor).padStart(digits + 1, '0')
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`
}

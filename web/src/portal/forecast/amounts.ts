import { inFull } from '../language/money.ts'

type Price = { amount: string; currency: string }

/** Sums of prices by their currencies, in the order of the currencies. Different currencies are never added. */
export function sumOf(prices: readonly Price[]): Price[] {
  const sums = new Map<string, bigint>()
  for (const { amount, currency } of prices) {
    sums.set(currency, (sums.get(currency) ?? 0n) + BigInt(inFull(amount, currency).replace('.', '')))
  }
  return [...sums]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([currency, minor]) => ({ amount: decimal(minor, inFull('0', currency).length - 2), currency }))
}

/** An amount of minor units as a decimal number with so many digits behind the point; none if they are below 1. */
function decimal(minor: bigint, digits: number): string {
  if (digits < 1) {
    return String(minor)
  }
  const text = String(minor).padStart(digits + 1, '0')
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`
}

import { inFull, ofMinor } from '../language/money.ts'

type Price = { amount: string; currency: string }

/** Sums of prices by their currencies, in the order of the currencies. Different currencies are never added. */
export function sumOf(prices: readonly Price[]): Price[] {
  const sums = new Map<string, bigint>()
  for (const { amount, currency } of prices) {
    sums.set(currency, (sums.get(currency) ?? 0n) + BigInt(inFull(amount, currency).replace('.', '')))
  }
  return [...sums]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([currency, minor]) => ({ amount: ofMinor(minor, currency), currency }))
}

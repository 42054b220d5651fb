/** A price with its days, the last of which is part of it. Without a last day it has no end. */
type Priced = { startsOn: string; endsOn: string | null }

/** When a price is valid, seen from a day. */
export type PriceTime = 'past' | 'now' | 'later'

/** Whether a price is valid on a day, was, or will be. */
export function timeOf({ startsOn, endsOn }: Priced, day: string): PriceTime {
  if (startsOn > day) {
    return 'later'
  }
  return endsOn !== null && endsOn < day ? 'past' : 'now'
}

/** The prices that are valid on a day: one for each currency that has one. */
export function validOn<Of extends Priced>(prices: readonly Of[], day: string): Of[] {
  return prices.filter((price) => timeOf(price, day) === 'now')
}

/** An amount as the contract takes it, if a text is one. German writes a comma where English writes a point. */
export function amountOf(text: string): string | null {
  const amount = text.trim().replace(',', '.')
  return /^\d{1,15}(?:\.\d{1,4})?$/u.test(amount) ? amount : null
}

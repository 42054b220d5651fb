import { validOn } from '../catalog/prices.ts'
import { ofMinor } from '../../portal/language/money.ts'
import { type EnteredPrice, minorOf } from './minor.ts'

/** A list price: that of one unit for the term of its part number, on its days. */
export type ListPrice = { startsOn: string; endsOn: string | null; price: EnteredPrice }

/** What something costs by its list price: so many units, each at a price. */
export type Offer = EnteredPrice & { quantity: string; each: EnteredPrice }

/** How many decimals quantities of the contract can have. */
const decimals = 9

/**
 * What a quantity costs by the list prices that are valid on a day, in the currency of what is entered or, if there is none
 * in it, in each. Parts of the minor unit are rounded half up. Nothing is offered for a quantity that is none.
 */
export function offersOf(
  prices: readonly ListPrice[],
  quantity: string,
  day: string,
  { currency }: EnteredPrice,
): Offer[] {
  const [, whole, part = ''] = /^(\d{1,18})(?:\.(\d{1,9}))?$/u.exec(quantity) ?? []
  const scaled = whole === undefined ? 0n : BigInt(whole + part.padEnd(decimals, '0'))
  const one = 10n ** BigInt(decimals)
  const valid = validOn(prices, day).toSorted((a, b) => (a.price.currency < b.price.currency ? -1 : 1))
  const all = valid.flatMap(({ price }) => {
    const minor = minorOf(price)
    return minor === null || scaled === 0n
      ? []
      : [
          {
            amount: ofMinor((minor * scaled + one / 2n) / one, price.currency),
            currency: price.currency,
            quantity,
            each: price,
          },
        ]
  })
  const own = all.filter((offer) => offer.currency === currency.trim().toUpperCase())
  return own.length > 0 ? own : all
}

/** Whether a price that is entered is the one that is offered. */
export function isOffered(entered: EnteredPrice, offer: Offer): boolean {
  const price = { amount: entered.amount, currency: entered.currency.trim().toUpperCase() }
  return price.currency === offer.currency && minorOf(price) === minorOf(offer)
}

/**
 * The price of something whose price was taken from the list, after what it depends on became other: that of the list
 * again, or none if the list has none any more.
 */
export function again(offers: readonly Offer[], { currency }: EnteredPrice): EnteredPrice {
  return { amount: offers.find((offer) => offer.currency === currency)?.amount ?? '', currency }
}

import { describe, expect, it } from 'vitest'
import { again, isOffered, type ListPrice, offersOf } from './listPrice.ts'

const price = (amount: string, currency: string, startsOn = '2026-01-01', endsOn: string | null = null): ListPrice => ({
  startsOn,
  endsOn,
  price: { amount, currency },
})

const none = { amount: '', currency: '' }
const day = '2026-12-01'

const amounts = (prices: ListPrice[], quantity: string, on = day, entered = none) =>
  offersOf(prices, quantity, on, entered).map(({ amount, currency }) => `${amount} ${currency}`)

describe('the list price of a quantity', () => {
  it.each([
    ['120', 'EUR', '5', '600.00'],
    ['0.1', 'EUR', '3', '0.30'],
    ['1.05', 'EUR', '3', '3.15'],
    ['70000', 'JPY', '12', '840000'],
    ['1.005', 'KWD', '1000', '1005.000'],
    ['9999999999999.99', 'USD', '1000', '9999999999999990.00'],
    ['0.01', 'EUR', '0.5', '0.01'],
    ['0.01', 'EUR', '0.49', '0.00'],
    ['19.99', 'EUR', '2.5', '49.98'],
  ])('%s %s for %s is exact, and rounded half up to the minor unit', (each, currency, quantity, amount) => {
    expect(amounts([price(each, currency)], quantity)).toEqual([`${amount} ${currency}`])
  })

  it('is that of the day, in the currency that is entered or in each', () => {
    const prices = [
      price('12', 'USD'),
      price('11', 'EUR', '2027-01-01'),
      price('10', 'EUR', '2026-01-01', '2026-12-31'),
    ]
    expect(amounts(prices, '2')).toEqual(['20.00 EUR', '24.00 USD'])
    expect(amounts(prices, '2', '2027-01-01')).toEqual(['22.00 EUR', '24.00 USD'])
    expect(amounts(prices, '2', '2025-12-31')).toEqual([])
    expect(amounts(prices, '2', day, { amount: '', currency: 'usd' })).toEqual(['24.00 USD'])
    expect(amounts(prices, '2', day, { amount: '', currency: 'CHF' })).toHaveLength(2)
  })

  it('is none for what is no quantity', () => {
    for (const quantity of ['', '0', 'x', '-1']) {
      expect(amounts([price('10', 'EUR')], quantity)).toEqual([])
    }
  })

  it('is known as what was entered, however it is written', () => {
    const [offer] = offersOf([price('10', 'EUR')], '2', day, none)
    for (const amount of ['20', '20.0', '20,00']) {
      expect(isOffered({ amount, currency: 'eur' }, offer!)).toBe(true)
    }
    for (const entered of [{ amount: '21', currency: 'EUR' }, { amount: '20', currency: 'USD' }, none]) {
      expect(isOffered(entered, offer!)).toBe(false)
    }
  })

  it('follows once it was taken, and is none if the list has none', () => {
    const prices = [price('10', 'EUR'), price('12', 'USD')]
    const entered = { amount: '24.00', currency: 'USD' }
    expect(again(offersOf(prices, '3', day, entered), entered)).toEqual({ amount: '36.00', currency: 'USD' })
    expect(again(offersOf(prices, '', day, entered), entered)).toEqual({ amount: '', currency: 'USD' })
    expect(again(offersOf(prices.slice(0, 1), '3', day, entered), entered)).toEqual({ amount: '', currency: 'USD' })
  })
})

import { expect, test } from 'vitest'
import { inFull } from '../../portal/language/money.ts'
import { amountOf, timeOf, validOn } from './prices.ts'

const prices = [
  { startsOn: '2027-02-01', endsOn: null },
  { startsOn: '2027-01-01', endsOn: '2027-01-31' },
  { startsOn: '2026-01-01', endsOn: '2026-12-31' },
]

test('both the first and the last day of a price are part of it', () => {
  const [, january] = prices
  expect(validOn(prices, '2027-01-01')).toEqual([january])
  expect(validOn(prices, '2027-01-31')).toEqual([january])
  expect(validOn(prices, '2025-12-31')).toEqual([])
  expect(prices.map((price) => timeOf(price, '2027-01-15'))).toEqual(['later', 'now', 'past'])
})

test('an amount has a point or a comma, and nothing else', () => {
  expect(amountOf(' 120,50 ')).toBe('120.50')
  expect(amountOf('99')).toBe('99')
  expect(['', '1.234,50', '-1', '12 EUR', '.5'].map(amountOf)).toEqual([null, null, null, null, null])
})

test('an amount is written with the decimals of its currency, and loses none', () => {
  expect(inFull('99.5', 'EUR')).toBe('99.50')
  expect(inFull('120', 'USD')).toBe('120.00')
  expect(inFull('9800', 'JPY')).toBe('9800')
  expect(inFull('0.125', 'EUR')).toBe('0.125')
})

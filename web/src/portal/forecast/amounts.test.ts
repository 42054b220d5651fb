import { expect, test } from 'vitest'
import { sumOf } from './amounts.ts'

test('prices are added in their currencies alone', () => {
  expect(
    sumOf([
      { amount: '0.05', currency: 'EUR' },
      { amount: '1200', currency: 'JPY' },
      { amount: '99.95', currency: 'EUR' },
      { amount: '1', currency: 'JPY' },
    ]),
  ).toEqual([
    { amount: '100.00', currency: 'EUR' },
    { amount: '1201', currency: 'JPY' },
  ])
  expect(sumOf([])).toEqual([])
})

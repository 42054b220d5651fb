import { expect, test } from 'vitest'
import { amountOf, changedOf, dayOf, decimalOf, priceOf, textOf } from './inputs.ts'

test('what is not given is left out', () => {
  expect({ ...dayOf('endsOn', ''), ...textOf('to', '  '), ...amountOf('quantity', ''), ...priceOf('', 'EUR') }).toEqual(
    {},
  )
})

test('amounts may be written with a comma, and a currency in small letters', () => {
  expect(decimalOf('1,5')).toBe('1.5')
  expect(decimalOf('1.2.3')).toBeNull()
  expect(decimalOf('-1')).toBeNull()
  expect(priceOf('1200,50', ' eur ')).toEqual({ price: { amount: '1200.50', currency: 'EUR' } })
})

test('what is no amount is sent as it is, so that it is refused and not lost', () => {
  expect({ ...amountOf('quantity', ' 1.2.3 '), ...priceOf('1200.', 'EUR') }).toEqual({
    quantity: '1.2.3',
    price: { amount: '1200.', currency: 'EUR' },
  })
})

test('only what was changed is sent, and what was emptied is sent as empty', () => {
  const before = { orderNumber: '4711', orderLine: '10' }
  expect(changedOf({ orderNumber: ' 4711', orderLine: '' }, before, ['orderNumber', 'orderLine'])).toEqual({
    orderLine: '',
  })
})

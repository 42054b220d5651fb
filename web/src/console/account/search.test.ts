import { expect, test } from 'vitest'
import { changesSearch, customerSearch, timeOf } from './search.ts'

test('the addresses of a customer keep their filters, and drop what is none', () => {
  expect(customerSearch({ product: 'PROD_0abcdefghjkmn', from: '2026-03-01' })).toEqual({
    product: 'prod_0ABCDEFGHJKMN',
  })
  expect(changesSearch({ from: '2026-03-01', to: '2026-02-30', product: 'prod_0ABCDEFGHJKMN' })).toEqual({
    from: '2026-03-01',
  })
})

test('a time has both of its days in full, also over the end of a year, and in any order', () => {
  const time = timeOf('2026-12-30', '2026-12-31')
  expect(new Date(time.from).toString()).toBe(new Date(2026, 11, 30).toString())
  expect(new Date(time.to).toString()).toBe(new Date(2027, 0, 1).toString())
  expect(timeOf('2026-12-31', '2026-12-30')).toEqual(time)
})

import { expect, test } from 'vitest'
import { daysOf } from './days.ts'

test('a reason is told with its days if its sentence is true on them', () => {
  expect(daysOf({ code: 'ON_HOLD', from: '2026-11-01', to: '2026-11-29' })).toEqual(['2026-11-01', '2026-11-29'])
  expect(daysOf({ code: 'EXPIRED', from: '2026-11-01', to: null })).toEqual(['2026-11-01', null])
})

test('the last day of a reason is not said to be the last one of a term', () => {
  expect(daysOf({ code: 'ALREADY_RENEWED', from: null, to: '2027-11-29' })).toEqual([null, null])
  expect(daysOf({ code: 'NOT_BEGUN', from: null, to: '2026-12-31' })).toEqual([null, null])
})

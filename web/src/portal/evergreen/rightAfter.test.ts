import { expect, test } from 'vitest'
import { rightAfter } from './rightAfter.ts'

const last = '2026-12-31'
const forever = { perpetual: true, endsOn: null }
const ends = { perpetual: false, endsOn: last }
const renews = { ...ends, evergreen: { endsOn: last, cancelUntil: last, cancelled: false } }

test('a coverage leaves the right as it is only if that lasts longer', () => {
  expect(rightAfter(last, [forever])).toBe('STAYS')
  expect(rightAfter(last, [{ perpetual: false, endsOn: '2027-01-01' }])).toBe('STAYS')
  expect(rightAfter(last, [{ perpetual: false, endsOn: null }])).toBeNull()
  expect(rightAfter(last, [{ perpetual: false, endsOn: '2026-12-30' }])).toBeNull()
})

test('rights that end with their coverage end, if they do not renew by themselves', () => {
  expect(rightAfter(last, [ends])).toBe('ENDS')
  expect(rightAfter(last, [renews, renews])).toBe('RENEWS')
  expect(rightAfter(last, [{ ...renews, evergreen: { ...renews.evergreen, cancelled: true } }])).toBe('ENDS')
})

test('nothing is said of rights of which not the same is true, or that were not all read', () => {
  expect(rightAfter(last, [renews, ends])).toBeNull()
  expect(rightAfter(last, [forever, ends])).toBeNull()
  expect(rightAfter(last, [])).toBeNull()
  expect(rightAfter(null, [ends])).toBeNull()
})

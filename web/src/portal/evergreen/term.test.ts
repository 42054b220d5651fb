import { expect, test } from 'vitest'
import { goesOn, isRenewedAlong, termAtEnd } from './term.ts'

const term = { __typename: 'EvergreenTerm', endsOn: '2027-11-21', cancelUntil: '2027-10-22', cancelled: false } as const
const soldWith = (coverageKind: 'SUPPORT' | null) => ({
  periodInForce: {
    __typename: 'Period' as const,
    id: 'per_1',
    partNumber: { __typename: 'PartNumber' as const, id: 'part_1', coverageKind },
  },
})

test('a right goes on by itself if that is not cancelled', () => {
  const line = { endsOn: '2027-11-21', evergreen: term }
  expect(termAtEnd(line)).toBe(term)
  expect(goesOn(line)).toBe(true)
  const cancelled = { ...term, cancelled: true }
  expect(termAtEnd({ ...line, evergreen: cancelled })).toBe(cancelled)
  expect(goesOn({ ...line, evergreen: cancelled })).toBe(false)
})

test('a right ends if no evergreen term ends with it', () => {
  for (const line of [
    { endsOn: '2027-11-21', evergreen: null },
    { endsOn: '2027-11-21' },
    { endsOn: '2028-11-21', evergreen: term }, // another term follows after a pause
    { endsOn: null, evergreen: null },
  ]) {
    expect(termAtEnd(line)).toBeNull()
    expect(goesOn(line)).toBe(false)
  }
})

test('a coverage is renewed along if the part number sells it, and it ends with the term', () => {
  const line = { endsOn: '2027-11-21', evergreen: term, ...soldWith('SUPPORT') }
  const support = { kind: 'SUPPORT', endsOn: '2027-11-21' } as const
  expect(isRenewedAlong(support, line)).toBe(true)
  expect(isRenewedAlong({ ...support, kind: 'MAINTENANCE' }, line)).toBe(false)
  expect(isRenewedAlong({ ...support, endsOn: '2027-10-21' }, line)).toBe(false)
  expect(isRenewedAlong(support, { ...line, ...soldWith(null) })).toBe(false)
  expect(isRenewedAlong(support, { ...line, evergreen: { ...term, cancelled: true } })).toBe(false)
  expect(isRenewedAlong(support, { ...line, periodInForce: null })).toBe(false)
})

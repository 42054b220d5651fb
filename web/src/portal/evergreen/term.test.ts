import { expect, test } from 'vitest'
import { goesOn, termAtEnd } from './term.ts'

const term = { __typename: 'EvergreenTerm', endsOn: '2027-11-21', cancelUntil: '2027-10-22', cancelled: false } as const

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

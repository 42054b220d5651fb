import { describe, expect, test } from 'vitest'
import { addYears, endOfMonth, quickDays } from './quick.ts'

describe('the days that are chosen by a name', () => {
  test('the end of a month is its last day, also in a leap year', () => {
    expect(endOfMonth('2026-11-29')).toBe('2026-11-30')
    expect(endOfMonth('2028-02-01')).toBe('2028-02-29')
    expect(endOfMonth('2026-12-31')).toBe('2026-12-31')
  })

  test('a year later is the same day, and the last of February if there is no such day', () => {
    expect(addYears('2026-11-29', 1)).toBe('2027-11-29')
    expect(addYears('2028-02-29', 1)).toBe('2029-02-28')
    expect(addYears('2027-02-28', 1)).toBe('2028-02-28')
  })

  test('they count from the day that is given', () => {
    expect(quickDays('2026-11-29').map(({ day }) => day)).toEqual([
      '2026-11-29',
      '2026-11-30',
      '2027-02-27',
      '2027-11-29',
      '2025-11-29',
    ])
  })
})

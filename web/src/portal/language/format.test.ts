import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, daysOfMonth, Format, isDay, localDay, monthAfter } from './format.ts'

const english = new Format('en-GB')
const german = new Format('de-DE')

/** Blanks of every width are one: which of them a language takes depends on the data of the machine. */
const plain = (text: string) => text.replaceAll(/\s/gu, ' ')

describe('days without a time zone', () => {
  it('are in months that begin and end where the calendar says', () => {
    expect(monthAfter('2026-11-29', 1)).toBe('2026-12-01')
    expect(monthAfter('2027-12-31', 2)).toBe('2028-02-01')
    expect(monthAfter('2026-01-15', -1)).toBe('2025-12-01')
    expect(daysOfMonth('2028-02-01')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
    expect(daysOfMonth('9999-12-01')).toEqual({ from: '9999-12-01', to: '9999-12-31' })
  })

  it('are counted over changes of the clock, of the month and of the year', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
    expect(daysBetween('2026-11-29', '2026-11-29')).toBe(0)
    expect(daysBetween('2027-01-01', '2026-12-31')).toBe(-1)
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
    expect(addDays('9999-12-01', 90)).toBe('9999-12-31')
    expect(addDays('0001-01-02', -90)).toBe('0001-01-01')
  })

  it('are days of the calendar, or none', () => {
    expect(isDay('2028-02-29')).toBe(true)
    for (const text of [
      '0000-01-01',
      '2027-02-29',
      '2027-13-01',
      '2027-1-1',
      '2027-01-01T00:00:00Z',
      '',
      20270101,
      null,
      undefined,
    ]) {
      expect(isDay(text), String(text)).toBe(false)
    }
  })

  it('of moments begin where the viewer is', () => {
    expect(localDay(new Date(2026, 10, 29, 0, 0))).toBe('2026-11-29')
    expect(localDay(new Date(2026, 10, 29, 23, 59))).toBe('2026-11-29')
  })
})

describe('what a language writes', () => {
  it('has the day, its month and its distance', () => {
    expect(english.day('2027-01-12')).toBe('12 Jan 2027')
    expect(german.day('2027-01-12')).toBe('12. Jan. 2027')
    expect(english.month('2027-01-12')).toBe('Jan 2027')
    expect(english.away('2026-11-28', '2027-01-12')).toBe('in 45 days')
    expect(english.away('2026-11-28', '2026-11-29')).toBe('tomorrow')
    expect(german.away('2026-11-28', '2027-01-12')).toBe('in 45 Tagen')
    expect(english.away('2026-11-28', '2024-06-30')).toBe('2 years ago')
  })

  it('never says that something is further away than it is', () => {
    expect(english.away('2026-11-28', addDays('2026-11-28', 120))).toBe('in 120 days')
    expect(english.away('2026-11-28', '2027-03-29')).toBe('in 4 months')
    expect(english.away('2026-11-30', '2027-03-31')).toBe('in 4 months')
    expect(english.away('2026-11-29', '2027-11-28')).toBe('in 11 months')
    expect(english.away('2026-11-29', '2027-11-29')).toBe('in 12 months')
    expect(english.away('2025-11-29', '2027-11-09')).toBe('in 23 months')
    expect(english.away('2025-11-29', '2023-12-24')).toBe('23 months ago')
    expect(german.away('2026-01-15', '2028-01-14')).toBe('in 23 Monaten')
    expect(german.away('2026-01-15', '2028-01-15')).toBe('in 2 Jahren')
  })

  it('writes the day of a moment as it writes a day', () => {
    for (const locale of ['en-GB', 'de-DE']) {
      const format = new Format(locale)
      expect(format.moment('2026-11-29T12:00:00Z')).toContain(format.day('2026-11-29'))
    }
  })

  it('has how long ago a moment was', () => {
    const now = new Date('2026-11-29T12:00:00Z')
    expect(english.ago('2026-11-29T11:45:00Z', now)).toBe('15 minutes ago')
    expect(english.ago('2026-11-29T09:01:00Z', now)).toBe('2 hours ago')
    expect(english.ago('2026-11-19T12:00:00Z', now)).toBe('10 days ago')
  })

  it('keeps every digit of a decimal', () => {
    expect(english.decimal('12345678901234567890.123456789')).toBe('12,345,678,901,234,567,890.123456789')
    expect(german.decimal('1234.50')).toBe('1.234,50')
    expect(english.decimal('0')).toBe('0')
  })

  it('has lists, counts and plurals', () => {
    expect(english.list(['A', 'B', 'C'])).toBe('A, B and C')
    expect(german.list(['A', 'B', 'C'])).toBe('A, B und C')
    expect(plain(german.count(12_345))).toBe('12.345')
    const forms = { one: 'line', other: 'lines' }
    expect([0, 1, 2].map((count) => english.plural(count, forms))).toEqual(['lines', 'line', 'lines'])
  })
})

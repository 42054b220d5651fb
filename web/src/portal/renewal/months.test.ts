import { expect, test } from 'vitest'
import { daysBetween, daysOfMonth } from '../language/format.ts'
import { daysOfBuckets, daysOfChart, monthsAround, partOfMonth, shownMonths } from './months.ts'

test('the months of the chart are as a whole in the days that are asked for, on every day of four years', () => {
  for (let index = 0; index < 4 * 366; index++) {
    const day = new Date(Date.UTC(2027, 0, 1 + index)).toISOString().slice(0, 10)
    const months = monthsAround(day)
    const { from, to } = daysOfChart(day)
    expect(months).toHaveLength(shownMonths)
    expect(months[2]).toBe(`${day.slice(0, 8)}01`)
    expect(from <= (months[0] ?? ''), day).toBe(true)
    expect(to >= daysOfMonth(months.at(-1) ?? '').to, day).toBe(true)
  }
})

test('at the ends of the calendar there are fewer months', () => {
  expect(monthsAround('9999-12-31').at(-1)).toBe('9999-12-01')
  expect(monthsAround('0001-01-15')[0]).toBe('0001-01-01')
  expect(daysOfMonth('9999-12-01')).toEqual({ from: '9999-12-01', to: '9999-12-31' })
})

test('a month has its own length', () => {
  expect(daysOfMonth('2028-02-01')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
  expect(daysOfMonth('2027-12-01')).toEqual({ from: '2027-12-01', to: '2027-12-31' })
  expect(partOfMonth('2027-04-01')).toBe(0)
  expect(partOfMonth('2027-04-16')).toBe(0.5)
})

test('buckets follow each other without a gap, and the day itself is in the first one that is not overdue', () => {
  const { overdue, first, second, third, later } = daysOfBuckets('2027-03-15')
  expect(first.from).toBe('2027-03-15')
  for (const [before, after] of [
    [overdue, first],
    [first, second],
    [second, third],
    [third, later],
  ] as const) {
    expect(daysBetween(before.to, after.from)).toBe(1)
  }
  expect([first, second, third].map(({ from, to }) => daysBetween(from, to) + 1)).toEqual([30, 30, 30])
})

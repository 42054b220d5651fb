import { expect, test } from 'vitest'
import { daysOfReports, isOfMonth, type Report, reportsOf } from './reports.ts'

const report = (id: string, name: string, startsOn: string, endsOn: string) =>
  ({ id: `${id} ${startsOn}`, startsOn, endsOn, meter: { id, name, productLine: { name: 'Line' } } }) as Report

test('reports stand by meter, in the order of time, without those that are too old', () => {
  const found = reportsOf(
    [
      report('b', 'Calls', '2027-03-01', '2027-03-31'),
      report('a', 'Bytes', '2027-02-01', '2027-02-28'),
      report('b', 'Calls', '2026-04-01', '2026-04-30'),
      report('b', 'Calls', '2026-03-01', '2026-03-31'),
    ],
    '2027-03-15',
    12,
  )
  expect(found.map(({ meter, reports }) => [meter.name, reports.map(({ startsOn }) => startsOn)])).toEqual([
    ['Bytes', ['2027-02-01']],
    ['Calls', ['2026-04-01', '2027-03-01']],
  ])
})

test('the days that are asked for have all months of the period', () => {
  for (const day of ['2027-01-31', '2027-03-01', '2028-02-29', '2027-12-31']) {
    expect(daysOfReports(day, 12).from <= `${Number(day.slice(0, 4)) - 1}${day.slice(4, 8)}28`, day).toBe(true)
  }
})

test('a report of a whole month is one of a month', () => {
  expect(isOfMonth({ startsOn: '2028-02-01', endsOn: '2028-02-29' })).toBe(true)
  expect(isOfMonth({ startsOn: '2028-02-01', endsOn: '2028-02-28' })).toBe(false)
  expect(isOfMonth({ startsOn: '2028-02-02', endsOn: '2028-02-29' })).toBe(false)
})

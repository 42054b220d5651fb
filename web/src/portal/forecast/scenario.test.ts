import { expect, test } from 'vitest'
import { scenarioOf, written } from './scenario.ts'
import { forecastSearch } from './search.ts'

const line = 'line_0VPQBPMM0DWJ1'
const other = 'line_0VPQBQ7RMS3GV'

test('the address says what the budget assumes', () => {
  const search = forecastSearch({
    uplift: '3.5',
    align: '12-31',
    drop: `${line},${other}`,
    fewer: `${line}:8`,
    months: 24,
  })
  expect(search).toEqual({ uplift: '3.5', align: '12-31', drop: `${line},${other}`, fewer: `${line}:8`, months: '24' })
  expect(scenarioOf(search)).toEqual({
    upliftPercent: '3.5',
    alignTo: { month: 12, day: 31 },
    drop: [line, other],
    quantities: [{ lineItem: line, quantity: '8' }],
  })
})

test('what the address does not mean is left out, and nothing is assumed without it', () => {
  expect(
    forecastSearch({ uplift: 'much', align: 'soon', drop: 'acct_1', fewer: line, months: '7', month: 'May' }),
  ).toEqual({})
  expect(scenarioOf({})).toBeNull()
  expect(written([])).toBeUndefined()
})

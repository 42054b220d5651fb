import { expect, test } from 'vitest'
import { de } from './de.ts'
import { en } from './en.ts'
import { Format } from './format.ts'
import { unitIn } from './units.ts'

const german = de(new Format('de-DE'))
const english = en(new Format('en-GB'))

test('a unit that Muniment brings along has German words', () => {
  const unit = { code: 'CORE', singular: 'core', plural: 'cores', rule: 'Each core.' }
  expect(unitIn(german, unit)).toMatchObject({ singular: 'Kern', plural: 'Kerne' })
  expect(unitIn(english, unit)).toEqual({ singular: 'core', plural: 'cores', rule: 'Each core.' })
})

test('a unit of money keeps its currency', () => {
  const unit = { code: 'REVENUE_MILLION_USD', singular: 'million of revenue (USD)', plural: 'millions of revenue (USD)' }
  expect(unitIn(german, unit).plural).toBe('Millionen Umsatz (USD)')
})

test('a unit of a producer keeps the words of the contract', () => {
  expect(unitIn(german, { code: 'PALLET', singular: 'pallet', plural: 'pallets' }).plural).toBe('pallets')
  expect(unitIn(german, { singular: 'seat', plural: 'seats' }).plural).toBe('seats')
})

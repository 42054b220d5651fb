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
  expect(unitIn(english, unit)).toMatchObject({
    singular: 'core',
    plural: 'cores',
    rule: 'Each core.',
    ofPlural: 'cores',
  })
})

test('a unit of money keeps its currency', () => {
  const unit = {
    code: 'REVENUE_MILLION_USD',
    singular: 'million of revenue (USD)',
    plural: 'millions of revenue (USD)',
  }
  expect(unitIn(german, unit).plural).toBe('Millionen Umsatz (USD)')
})

test('a unit of a producer keeps the words of the contract', () => {
  expect(unitIn(german, { code: 'PALLET', singular: 'pallet', plural: 'pallets' }).plural).toBe('pallets')
  expect(unitIn(german, { singular: 'seat', plural: 'seats' }).plural).toBe('seats')
})

test('after "von", a German unit is in the dative', () => {
  const users = { code: 'CONCURRENT_USER', singular: 'concurrent user', plural: 'concurrent users' }
  expect(unitIn(german, users)).toMatchObject({
    ofPlural: 'gleichzeitigen Benutzern',
    ofSingular: 'gleichzeitigen Benutzer',
  })
  expect(unitIn(german, { code: 'HOUR', singular: 'hour', plural: 'hours' }).ofPlural).toBe('Stunden')
  expect(unitIn(english, users).ofPlural).toBe('concurrent users')
})

test('every German unit of several ends as the dative does', () => {
  for (const [, several, , ofSeveral = several] of Object.values(german.lines.units).map(
    (words) => words ?? ['', '', ''],
  )) {
    expect(ofSeveral).toMatch(/(?:n|Gigabyte|Gibibyte|Sekunde|Umsatz|Token)(?: \(.*\))?$/u)
  }
})

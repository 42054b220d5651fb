import { expect, test } from 'vitest'
import { statusesIn } from '../entitlement/Entitlements.ts'
import { numberIn } from '../kit/number.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import type { Language } from './language.ts'
import { quantityIn } from './unit.ts'
import { writer } from './write.ts'

const english: Language = { texts: en, write: writer('en') }
const german: Language = { texts: de, write: writer('de') }
const seat = { code: 'SEAT', singular: 'seat', plural: 'seats' }
const amount = (text: string) => ({ amount: text, unlimited: false })

test('what is counted is said in words', () => {
  expect(quantityIn(amount('1'), seat, english)).toBe('1 seat')
  expect(quantityIn(amount('1'), seat, german)).toBe('1 Platz')
  expect(quantityIn(amount('2500'), seat, german)).toBe('2.500 Plätze')
  expect(quantityIn({ amount: null, unlimited: true }, seat, german)).toBe('unbegrenzt Plätze')
  expect(quantityIn(null, seat, english)).toBe('not known yet')
  const money = {
    code: 'REVENUE_MILLION_USD',
    singular: 'million of revenue (USD)',
    plural: 'millions of revenue (USD)',
  }
  expect(quantityIn(amount('20'), money, german)).toBe('20 Millionen Umsatz (USD)')
  expect(quantityIn(amount('20'), money, english)).toBe('20 millions of revenue (USD)')
  const own = { code: 'ROBOT', singular: 'robot', plural: 'robots' }
  expect(quantityIn(amount('3'), own, german)).toBe('3 robots')
})

test('a decimal keeps its digits', () => {
  expect(writer('en').number('12345678901234567890.125')).toBe('12,345,678,901,234,567,890.125')
})

test('attributes are read as pages write them', () => {
  expect([numberIn('', 100, 10), numberIn('0', 100, 10), numberIn('101', 100, 10), numberIn('7', 100, 10)]).toEqual([
    10, 10, 10, 7,
  ])
  expect(statusesIn('')).toEqual(['ACTIVE', 'IN_GRACE'])
  expect(statusesIn('active, Expired on_hold')).toEqual(['ACTIVE', 'EXPIRED', 'ON_HOLD'])
})

import { describe, expect, it } from 'vitest'
import {
  atPrice,
  mostInstalments,
  type Plan,
  planOf,
  rowsOf,
  split,
  sumOf,
  toInstalments,
  toldIn,
  written,
} from './instalments.ts'

const plan: Plan = { count: '3', interval: 'YEARLY', from: '2027-01-31' }

const amountsOf = (text: string) => rowsOf(text).map(({ amount }) => amount)
const euros = (amount: string) => ({ amount, currency: 'EUR' })

describe('a price in instalments', () => {
  it.each([
    ['1000', 'EUR', '3', ['333.34', '333.33', '333.33']],
    ['0.03', 'EUR', '3', ['0.01', '0.01', '0.01']],
    ['100', 'JPY', '3', ['34', '33', '33']],
    ['1,001', 'KWD', '2', ['0.501', '0.500']],
    ['900000000000000.01', 'USD', '2', ['450000000000000.01', '450000000000000.00']],
    ['12', 'EUR', '1', ['12.00']],
  ])('splits %s %s in %s, with the rest in the first one', (amount, currency, count, amounts) => {
    const price = { amount, currency }
    const rows = split({ ...plan, count }, price)
    expect(rows.map((row) => row.amount)).toEqual(amounts)
    expect(sumOf(rows, price)?.isPrice).toBe(true)
  })

  it.each([
    ['YEARLY', '2028-02-29', ['2028-02-29', '2029-02-28', '2030-02-28']],
    ['QUARTERLY', '2026-11-30', ['2026-11-30', '2027-02-28', '2027-05-30']],
    ['MONTHLY', '2027-01-31', ['2027-01-31', '2027-02-28', '2027-03-31']],
  ] as const)('is due %s from %s on', (interval, from, days) => {
    expect(split({ count: '3', interval, from }, { amount: '3', currency: 'EUR' }).map(({ dueOn }) => dueOn)).toEqual(
      days,
    )
  })

  it('has empty amounts without a price, and with one that has too few parts', () => {
    for (const amount of ['', '0.02', '1.001', 'x']) {
      expect(split(plan, { amount, currency: 'EUR' }).map((row) => row.amount)).toEqual(['', '', ''])
    }
    expect(split({ ...plan, from: '' }, { amount: '3', currency: 'EUR' })[0]).toEqual({ dueOn: '', amount: '1.00' })
    expect(split(plan, { amount: '3', currency: 'EU' })[0]?.amount).toBe('')
  })

  it('has at least one and at most so many instalments as the contract takes', () => {
    for (const [count, length] of [
      ['', 1],
      ['0', 1],
      ['999', mostInstalments],
    ] as const) {
      expect(split({ ...plan, count }, { amount: '900', currency: 'EUR' })).toHaveLength(length)
    }
  })

  it('tells what instalments add up to', () => {
    const price = { amount: '10', currency: 'EUR' }
    const rows = [
      { dueOn: '2027-01-01', amount: '4' },
      { dueOn: '2028-01-01', amount: '5.5' },
    ]
    expect(sumOf(rows, price)).toEqual({ amount: '9.50', isPrice: false })
    expect(sumOf(rows, { ...price, amount: '9.5' })).toEqual({ amount: '9.50', isPrice: true })
    expect(sumOf([...rows, { dueOn: '', amount: '' }], price)).toBeNull()
    expect(sumOf(rows, { amount: '', currency: 'EUR' })).toBeNull()
  })

  it('is kept as one text, and sent once nothing is missing', () => {
    const rows = split(plan, { amount: '3', currency: 'EUR' })
    expect(rowsOf(written(rows))).toEqual(rows)
    expect(toInstalments(written(rows))).toEqual(rows)
    expect(toInstalments('')).toEqual([])
    expect(toInstalments('2027-01-01 ')).toBeNull()
    expect(toInstalments(' 4')).toBeNull()
    expect(rowsOf(' ')).toEqual([{ dueOn: '', amount: '' }])
  })

  it('is read from the text of an effect', () => {
    expect(toldIn('2027-01-01 500 EUR, 2028-01-01 0.5 EUR')).toEqual([
      { dueOn: '2027-01-01', amount: '500', currency: 'EUR' },
      { dueOn: '2028-01-01', amount: '0.5', currency: 'EUR' },
    ])
    expect(toldIn('500 EUR')).toBeNull()
  })
})

describe('instalments after the price became another one', () => {
  const recorded = written([
    { dueOn: '2027-01-01', amount: '500' },
    { dueOn: '2028-01-01', amount: '300' },
    { dueOn: '2029-01-01', amount: '200' },
  ])

  it.each([
    ['1000', 'EUR', ['500', '300', '200']],
    ['2000', 'EUR', ['1000.00', '600.00', '400.00']],
    ['1000.01', 'EUR', ['500.01', '300', '200']],
    ['99.99', 'EUR', ['50.01', '29.99', '19.99']],
    ['101', 'JPY', ['51', '30', '20']],
    ['0.001', 'KWD', ['0.001', '', '']],
    ['900000000000000.01', 'USD', ['450000000000000.01', '270000000000000.00', '180000000000000.00']],
  ])('keep their days and their parts of %s %s exactly, with the rest in the first one', (amount, currency, parts) => {
    const text = atPrice(recorded, { amount, currency })
    expect(amountsOf(text)).toEqual(parts)
    expect(rowsOf(text).map(({ dueOn }) => dueOn)).toEqual(['2027-01-01', '2028-01-01', '2029-01-01'])
    if (!parts.includes('')) {
      expect(sumOf(rowsOf(text), { amount, currency })?.isPrice).toBe(true)
    }
  })

  it('come back exactly, whatever was typed in between', () => {
    const typed = ['1', '10', '107', '', '7', 'x', '0.01', '1200.5', '1000']
    expect(typed.reduce((text, amount) => atPrice(text, euros(amount)), recorded)).toBe(recorded)
    expect(amountsOf(atPrice(atPrice(recorded, euros('7')), euros('')))).toEqual(['500', '300', '200'])
    const uneven = written(split(plan, euros('1000')))
    expect(['3', '50', '1000'].reduce((text, amount) => atPrice(text, euros(amount)), uneven)).toBe(uneven)
  })

  it('are sent as they are shown', () => {
    expect(toInstalments(atPrice(recorded, euros('10')))).toEqual([
      { dueOn: '2027-01-01', amount: '5.00' },
      { dueOn: '2028-01-01', amount: '3.00' },
      { dueOn: '2029-01-01', amount: '2.00' },
    ])
  })

  it('are equal if only their days were planned', () => {
    const days = written(split(plan, { amount: '', currency: 'EUR' }))
    const typed = atPrice(atPrice(days, euros('1')), euros('1000'))
    expect(amountsOf(typed)).toEqual(['333.34', '333.33', '333.33'])
    expect(amountsOf(atPrice(typed, euros('')))).toEqual(['', '', ''])
  })

  it('stay as they are if they are not complete', () => {
    for (const text of ['', '2027-01-01 4\n2028-01-01 ', '2027-01-01 4\n2028-01-01 0']) {
      expect(atPrice(text, euros('10'))).toBe(text)
    }
  })

  it('are split again by the plan that they follow', () => {
    expect(planOf(rowsOf(recorded), '')).toEqual({ count: '3', interval: 'YEARLY', from: '2027-01-01' })
    const months = split({ count: '5', interval: 'MONTHLY', from: '2027-01-31' }, euros('5'))
    expect(planOf(months, '')).toEqual({ count: '5', interval: 'MONTHLY', from: '2027-01-31' })
    expect(planOf([], '2027-03-01')).toEqual({ count: '3', interval: 'YEARLY', from: '2027-03-01' })
    expect(planOf([{ dueOn: '', amount: '' }], '')).toEqual({ count: '1', interval: 'YEARLY', from: '' })
  })
})

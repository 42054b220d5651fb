import { describe, expect, it } from 'vitest'
import { mostInstalments, type Plan, rowsOf, split, sumOf, toInstalments, toldIn, written } from './instalments.ts'

const plan: Plan = { count: '3', interval: 'YEARLY', from: '2027-01-31' }

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

import { describe, expect, it } from 'vitest'
import {
  daysOf,
  lineSearch,
  type LinesSearch,
  linesFilter,
  linesGrouping,
  linesOrder,
  linesSearch,
  narrows,
  readRange,
} from './search.ts'

const day = '2026-11-29'

describe('the address of the list', () => {
  it('is read as it was written', () => {
    const written = {
      status: 'EXPIRED',
      ends: 60,
      covered: false,
      coverageEnds: '2027-01-01..2027-06-30',
      use: 'over',
      text: 'Harborline',
      productLine: 'pline_0R8Z3V6Q1M2C4',
      product: 'prod_0R8Z3V6Q1M2C4',
      unit: 'unit_0R8Z3V6Q1M2C4',
      held: 'acct_0R8Z3V6Q1M2C4',
      below: false,
      group: 'unit',
      order: 'newest',
      perpetual: true,
    }
    expect(linesSearch(written)).toEqual(written)
  })

  it('leaves out what it does not understand', () => {
    expect(
      linesSearch({
        status: 'LOST',
        ends: 45,
        covered: 'yes',
        use: 'none',
        group: 'color',
        order: 'best',
        below: true,
        text: '',
      }),
    ).toEqual({})
  })

  it('has a range of days with an open side, and none that ends before it starts', () => {
    expect(readRange('2027-01-01..')).toEqual({ from: '2027-01-01', to: null })
    expect(readRange('..2027-01-01')).toEqual({ from: null, to: '2027-01-01' })
    expect(readRange('2027-01-02..2027-01-01')).toBeNull()
    expect(readRange('..')).toBeNull()
    expect(readRange('2027-02-30..')).toBeNull()
    expect(linesSearch({ ends: '2027-02-30..2027-03-01' })).toEqual({ ends: '..2027-03-01' })
  })
})

describe('the filter of the contract', () => {
  it('has what is held if the address says nothing', () => {
    expect(linesFilter('acct_1', {}, day)).toEqual({
      account: 'acct_1',
      includeSubAccounts: true,
      status: ['ACTIVE', 'IN_GRACE'],
    })
  })

  it('counts the days of a window from the day of the page', () => {
    expect(daysOf(90, day)).toEqual({ from: day, to: '2027-02-26' })
    expect(daysOf(90, '9999-12-31')).toEqual({ from: '9999-12-31', to: '9999-12-31' })
    expect(linesFilter('acct_1', { ends: 30 }, day)).toMatchObject({ endsBetween: { from: day, to: '2026-12-28' } })
    expect(linesFilter('acct_1', { coverageEnds: '..2027-01-01' }, day)).toMatchObject({
      coverageEndsBetween: { from: null, to: '2027-01-01' },
    })
  })

  it('names the chosen day only if it asks about one, because the server refuses a day without a question', () => {
    expect(linesFilter('acct_1', { status: 'all' }, '2024-06-30', '2024-06-30')).not.toHaveProperty('on')
    expect(linesFilter('acct_1', { status: 'all', use: 'over' }, '2024-06-30', '2024-06-30')).toMatchObject({
      on: '2024-06-30',
    })
    expect(linesFilter('acct_1', {}, '2024-06-30', '2024-06-30')).toMatchObject({ on: '2024-06-30' })
    expect(linesFilter('acct_1', {}, day)).not.toHaveProperty('on')
  })

  it('asks for one account below in place of the account of the page', () => {
    expect(linesFilter('acct_1', { held: 'acct_2', below: false }, day)).toMatchObject({
      account: 'acct_2',
      includeSubAccounts: false,
    })
  })
})

describe('order and groups', () => {
  it('are what ends first, by product line', () => {
    expect(linesOrder(undefined)).toEqual({ orderBy: 'ENDS_ON', direction: 'ASCENDING' })
    expect(linesGrouping(undefined)).toBe('PRODUCT_LINE')
  })

  it('can be chosen', () => {
    expect(linesOrder('changed-last')).toEqual({ orderBy: 'UPDATED', direction: 'DESCENDING' })
    expect(linesGrouping('account')).toBe('ACCOUNT')
    expect(linesGrouping('none')).toBeNull()
  })

  it('do not make sums wrong, but filters do', () => {
    expect(narrows({ group: 'unit', order: 'newest', held: 'acct_2', below: false })).toBe(false)
    expect(narrows({ text: 'a' })).toBe(true)
    expect(narrows({ status: 'all' })).toBe(true)
    expect(narrows({ covered: false })).toBe(true)
    expect(narrows({ on: '2024-06-30' } as LinesSearch)).toBe(false)
  })
})

describe('the address of a line item', () => {
  it('has a tab, and no word for the first one', () => {
    expect(lineSearch({ tab: 'ledger', all: true })).toEqual({ tab: 'ledger', all: true })
    expect(lineSearch({ tab: 'timeline' })).toEqual({})
    expect(lineSearch({ tab: 'secrets', all: 'yes' })).toEqual({})
  })
})

import { describe, expect, it } from 'vitest'
import { activityFilter, activitySearch, beginningOf, exportAddress } from './search.ts'

describe('the address of the records', () => {
  it('has one of person, action and thing, as the contract takes one', () => {
    const person = 'user_0R8Z3V6Q1M2C4'
    const about = 'memb_0R8Z3V6Q1M2C4'
    expect(activitySearch({ person, action: 'signIn', about })).toEqual({ person })
    expect(activitySearch({ person: 'nobody', action: 'signIn', about })).toEqual({ action: 'signIn' })
    expect(activitySearch({ action: '<b>', about })).toEqual({ about })
  })

  it('loses days that are none', () => {
    expect(activitySearch({ from: '2026-02-30', to: '2026-11-29' })).toEqual({ to: '2026-11-29' })
    expect(activitySearch({ from: '2026-02-02', to: '2026-02-01' })).toEqual({ from: '2026-02-02' })
  })
})

describe('the days of the records', () => {
  it('are those of the viewer, and the last one is part of them', () => {
    expect(activityFilter({ from: '2026-11-01', to: '2026-11-29' })).toEqual({
      recordedSince: beginningOf('2026-11-01'),
      recordedBefore: beginningOf('2026-11-30'),
    })
  })

  it('are moments that the contract knows', () => {
    expect(activityFilter({ from: '2026-11-01', to: '9999-12-31' })).toEqual({
      recordedSince: beginningOf('2026-11-01'),
    })
    expect(activityFilter({ from: '0001-01-01' }).recordedSince).toMatch(/^0001-01-01/u)
  })

  it('are in the address of the export too', () => {
    const address = new URL(
      exportAddress('acct_1', { from: '2026-11-01', to: '2026-11-29' }, 'csv'),
      'https://portal.example',
    )
    expect(address.pathname).toBe('/export/audit')
    expect(Object.fromEntries(address.searchParams)).toEqual({
      account: 'acct_1',
      format: 'csv',
      from: beginningOf('2026-11-01'),
      to: beginningOf('2026-11-30'),
    })
  })
})

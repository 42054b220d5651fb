import { describe, expect, it } from 'vitest'
import { activityFilter, activitySearch, beginningOf, exportAddress } from './search.ts'

describe('the address of the records', () => {
  it('has one of person, action and thing, as the contract takes one', () => {
    expect(activitySearch({ person: 'user_1', action: 'signIn', about: 'memb_1' })).toEqual({ person: 'user_1' })
    expect(activitySearch({ action: 'signIn', about: 'memb_1' })).toEqual({ action: 'signIn' })
    expect(activitySearch({ about: 'memb_1' })).toEqual({ about: 'memb_1' })
  })

  it('loses days that are none', () => {
    expect(activitySearch({ from: '2026-02-30', to: '2026-11-29' })).toEqual({ to: '2026-11-29' })
  })
})

describe('the days of the records', () => {
  it('are those of the viewer, and the last one is part of them', () => {
    expect(activityFilter({ from: '2026-11-01', to: '2026-11-29' })).toEqual({
      recordedSince: beginningOf('2026-11-01'),
      recordedBefore: beginningOf('2026-11-30'),
    })
  })

  it('are in the address of the export too', () => {
    const address = new URL(exportAddress('acct_1', { from: '2026-11-01', to: '2026-11-29' }, 'csv'), 'https://portal.example')
    expect(address.pathname).toBe('/export/audit')
    expect(Object.fromEntries(address.searchParams)).toEqual({
      account: 'acct_1',
      format: 'csv',
      from: beginningOf('2026-11-01'),
      to: beginningOf('2026-11-30'),
    })
  })
})

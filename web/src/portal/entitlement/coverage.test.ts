import { describe, expect, it } from 'vitest'
import { coverageEnding, coverageOn, gapAfter } from './coverage.ts'

const day = '2026-11-29'

type Row = [kind: string, startsOn: string | null, endsOn: string | null, decision?: string]

function line(isCovered: boolean, ...rows: Row[]) {
  const nodes = rows.map(([kind, startsOn, endsOn, decision = null], id) => ({
    id,
    coverage: { id, kind, startsOn, endsOn, perpetual: false, decision },
  }))
  return {
    isCovered,
    coverageEndsOn: null,
    coveragePerpetual: false,
    coverageItems: { pageInfo: { hasNextPage: false }, nodes },
  } as unknown as Parameters<typeof coverageOn>[0]
}

describe('what covers a line item', () => {
  it('ends before a gap, and goes on after it', () => {
    const gap = line(true, ['MAINTENANCE', '2027-03-19', '2028-03-18'], ['MAINTENANCE', '2026-02-20', '2027-02-19'])
    expect(coverageOn(gap, day)).toEqual({
      now: { from: '2026-02-20', to: '2027-02-19' },
      later: { from: '2027-03-19', to: '2028-03-18' },
      again: true,
    })
    expect(coverageOn(gap, '2027-04-01')).toEqual({
      now: { from: '2027-03-19', to: '2028-03-18' },
      later: null,
      again: false,
    })
  })

  it('has a gap after the day on which it ends, if it begins again later', () => {
    const gap = line(true, ['MAINTENANCE', '2027-03-19', null], ['MAINTENANCE', '2026-02-20', '2027-02-19'])
    expect(gapAfter(gap, '2027-02-19')).toEqual({ from: '2027-02-20', to: '2027-03-18', until: null })
    expect(gapAfter(gap, '2027-02-18')).toBeNull()
    const renewed = line(true, ['SUPPORT', '2026-01-01', '2026-12-31'], ['SUPPORT', '2027-01-01', '2027-12-31'])
    expect(gapAfter(renewed, '2026-12-31')).toBeNull()
    expect(gapAfter(renewed, '2027-12-31')).toBeNull()
    gap.coverageItems!.pageInfo.hasNextPage = true
    expect(gapAfter(gap, '2027-02-19')).toBeNull()
  })

  it('is not said if there is more coverage than was read', () => {
    const some = line(true, ['SUPPORT', '2026-01-01', '2026-12-31'])
    some.coverageItems!.pageInfo.hasNextPage = true
    expect(coverageOn(some, day)).toEqual({ now: null, later: null, again: false })
  })

  it('goes on without a gap if the next one begins on the day after', () => {
    const renewed = line(true, ['SUPPORT', '2026-01-01', '2026-12-31'], ['SUPPORT', '2027-01-01', null])
    expect(coverageOn(renewed, day)).toEqual({ now: { from: '2026-01-01', to: null }, later: null, again: false })
  })

  it('is not what a decision rules out, nor what is of another kind', () => {
    const mixed = line(
      true,
      ['SUPPORT', '2026-01-01', '2026-12-31'],
      ['SUPPORT', '2027-01-01', '2027-12-31', 'SUSPENDED'],
      ['MAINTENANCE', '2026-01-01', '2028-12-31'],
    )
    expect(coverageOn(mixed, day, 'SUPPORT')).toEqual({
      now: { from: '2026-01-01', to: '2026-12-31' },
      later: null,
      again: false,
    })
    expect(coverageOn(mixed, day).now?.to).toBe('2028-12-31')
  })

  it('may begin later, and for the first time', () => {
    expect(coverageOn(line(false, ['SUPPORT', '2027-01-01', '2027-12-31']), day)).toEqual({
      now: null,
      later: { from: '2027-01-01', to: '2027-12-31' },
      again: false,
    })
  })

  it('has an end for which a list of ends has the row', () => {
    const both = line(true, ['SUPPORT', '2026-01-01', '2029-01-01'], ['MAINTENANCE', '2026-01-01', '2027-01-14'])
    expect(coverageEnding(both, day, '2027-02-27')).toBe('2027-01-14')
    expect(coverageEnding(both, '2028-01-01', null)).toBe('2029-01-01')
    expect(coverageEnding(both, null, '2026-12-31')).toBe(null)
  })
})

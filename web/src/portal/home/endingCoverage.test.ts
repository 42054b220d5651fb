import { describe, expect, it } from 'vitest'
import { type EndingCoverage, isContinued, notContinued } from './endingCoverage.ts'

const last = '2026-12-31'

function coverage(lines: object[], more: object = {}): EndingCoverage {
  const nodes = lines.map((line, place) => ({ id: `covitem_${place}`, quantity: null, lineItem: line }))
  return { id: 'cov_1', kind: 'SUPPORT', endsOn: last, items: { totalCount: lines.length, nodes }, ...more } as never
}
const sold = (coverageKind: string) => ({ periodInForce: { partNumber: { coverageKind } } })

describe('a coverage that ends', () => {
  it('is continued if its kind covers all its rights without a gap', () => {
    expect(isContinued(coverage([{ supportedUntil: '2027-12-31' }, { supportedForever: true }]))).toBe(true)
    expect(isContinued(coverage([{ supportedUntil: '2027-12-31' }, { supportedUntil: last }]))).toBe(false)
    expect(isContinued(coverage([{ supportedUntil: last, maintainedUntil: '2027-12-31' }]))).toBe(false)
    expect(isContinued(coverage([{ supportedUntil: null, supportedForever: false }]))).toBe(false)
  })

  it('is continued if it is renewed with rights that renew by themselves', () => {
    const renews = { endsOn: last, supportedUntil: last, evergreen: { endsOn: last, cancelled: false } }
    expect(isContinued(coverage([{ ...renews, ...sold('SUPPORT') }]))).toBe(true)
    expect(isContinued(coverage([{ ...renews, ...sold('SUPPORT') }, renews]))).toBe(false)
    expect(isContinued(coverage([{ ...renews, ...sold('MAINTENANCE') }]))).toBe(false)
  })

  it('is no longer said to end if it is continued, but is as long as that is not known', () => {
    const goesOn = coverage([{ supportedUntil: '2027-12-31' }])
    const ends = coverage([{ supportedUntil: last }])
    const large = { ...goesOn, items: { ...goesOn.items, totalCount: 2 } } as EndingCoverage
    const found = { __typename: 'CoverageConnection' as const, totalCount: 10, nodes: [goesOn, ends, large] }
    expect(notContinued(found)).toEqual({ nodes: [ends, large], totalCount: 9 })
    expect(notContinued(null)).toEqual({ nodes: [], totalCount: 0 })
  })
})

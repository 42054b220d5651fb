import { expect, it } from 'vitest'
import { countOf } from './voided.ts'

const withdrawn = { kind: 'WITHDRAWN', startsOn: null, perpetual: true, liftedAt: null } as const

it('counts the periods that were not voided', () => {
  const nodes = [
    { decisions: [] },
    { decisions: [withdrawn] },
    { decisions: [{ ...withdrawn, startsOn: '2026-11-30' }] },
    { decisions: [{ ...withdrawn, liftedAt: '2026-11-30T00:00:00Z' }] },
  ]
  expect(countOf({ totalCount: 5, nodes })).toBe(4)
  expect(countOf(null)).toBe(0)
})

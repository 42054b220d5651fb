import { expect, test } from 'vitest'
import { withdrawnFrom } from './withdrawn.ts'

const withdrawn = { kind: 'WITHDRAWN', startsOn: '2026-12-01', endsOn: null } as const

test('a right is withdrawn from the first day of a withdrawal of itself or of its entitlement', () => {
  const later = { ...withdrawn, startsOn: '2027-01-01' }
  expect(withdrawnFrom({ decisions: [later], entitlement: { decisions: [withdrawn] } })).toBe('2026-12-01')
  expect(withdrawnFrom({ decisions: [later], entitlement: { decisions: [] } })).toBe('2027-01-01')
})

test('a withdrawal that was lifted, or that holds on all days, has no such day', () => {
  const lifted = { ...withdrawn, endsOn: '2026-12-10' }
  const held = { ...withdrawn, kind: 'ON_HOLD' } as const
  expect(withdrawnFrom({ decisions: [lifted, held], entitlement: { decisions: [] } })).toBeNull()
  const always = { ...withdrawn, startsOn: null }
  expect(withdrawnFrom({ decisions: [withdrawn], entitlement: { decisions: [always] } })).toBeNull()
})

import { expect, test } from 'vitest'
import { evergreenOf } from './evergreen.ts'

const period = { endsOn: '2027-11-21', evergreen: true, cancelUntil: '2027-10-22', decisions: [] }
const line = { endsOn: '2027-11-21', status: 'ACTIVE', decisions: [] } as const

test('a right renews by itself if it ends with an evergreen period', () => {
  const term = { endsOn: '2027-11-21', cancelUntil: '2027-10-22', cancelled: false }
  expect(evergreenOf(line, [period])).toEqual(term)
  expect(evergreenOf(line, [{ ...period, evergreen: false, cancelUntil: null }])).toBeNull()
  expect(evergreenOf({ ...line, endsOn: '2028-11-21' }, [period])).toBeNull()
  for (const status of ['WITHDRAWN', 'DRAFT', 'TEST'] as const) {
    expect(evergreenOf({ ...line, status }, [period])).toBeNull()
  }
})

test('a void period renews nothing', () => {
  const voids = { kind: 'WITHDRAWN', startsOn: null, perpetual: true, liftedAt: null } as const
  expect(evergreenOf(line, [{ ...period, decisions: [voids] }])).toBeNull()
})

test('a renewal is cancelled by a decision that holds on the last day', () => {
  const cancelled = { kind: 'RENEWAL_CANCELLED', startsOn: '2027-01-01', endsOn: null } as const
  expect(evergreenOf({ ...line, decisions: [cancelled] }, [period])?.cancelled).toBe(true)
  expect(evergreenOf({ ...line, decisions: [{ ...cancelled, endsOn: '2027-02-01' }] }, [period])?.cancelled).toBe(false)
  expect(evergreenOf({ ...line, decisions: [{ ...cancelled, kind: 'ON_HOLD' }] }, [period])?.cancelled).toBe(false)
})

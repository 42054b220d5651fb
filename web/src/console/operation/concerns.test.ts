import { expect, test } from 'vitest'
import { concernsOf } from './concerns.ts'

const well: Parameters<typeof concernsOf>[0] = {
  now: '2026-11-29T12:00:00Z',
  routines: [
    {
      __typename: 'Routine',
      kind: 'SEAL_AUDIT',
      failing: false,
      lastSucceededAt: '2026-11-29T11:59:59Z',
    },
  ],
  jobs: [{ __typename: 'JobCount', state: 'DONE', count: 3 }],
  oldestUnsealedAuditEntryAt: '2026-11-29T11:59:59Z',
  databaseBytes: '5000000',
  freeDiskBytes: '20000000000',
}

test('a server that works needs no attention, also if records were just made or the disk is not known', () => {
  expect(concernsOf(well)).toEqual([])
  expect(concernsOf({ ...well, freeDiskBytes: null, oldestUnsealedAuditEntryAt: null })).toEqual([])
})

test('what fails, waits too long or runs out is named', () => {
  const failing = well.routines.map((routine) => ({ ...routine, failing: true }))
  expect(
    concernsOf({
      ...well,
      routines: failing,
      jobs: [{ __typename: 'JobCount', state: 'FAILED', count: 2 }],
      oldestUnsealedAuditEntryAt: '2026-11-29T11:50:00Z',
      freeDiskBytes: '900000000',
    }),
  ).toEqual([
    { what: 'routine', routine: 'SEAL_AUDIT' },
    { what: 'jobs', count: 2 },
    { what: 'unsealed', since: '2026-11-29T11:50:00Z' },
    { what: 'disk', free: '900000000' },
  ])
})

test('a disk needs room for the database a second time', () => {
  expect(concernsOf({ ...well, databaseBytes: '30000000000' })).toEqual([{ what: 'disk', free: '20000000000' }])
})

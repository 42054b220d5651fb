import { expect, test } from 'vitest'
import { byHour, type Sample, valueOf } from './samples.ts'

function sample(at: string, part: Partial<Sample> = {}): Sample {
  const base = { requests: 0, errors: 0, p95Milliseconds: null, queued: 0, databaseBytes: '0' }
  return { __typename: 'ServerSample', at, ...base, ...part }
}

test('figures are those of the minute, sizes in millions of bytes', () => {
  const one = sample('2026-11-29T12:01:00Z', { requests: 7, p95Milliseconds: 12, databaseBytes: '2500000' })
  expect(valueOf('requests', one)).toBe(7)
  expect(valueOf('p95', one)).toBe(12)
  expect(valueOf('database', one)).toBe(2.5)
  expect(valueOf('p95', sample('2026-11-29T12:01:00Z'))).toBeNull()
})

test('hours have the average and the highest of what was measured', () => {
  const samples = [
    sample('2026-11-29T12:30:00Z', { requests: 2, p95Milliseconds: 10 }),
    sample('2026-11-29T13:00:00Z', { requests: 4 }),
    sample('2026-11-29T13:01:00Z', { requests: 9 }),
  ]
  expect(byHour('requests', samples)).toEqual([
    { at: '2026-11-29T12:00:00.000Z', average: 3, most: 4 },
    { at: '2026-11-29T13:00:00.000Z', average: 9, most: 9 },
  ])
  expect(byHour('p95', samples)).toEqual([
    { at: '2026-11-29T12:00:00.000Z', average: 10, most: 10 },
    { at: '2026-11-29T13:00:00.000Z', average: null, most: null },
  ])
})

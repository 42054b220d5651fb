import { describe, expect, it } from 'vitest'
import { graceAfter, graceOn, gracesOf } from './graceDays.ts'

type Line = Parameters<typeof graceOn>[0]
type Period = NonNullable<Line['periodCount']>['nodes'][number]

const period = (startsOn: string, endsOn: string, more: Partial<Period> = {}): Period => ({
  term: 'SUBSCRIPTION',
  startsOn,
  endsOn,
  graceDays: 14,
  decisions: [],
  ...more,
})
const line = (periods: Period[], decisions: Line['decisions'] = []): Line => ({
  decisions,
  periodCount: { nodes: periods },
})
const granted = { kind: 'GRACE', startsOn: '2026-12-15', endsOn: '2026-12-31' } as const

describe('grace', () => {
  it('lasts as many days as the license model gives', () => {
    const right = line([period('2025-12-15', '2026-12-14')])
    expect(graceAfter(right, '2026-12-14')).toEqual({ from: '2026-12-15', to: '2026-12-28' })
    expect(graceOn(right, '2026-12-28')?.to).toBe('2026-12-28')
    expect(graceOn(right, '2026-12-29')).toBeNull()
    expect(graceOn(right, '2026-12-14')).toBeNull()
  })

  it('lasts longer if it was granted, and not if that was lifted from its first day on', () => {
    const periods = [period('2025-12-15', '2026-12-14')]
    expect(graceOn(line(periods, [granted]), '2026-12-20')?.to).toBe('2026-12-31')
    const lifted = { ...granted, endsOn: '2026-12-14' }
    expect(graceOn(line(periods, [lifted]), '2026-12-20')?.to).toBe('2026-12-28')
  })

  it('ends before the next period', () => {
    const right = line([period('2025-12-15', '2026-12-14'), period('2026-12-20', '2027-12-19')])
    expect(graceOn(right, '2026-12-16')?.to).toBe('2026-12-19')
    expect(graceAfter(line([...right.periodCount!.nodes, period('2026-12-15', '2027-12-14')]), '2026-12-14')).toBeNull()
  })

  it('does not follow a trial or a void period', () => {
    expect(graceAfter(line([period('2025-12-15', '2026-12-14', { term: 'TRIAL' })]), '2026-12-14')).toBeNull()
    const voids = { kind: 'WITHDRAWN', startsOn: null, perpetual: true, liftedAt: null } as const
    expect(graceOn(line([period('2025-12-15', '2026-12-14', { decisions: [voids] })]), '2026-12-16')).toBeNull()
  })

  it('follows each period, and what was granted after one of them follows no other', () => {
    const periods = [period('2024-01-01', '2024-12-31'), period('2026-01-01', '2026-12-14')]
    expect(gracesOf(line(periods, [granted]))).toEqual([
      { from: '2025-01-01', to: '2025-01-14' },
      { from: '2026-12-15', to: '2026-12-31' },
    ])
    expect(gracesOf(line([period('2025-12-15', '2026-12-14', { graceDays: 0 })]))).toEqual([])
    expect(gracesOf({ decisions: [], periodCount: null })).toEqual([])
  })
})

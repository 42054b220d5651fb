import { describe, expect, it } from 'vitest'
import { gapsOf, layOut, type Span, ticksOf } from './timeline.ts'

const span = (id: string, startsOn: string | null, endsOn: string | null, more: Partial<Span> = {}): Span => ({
  id,
  label: id,
  startsOn,
  endsOn,
  ...more,
})

describe('gaps', () => {
  it('are the days between two spans, without the last day of one and the first of the next', () => {
    expect(gapsOf([span('b', '2026-02-01', '2026-12-31'), span('a', '2025-01-01', '2026-01-05')])).toEqual([
      { from: '2026-01-06', to: '2026-01-31' },
    ])
  })

  it('are not between spans that follow each other or overlap', () => {
    expect(gapsOf([span('a', '2025-01-01', '2025-12-31'), span('b', '2026-01-01', '2026-12-31')])).toEqual([])
    expect(
      gapsOf([
        span('a', '2025-01-01', '2026-12-31'),
        span('b', '2025-02-01', '2025-03-01'),
        span('c', '2026-06-01', '2027-01-01'),
      ]),
    ).toEqual([])
  })

  it('are not filled by a span that a decision rules out', () => {
    expect(
      gapsOf([
        span('a', '2025-01-01', '2025-06-30'),
        span('b', '2025-07-01', '2025-09-30', { void: true }),
        span('c', '2025-10-01', '2025-12-31'),
      ]),
    ).toEqual([{ from: '2025-07-01', to: '2025-09-30' }])
  })

  it('end with a span that has no end', () => {
    expect(gapsOf([span('a', '2025-01-01', null), span('b', '2026-01-01', '2026-12-31')])).toEqual([])
  })
})

describe('ticks', () => {
  it('are few, on first days of months, and within the axis', () => {
    expect(ticksOf('2025-02-20', '2027-10-01')).toEqual([
      '2025-07-01',
      '2026-01-01',
      '2026-07-01',
      '2027-01-01',
      '2027-07-01',
    ])
    expect(ticksOf('2026-11-10', '2027-01-20')).toEqual(['2026-12-01', '2027-01-01'])
    expect(ticksOf('1999-01-15', '2040-01-01').length).toBeLessThanOrEqual(9)
  })
})

describe('the axis', () => {
  it('has room for every day and for the day of the page', () => {
    const laid = layOut([{ id: 'right', name: 'Right', spans: [span('a', '2025-03-07', '2026-03-06')] }], '2026-11-29')
    const bar = laid.lanes[0]!.bars[0]!
    expect(bar.left).toBeGreaterThan(0)
    expect(bar.left + bar.width).toBeLessThan(laid.now)
    expect(laid.now).toBeLessThan(1)
  })

  it('shows a last day as part of its bar', () => {
    const laid = layOut([{ id: 'right', name: 'Right', spans: [span('a', '2026-11-29', '2026-11-29')] }], '2026-11-29')
    expect(laid.lanes[0]!.bars[0]!.width).toBeGreaterThan(0)
  })

  it('goes on for a year if something has no end, and that bar goes to the edge', () => {
    const laid = layOut([{ id: 'right', name: 'Right', spans: [span('a', '2020-10-28', null)] }], '2026-11-29')
    const bar = laid.lanes[0]!.bars[0]!
    expect(laid.to >= '2027-11-29').toBe(true)
    expect(bar.openEnd).toBe(true)
    expect(bar.left + bar.width).toBeCloseTo(1)
  })

  it('begins at the edge for a span whose first day is not known', () => {
    const laid = layOut([{ id: 'right', name: 'Right', spans: [span('a', null, '2026-12-31')] }], '2026-11-29')
    expect(laid.lanes[0]!.bars[0]).toMatchObject({ left: 0, openStart: true })
  })

  it('puts spans that overlap below each other, and the others side by side', () => {
    const spans = [
      span('a', '2025-01-01', '2025-12-31'),
      span('b', '2026-01-01', '2026-12-31'),
      span('c', '2026-01-01', '2026-12-31'),
    ]
    const lane = layOut([{ id: 'm', name: 'Maintenance', spans }], '2026-11-29').lanes[0]!
    expect(lane.rows).toBe(2)
    expect(lane.bars.map((bar) => bar.row)).toEqual([0, 0, 1])
  })

  it('is there for a page without any span', () => {
    expect(layOut([{ id: 'right', name: 'Right', spans: [] }], '2026-11-29').lanes[0]).toMatchObject({
      bars: [],
      rows: 1,
    })
  })
})

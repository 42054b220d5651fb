import { describe, expect, it } from 'vitest'
import { layOut } from '../kit/timeline.ts'
import { daysBetween } from '../language/format.ts'
import { coveredLane, rangeAround, type Segment, stretchesOf, told } from './coveredDays.ts'

const segment = (startsOn: string, endsOn: string, state: Segment['state'], items = 1): Segment => ({
  startsOn,
  endsOn,
  state,
  quantity: { amount: '5', unlimited: false },
  items: Array.from({ length: items }),
})

const segments = [
  segment('2022-01-01', '2025-12-31', 'NONE', 0),
  segment('2026-01-01', '2026-06-30', 'COVERED'),
  segment('2026-07-01', '2026-09-30', 'COVERED', 2),
  segment('2026-10-01', '2026-12-31', 'GAP', 0),
  segment('2027-01-01', '2027-12-31', 'COVERED'),
  segment('2028-01-01', '2028-01-14', 'GRACE', 0),
  segment('2028-01-15', '2028-03-31', 'OVERHANG'),
  segment('2028-04-01', '2031-12-31', 'NONE', 0),
]

describe('the days that are covered', () => {
  it('are asked about in a range that the contract takes, whatever the day', () => {
    for (const day of ['2026-11-30', '2024-02-29', '2028-03-01', '2025-12-31']) {
      const { from, to } = rangeAround(day)
      expect(from < day && day < to).toBe(true)
      expect(daysBetween(from, to)).toBeLessThan(3652) // the shortest ten years
    }
  })

  it('begin and end with something to say', () => {
    expect(told(segments).map(({ state }) => state)).toEqual([
      'COVERED',
      'COVERED',
      'GAP',
      'COVERED',
      'GRACE',
      'OVERHANG',
    ])
    expect(told(segments.slice(0, 1))).toEqual([])
  })

  it('are one stretch as long as the state is the same', () => {
    expect(stretchesOf(segments, 'COVERED')).toEqual([
      { from: '2026-01-01', to: '2026-09-30' },
      { from: '2027-01-01', to: '2027-12-31' },
    ])
    expect(stretchesOf(segments, 'GAP')).toEqual([{ from: '2026-10-01', to: '2026-12-31' }])
  })

  it('are a lane with exactly the gaps of the contract, with grace, and with coverage of no use', () => {
    const lane = coveredLane(told(segments), 'Covered', ({ items }) => String(items.length), '2031-12-31')
    expect(lane.spans.map(({ label, grace, void: useless }) => [label, grace, useless])).toEqual([
      ['1', false, false],
      ['2', false, false],
      ['1', false, false],
      ['0', true, false],
      ['1', false, true],
    ])
    const [laid] = layOut([lane], '2026-11-30').lanes
    expect(laid?.rows).toBe(1)
    expect(laid?.gaps.map(({ from, to }) => [from, to])).toEqual([['2026-10-01', '2026-12-31']])
  })

  it('have a gap after the last coverage, too, and go on if they last as long as was asked', () => {
    const open = coveredLane([segment('2026-01-01', '2031-12-31', 'COVERED')], '', () => '', '2031-12-31')
    expect(open.spans[0]?.endsOn).toBeNull()
    const lapsed = [segment('2026-01-01', '2026-06-30', 'COVERED'), segment('2026-07-01', '2031-12-31', 'GAP', 0)]
    expect(coveredLane(lapsed, '', () => '', '2031-12-31').gaps).toEqual([{ from: '2026-07-01', to: '2031-12-31' }])
  })
})

import { describe, expect, it } from 'vitest'
import { layOut } from '../kit/timeline.ts'
import { en } from '../language/en.ts'
import { Format } from '../language/format.ts'
import { type CoverageRow, type Detail, gapsOfLanes, lanesOf, otherIdsOf, type PeriodRow } from './lineTimeline.ts'

const format = new Format('en-GB')
const texts = en(format)
const day = '2026-11-29'
const unit = { singular: 'seat', plural: 'seats' }
const quantity = { amount: '5', unlimited: false }

function line(more: object = {}): Detail {
  return {
    status: 'ACTIVE',
    endsOn: '2026-12-31',
    unit,
    activationId: 'A-1',
    entitlement: { number: 'E-1' },
    externalIds: [],
    decisions: [],
    periodCount: null,
    ...more,
  } as unknown as Detail
}

function period(id: string, startsOn: string | null, endsOn: string | null, more: object = {}): PeriodRow {
  return { id, startsOn, endsOn, perpetual: false, decision: null, quantity, ...more } as unknown as PeriodRow
}

function covered(id: string, kind: string, startsOn: string, endsOn: string): CoverageRow {
  return {
    id,
    quantity: null,
    level: { name: 'Premium' },
    coverage: { kind, startsOn, endsOn, perpetual: false, decision: null },
  } as unknown as CoverageRow
}

function list<Row>(nodes: readonly Row[], hasNextPage = false) {
  return { pageInfo: { hasNextPage }, nodes }
}

describe('the lanes of a line item', () => {
  it('are its right and each kind of coverage that it has', () => {
    const lanes = lanesOf(
      line(),
      list([period('p', '2026-01-01', '2026-12-31')]),
      list([covered('c', 'SUPPORT', '2026-01-01', '2026-03-31'), covered('d', 'SUPPORT', '2026-05-01', '2026-12-31')]),
      day,
      texts,
      format,
    )
    expect(lanes.map((lane) => lane.name)).toEqual(['Right', 'Support'])
    expect(lanes[0]!.spans[0]).toMatchObject({ label: '5 seats', void: false })
    expect(gapsOfLanes(lanes).map(({ lane, gap }) => [lane.name, gap.from, gap.to])).toEqual([
      ['Support', '2026-04-01', '2026-04-30'],
    ])
  })

  it('have no gaps if there is more than was read', () => {
    const items = [
      covered('c', 'SUPPORT', '2026-01-01', '2026-03-31'),
      covered('d', 'SUPPORT', '2026-05-01', '2026-12-31'),
    ]
    const lanes = lanesOf(line(), null, list(items, true), day, texts, format)
    expect(gapsOfLanes(lanes)).toEqual([])
    expect(layOut(lanes, day).lanes.flatMap(({ gaps }) => gaps)).toEqual([])
  })

  it('leave out a period that waits for its activation, and mark one that a decision rules out', () => {
    const [right] = lanesOf(
      line(),
      list([period('waits', null, null), period('held', '2026-01-01', '2026-12-31', { decision: 'SUSPENDED' })]),
      null,
      day,
      texts,
      format,
    )
    expect(right!.spans.map(({ id, void: out }) => [id, out])).toEqual([['held', true]])
  })

  it('show the days of grace, which are no gap, once they have begun', () => {
    const nodes = [
      { startsOn: '2025-01-01', endsOn: '2025-12-31', graceDays: 31, term: 'SUBSCRIPTION', decisions: [] },
      { startsOn: '2026-02-01', endsOn: '2026-11-21', graceDays: 14, term: 'SUBSCRIPTION', decisions: [] },
    ]
    const lanes = (on: string) =>
      lanesOf(
        line({ status: 'IN_GRACE', endsOn: '2026-11-21', decisions: [], periodCount: { nodes } }),
        list(nodes.map(({ startsOn, endsOn }) => period(startsOn, startsOn, endsOn))),
        null,
        on,
        texts,
        format,
      )
    expect(lanes(day)[0]!.spans.slice(2)).toMatchObject([
      { startsOn: '2026-01-01', endsOn: '2026-01-31', grace: true },
      { startsOn: '2026-11-22', endsOn: '2026-12-05', grace: true },
    ])
    expect(gapsOfLanes(lanes(day))).toEqual([])
    expect(lanes('2026-11-21')[0]!.spans).toHaveLength(3)
  })
})

describe('other ids', () => {
  it('are those that say something new', () => {
    const externalIds = ['A-1', 'E-1', 'old-7'].map((value) => ({
      kind: 'activation',
      value,
      system: { id: 's', name: 's' },
    }))
    expect(otherIdsOf(line({ externalIds })).map(({ value }) => value)).toEqual(['old-7'])
  })
})

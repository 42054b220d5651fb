import { describe, expect, it } from 'vitest'
import { en } from '../language/en.ts'
import { Format } from '../language/format.ts'
import { inGroups, searchOfGroup } from './groups.ts'
import type { LinePositionFragment, LineRowFragment } from './lines.ts'
import { added, sumsInWords, sumsOf, trialsOf } from './sums.ts'

const format = new Format('en-GB')
const texts = en(format)

function position(line: string, unit: string, used: string, granted: string | null, count = 1): LinePositionFragment {
  return {
    __typename: 'Position',
    product: null,
    productLine: { __typename: 'ProductLine', id: line, name: line },
    account: null,
    unit: {
      __typename: 'UnitOfMeasure',
      id: unit,
      code: unit.toUpperCase(),
      singular: unit,
      plural: `${unit}s`,
      symbol: null,
      kind: 'COUNT',
      pool: 'NAMED',
      decimals: 0,
    },
    granted: { __typename: 'Quantity', amount: granted ?? '0', unlimited: false },
    used: { __typename: 'Quantity', amount: used, unlimited: false },
    lineItemCount: count,
    unlimitedLineItemCount: granted === null ? count : 0,
  }
}

/** A row of the list with a period of this term. */
const row = (used: string, term: 'PERPETUAL' | 'TRIAL', status = 'ACTIVE') =>
  ({
    status,
    periodInForce: { id: `period ${used}`, term },
    unit: position('a', 'seat', '0', '0').unit,
    granted: { amount: '10', unlimited: false },
    used: { amount: used, unlimited: false },
  }) as unknown as LineRowFragment

describe('groups', () => {
  it('are in the order of their names, numbers by their value, and keep the order of what is in them', () => {
    const found = inGroups(
      [
        position('Line 10', 'seat', '1', '2'),
        position('Line 9', 'seat', '3', '4'),
        position('Line 10', 'core', '5', '6'),
      ],
      'PRODUCT_LINE',
      texts,
    )
    expect(found.map(({ group }) => group.name)).toEqual(['Line 9', 'Line 10'])
    expect(found[1]!.members.map((member) => member.unit.id)).toEqual(['seat', 'core'])
  })

  it('lead to a list of their own that keeps the other filters', () => {
    const group = { id: 'x', name: 'X' }
    expect(searchOfGroup({ use: 'over' }, 'PRODUCT_LINE', group)).toEqual({
      use: 'over',
      productLine: 'x',
      group: 'none',
    })
    expect(searchOfGroup({}, 'ACCOUNT', group)).toEqual({ held: 'x', below: false, group: 'none' })
  })
})

describe('sums in words', () => {
  it('count the lines and say what is in use of what', () => {
    expect(
      sumsInWords({ all: 187, held: 187, trials: null }, [position('a', 'seat', '348', '412')], texts, format),
    ).toBe('187 lines · 348 of 412 seats')
    expect(sumsInWords({ all: 1, held: null, trials: null }, [position('a', 'seat', '1', '1')], texts, format)).toBe(
      '1 line · 1 of 1 seat',
    )
  })

  it('name three units and count the others', () => {
    const units = ['a', 'b', 'c', 'd', 'e'].map((unit) => position('x', unit, '1', '2'))
    expect(sumsInWords({ all: null, held: null, trials: null }, units, texts, format)).toBe(
      '1 of 2 as · 1 of 2 bs · 1 of 2 cs · 2 more units',
    )
  })

  it('say that there is no limit if no line has one, and leave out the unit in its own group', () => {
    expect(
      sumsInWords({ all: null, held: null, trials: null }, [position('a', 'seat', '7', null)], texts, format),
    ).toBe('7 seats, unlimited')
    expect(
      sumsInWords({ all: 2, held: 2, trials: null }, [position('a', 'seat', '7', '9')], texts, format, 'UNIT'),
    ).toBe('2 lines · 7 of 9')
  })

  it('say how many of the lines are held if not all are', () => {
    expect(sumsInWords({ all: 52, held: 40, trials: null }, [position('a', 'seat', '7', '9')], texts, format)).toBe(
      '52 lines, 40 active · 7 of 9 seats',
    )
  })
})

describe('trials', () => {
  it('are in no sum, and the header of the group names them', () => {
    const rows = [row('1', 'PERPETUAL'), row('2', 'TRIAL'), row('4', 'PERPETUAL')]
    expect(sumsOf(rows)).toMatchObject([{ used: { amount: '5' }, granted: { amount: '20' }, lineItemCount: 2 }])
    const count = { all: 3, held: 3, trials: trialsOf(rows) }
    expect(sumsInWords(count, sumsOf(rows), texts, format)).toBe('3 lines · 5 of 20 seats · and 1 trial')
  })

  it('count only while they can be used', () => {
    expect(trialsOf([row('1', 'TRIAL', 'SUSPENDED')])).toBe(0)
  })
})

describe('decimals', () => {
  it('are added with all their digits', () => {
    expect(added('1', '2')).toBe('3')
    expect(added('0.10', '0.2')).toBe('0.30')
    expect(added('9007199254740993', '1.5')).toBe('9007199254740994.5')
    expect(added('-0.75', '0.5')).toBe('-0.25')
  })
})

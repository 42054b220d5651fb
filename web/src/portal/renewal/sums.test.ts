import { expect, test } from 'vitest'
import type { EndingFragment } from './renewals.ts'
import { productLinesOf, sumOf } from './sums.ts'

type Unit = EndingFragment['quantities'][number]['unit']
const unit = (id: string) => ({ id, code: id, singular: id, plural: `${id}s` }) as Unit

function row(part: Partial<EndingFragment>): EndingFragment {
  return {
    __typename: 'Renewal',
    month: '2027-03-01',
    productLine: null,
    lineItemCount: 0,
    heldLineItemCount: 0,
    evergreenLineItemCount: 0,
    unlimitedLineItemCount: 0,
    quantities: [],
    coverageCount: 0,
    coveredQuantities: [],
    ...part,
  }
}

const amount = (of: string, id: string) => ({
  __typename: 'Quantity' as const,
  amount: of,
  unlimited: false,
  unit: unit(id),
})

test('amounts add up unit by unit, and covered ones also kind by kind, with all their digits', () => {
  const covered = (kind: 'MAINTENANCE' | 'SUPPORT', of: string) => ({
    __typename: 'CoveredQuantity' as const,
    kind,
    quantity: amount(of, 'seat'),
  })
  const sum = sumOf([
    row({
      lineItemCount: 2,
      heldLineItemCount: 1,
      evergreenLineItemCount: 1,
      quantities: [amount('9007199254740993', 'seat'), amount('1.5', 'core')],
      coverageCount: 1,
      coveredQuantities: [covered('MAINTENANCE', '4')],
    }),
    row({
      lineItemCount: 3,
      unlimitedLineItemCount: 1,
      quantities: [amount('2', 'seat')],
      coverageCount: 2,
      coveredQuantities: [covered('SUPPORT', '5'), covered('MAINTENANCE', '6')],
    }),
  ])
  expect(sum).toMatchObject({ lineItems: 5, held: 1, unlimited: 1, coverages: 3 })
  expect(sum.due.map(({ unit: { id }, amount: of }) => [id, of])).toEqual([
    ['seat', '9007199254740995'],
    ['core', '1.5'],
  ])
  expect(sum.covered.map(({ kind, amount: of }) => [kind, of])).toEqual([
    ['MAINTENANCE', '10'],
    ['SUPPORT', '5'],
  ])
})

const of = (id: string, name: string) => row({ productLine: { __typename: 'ProductLine', id, name } })

test('product lines are there once, in the order of their names', () => {
  expect(productLinesOf([of('b', 'Line 10'), of('a', 'Line 9'), of('b', 'Line 10')]).map(({ id }) => id)).toEqual([
    'a',
    'b',
  ])
})

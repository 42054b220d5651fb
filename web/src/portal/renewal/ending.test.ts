import { expect, test } from 'vitest'
import { endingQuantity, type EndingLine, endOf } from './ending.ts'

type Period = NonNullable<EndingLine['periods']>['nodes'][number]

function line(periods: Partial<Period>[], lineage: { direction: string; reason: string }[] = []): EndingLine {
  return {
    endsOn: '2027-03-31',
    quantity: { amount: '1' },
    periods: { nodes: periods },
    lineage,
  } as unknown as EndingLine
}

const last: Partial<Period> = { endsOn: '2027-03-31', term: 'SUBSCRIPTION', decision: null }

test('the last period says what happens', () => {
  expect(endOf(line([{ ...last, endsOn: '2026-03-31', term: 'TRIAL' }, last]))).toBe('stops')
  expect(
    endOf(
      line([
        { ...last, endsOn: '2026-03-31' },
        { ...last, term: 'TRIAL' },
      ]),
    ),
  ).toBe('trial')
  expect(endOf(line([{ ...last, decision: 'WITHDRAWN' }]))).toBe('unknown')
})

test('what follows a line item says what happens, and what came before it does not', () => {
  expect(endOf(line([last], [{ direction: 'TO', reason: 'RENEWAL' }]))).toBe('renewed')
  expect(endOf(line([last], [{ direction: 'TO', reason: 'UPGRADE' }]))).toBe('upgraded')
  expect(endOf(line([last], [{ direction: 'FROM', reason: 'RENEWAL' }]))).toBe('stops')
})

test('what ends is what the last period grants', () => {
  const quantity = { amount: '20' } as Period['quantity']
  expect(endingQuantity(line([{ ...last, quantity }]))).toEqual({ amount: '20' })
  expect(endingQuantity(line([]))).toEqual({ amount: '1' })
})

import { expect, test } from 'vitest'
import { nextAmount } from './nextAmount.ts'

const day = '2026-11-30'
const users = (amount: string) => ({ __typename: 'Quantity' as const, amount, unlimited: false })
const period = (startsOn: string, amount: string, isVoided = false) => ({
  startsOn,
  quantity: users(amount),
  decisions: isVoided ? [{ kind: 'WITHDRAWN' as const, startsOn: null, perpetual: true, liftedAt: null }] : [],
})
const line = (...nodes: ReturnType<typeof period>[]) => ({ quantity: users('12'), periodCount: { nodes } })

test('what a right grants next is told if it is another amount', () => {
  const renewed = line(period('2025-11-30', '12'), period('2028-11-30', '8'), period('2027-11-30', '6'))
  expect(nextAmount(renewed, day)).toEqual({ startsOn: '2027-11-30', quantity: users('6') })
  expect(nextAmount(line(period('2027-11-30', '12')), day)).toBeNull()
  expect(nextAmount(line(period('2027-11-30', '12'), period('2028-11-30', '8')), day)?.startsOn).toBe('2028-11-30')
})

test('a period that was voided, or has begun, does not follow', () => {
  expect(nextAmount(line(period('2027-11-30', '6', true)), day)).toBeNull()
  expect(nextAmount(line(period(day, '6')), day)).toBeNull()
  expect(nextAmount({ quantity: users('12'), periodCount: null }, day)).toBeNull()
})

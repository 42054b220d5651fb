import { expect, test } from 'vitest'
import { canBeReleased, lastPeriod, type RightOf, wasOfDraft } from './words.ts'

const decision = { kind: 'WITHDRAWN', startsOn: null, endsOn: null, perpetual: true, liftedAt: null }
const period = (id: string, endsOn: string | null, more: object = {}) => ({
  id,
  endsOn,
  perpetual: false,
  decisions: [],
  ...more,
})

const endingOn = (endsOn: string | null, nodes: object[]) =>
  lastPeriod({ endsOn, periods: { nodes, totalCount: nodes.length } } as unknown as Pick<RightOf, 'endsOn' | 'periods'>)
    ?.id

const of = (...nodes: object[]) => endingOn(null, nodes)

test('the last period is the one that ends last, without those that are void', () => {
  expect(of(period('per_1', '2027-02-28'), period('per_2', '2026-12-31'))).toBe('per_1')
  expect(of(period('per_1', '2027-02-28'), period('per_2', '2027-02-28'))).toBe('per_2')
  expect(of(period('per_1', null, { perpetual: true }), period('per_2', '2099-12-31'))).toBe('per_1')
  expect(of(period('per_1', '2027-02-28', { decisions: [decision] }), period('per_2', null))).toBe('per_2')
  expect(of()).toBeUndefined()
})

test('a right ends with the amendment that ends it, not with what that amends', () => {
  const amended = period('per_1', '2027-02-28')
  expect(endingOn('2026-12-31', [amended, period('per_2', '2026-12-31')])).toBe('per_2')
})

test('a decision that was released is not released again', () => {
  const held = { ...decision, kind: 'ON_HOLD', startsOn: '2026-11-01' } as unknown as Parameters<
    typeof canBeReleased
  >[0]
  expect(canBeReleased(held, '2026-11-30')).toBe(true)
  expect(canBeReleased({ ...held, liftedAt: '2026-11-30T08:00:00Z' }, '2026-11-30')).toBe(false)
})

const rightWith = (kind: string, liftedAt: string | null) =>
  ({ entitlement: { decisions: [{ kind, liftedAt }] } }) as unknown as Parameters<typeof wasOfDraft>[1]

test('what a deployment replaced was not wrong', () => {
  const moment = '2026-11-30T08:00:00Z'
  const voided = { decisions: [{ ...decision, recordedAt: moment }] } as unknown as Parameters<typeof wasOfDraft>[0]
  expect(wasOfDraft(voided, rightWith('DRAFT', moment))).toBe(true)
  expect(wasOfDraft(voided, rightWith('DRAFT', '2026-11-29T08:00:00Z'))).toBe(false)
  expect(wasOfDraft(voided, rightWith('DRAFT', null))).toBe(false)
  expect(wasOfDraft(voided, rightWith('ON_HOLD', moment))).toBe(false)
  expect(wasOfDraft({ decisions: [] }, rightWith('DRAFT', moment))).toBe(false)
})

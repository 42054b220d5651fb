import { describe, expect, it } from 'vitest'
import type { ChangeEffectFragment } from '../../portal/kit/change.ts'
import { isSame } from '../../portal/kit/proposal.ts'
import { offered } from './found.ts'
import type { PartToIssueFragment } from './issuing.ts'
import { afterEntering, emptyLine, emptyOrder, listPricesOf, plannedBy, startsOnDay, toIssue } from './order.ts'

const day = '2026-11-30'
const sold = { id: 'part_1', code: 'LIFT', term: 'SUBSCRIPTION', startRule: 'FIXED', gaps: [], retiredAt: null }
const lift = sold as unknown as PartToIssueFragment
const account = { id: 'acct_1', name: 'Kestrel' }
const order = { ...emptyOrder(day, 'DE', account), lines: [{ ...emptyLine(0, day, 'EUR'), part: lift }] }

/** What is sent of an order whose price is paid in instalments. */
const paid = (instalments: string) =>
  toIssue({ ...order, lines: [{ ...emptyLine(0, day, 'EUR'), part: lift, amount: '3', instalments }] })

/** A list price in euros. */
const price = (startsOn: string, endsOn: string | null, amount: string) => ({
  startsOn,
  endsOn,
  price: { amount, currency: 'EUR' },
})

describe('an order', () => {
  it('is sent once the customer and every part number are chosen', () => {
    expect(toIssue(emptyOrder(day, 'EN'))).toBeNull()
    expect(toIssue({ ...order, account: null })).toBeNull()
    expect(toIssue({ ...order, lines: [...order.lines, emptyLine(1, day)] })).toBeNull()
    expect(toIssue(order)).toEqual({
      account: 'acct_1',
      state: 'LIVE',
      lines: [{ partNumber: 'part_1', pieces: 1, startsOn: day }],
    })
  })

  it('has what is entered, with a point in the price, and the language only with an address', () => {
    const line = {
      ...emptyLine(0, day),
      part: lift,
      pieces: '3',
      amount: ' 1200,5 ',
      currency: 'EUR',
      orderLine: ' 10 ',
    }
    expect(
      toIssue({ ...order, orderReference: ' PO-1 ', shipToEmail: 'goods@example.com', state: 'DRAFT', lines: [line] }),
    ).toEqual({
      account: 'acct_1',
      state: 'DRAFT',
      orderReference: 'PO-1',
      shipToEmail: 'goods@example.com',
      language: 'DE',
      lines: [
        {
          partNumber: 'part_1',
          pieces: 3,
          startsOn: day,
          price: { amount: '1200.5', currency: 'EUR' },
          orderLine: '10',
        },
      ],
    })
  })

  it('is sent with its instalments, once each has a day and an amount', () => {
    expect(paid('2027-01-01 1\n2028-01-01 2')?.lines[0]).toMatchObject({
      price: { amount: '3', currency: 'EUR' },
      instalments: [
        { dueOn: '2027-01-01', amount: '1' },
        { dueOn: '2028-01-01', amount: '2' },
      ],
    })
    expect(paid('2027-01-01 1\n2028-01-01 ')).toBeNull()
    expect(paid('')?.lines[0]).not.toHaveProperty('instalments')
  })

  it('can take the list price of its first day, for each unit of each piece, and follows it', () => {
    const listPrices = [price('2027-01-01', null, '11'), price('2026-01-01', '2026-12-31', '10')]
    const part = { ...lift, packSize: 5, listPrices } as unknown as PartToIssueFragment
    const line = { ...emptyLine(0, day, 'EUR'), part, pieces: '3' }
    const amountsOf = (of: typeof line) => listPricesOf(of, day).map(({ amount }) => amount)
    expect(amountsOf(line)).toEqual(['150.00'])
    expect(amountsOf({ ...line, startsOn: '2027-01-01' })).toEqual(['165.00'])
    expect(amountsOf({ ...line, pieces: '' })).toEqual([])
    const waiting = { ...part, startRule: 'FIRST_ACTIVATION' } as PartToIssueFragment
    expect(amountsOf({ ...line, part: waiting, startsOn: '2027-01-01' })).toEqual(['150.00'])
    expect(amountsOf({ ...line, part: waiting, startsLatestOn: '2027-01-01' })).toEqual(['165.00'])
    expect(afterEntering(line, { pieces: '4' }, day)).toMatchObject({ amount: '', isListPrice: false })
    const taken = afterEntering(line, { amount: '150.00', currency: 'EUR', isListPrice: true }, day)
    const none = afterEntering(taken, { pieces: '' }, day)
    expect(none).toMatchObject({ amount: '', isListPrice: true })
    expect(afterEntering(none, { pieces: '4' }, day)).toMatchObject({ amount: '200.00' })
    expect(afterEntering(taken, { startsOn: '2027-02-01' }, day)).toMatchObject({ amount: '165.00' })
    const agreed = afterEntering(taken, { amount: '120' }, day)
    expect(agreed).toMatchObject({ amount: '120', isListPrice: false })
    expect(afterEntering(agreed, { pieces: '4' }, day)).toMatchObject({ amount: '120' })
  })

  it('has instalments that follow the price, and not one that was entered', () => {
    const line = { ...emptyLine(0, day, 'EUR'), amount: '3', instalments: '2027-01-01 1\n2028-01-01 2' }
    expect(afterEntering(line, { amount: '6' }, day).instalments).toBe('2027-01-01 2.00 1\n2028-01-01 4.00 2')
    expect(afterEntering(line, { instalments: '2027-01-01 1' }, day).instalments).toBe('2027-01-01 1')
  })

  it('has no first day for a right that an activation starts', () => {
    const waiting = { ...lift, startRule: 'FIRST_ACTIVATION' } as PartToIssueFragment
    expect(startsOnDay(waiting)).toBe(false)
    expect(startsOnDay({ ...waiting, term: 'PERPETUAL' })).toBe(true)
    const [line] = toIssue({ ...order, lines: [{ ...emptyLine(0, day), part: waiting }] })?.lines ?? []
    expect(line).not.toHaveProperty('startsOn')
  })

  it('is chosen from what is sold, each part number once, and complete ones first', () => {
    const gaps = { ...lift, id: 'part_2', gaps: ['TERM'] } as unknown as PartToIssueFragment
    const gone = { ...lift, id: 'part_3', retiredAt: '2026-01-01T00:00:00Z' } as PartToIssueFragment
    expect(offered([gaps, lift, gone, lift]).map(({ id }) => id)).toEqual(['part_1', 'part_2'])
  })
})

function effect(part: object): ChangeEffectFragment {
  return { kind: 'CHANGED', subjectId: null, field: null, before: null, after: null, ...part } as ChangeEffectFragment
}
const text = (value: string) => ({ __typename: 'TextValue', text: value })
const dayValue = (value: string) => ({ __typename: 'DayValue', day: value, text: value })

const created = (label: string) => effect({ kind: 'CREATED', label })
const change = (effects: ChangeEffectFragment[]) => ({ effects, warnings: [], errors: [] })

/** The effects of a dry run, which makes another activation id each time. */
function dryRun(id: string, quantity = '10 SEAT'): ChangeEffectFragment[] {
  const set = (field: string, after: object, label = id) => effect({ label, field, after })
  return [
    created('PO-1'),
    set('number', text('PO-1'), 'PO-1'),
    created(id),
    effect({ label: id, field: 'activationId', after: text(id) }),
    set('product', text('Lift Planner')),
    created(id),
    set('term', { __typename: 'EnumValue', enum: 'Term', value: 'SUBSCRIPTION', text: '' }),
    set('evergreen', text('true')),
    set('cancelUntil', dayValue('2027-01-29')),
    set('startsOn', dayValue('2026-03-01')),
    set('endsOn', dayValue('2027-02-28')),
    set('quantity', text(quantity)),
    set('instalments', text('2027-01-01 500 EUR')),
    created(id),
    set('kind', { __typename: 'EnumValue', enum: 'CoverageKind', value: 'MAINTENANCE', text: '' }),
    set('endsOn', dayValue('2028-02-29')),
  ]
}

describe('what an order becomes', () => {
  it('is told by its effects: the entitlement, and each line with its period and coverage', () => {
    const { number, lines } = plannedBy(dryRun('A-1'))
    expect(number).toBe('PO-1')
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({
      activationId: 'A-1',
      product: text('Lift Planner'),
      term: { value: 'SUBSCRIPTION' },
      evergreen: text('true'),
      cancelUntil: dayValue('2027-01-29'),
      quantity: text('10 SEAT'),
      instalments: text('2027-01-01 500 EUR'),
      startsOn: dayValue('2026-03-01'),
      endsOn: dayValue('2027-02-28'),
      coverage: { endsOn: dayValue('2028-02-29') },
    })
  })

  it('is told also if numbers and activation ids are made only when it is issued', () => {
    const untold = dryRun('A-1').map((part) =>
      part.field === 'activationId' || part.field === 'number'
        ? effect({ field: part.field })
        : part.field === null
          ? created('')
          : part,
    )
    const { number, lines } = plannedBy(untold)
    expect(number).toBe('')
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({ quantity: text('10 SEAT'), coverage: { endsOn: dayValue('2028-02-29') } })
  })

  it('is the same if nothing but the activation ids differs that are made each time', () => {
    expect(isSame(change(dryRun('A-1')), change(dryRun('B-2')))).toBe(true)
    expect(isSame(change(dryRun('A-1')), change(dryRun('B-2', '5 SEAT')))).toBe(false)
  })
})

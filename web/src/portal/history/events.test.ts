import { describe, expect, it } from 'vitest'
import { de as german } from '../language/de.ts'
import { en as english } from '../language/en.ts'
import { Format } from '../language/format.ts'
import type { Language } from '../language/language.tsx'
import { daysIn } from './days.ts'
import { entitlementOf, eventInWords } from './events.ts'
import type { RightEventFragment } from './history.ts'
import { texts } from './texts.ts'

const format = new Format('en-GB')
const language: Language = { texts: english(format), format, code: 'en' }
const t = texts.en(format)

const voiding = {
  kind: 'WITHDRAWN',
  startsOn: null,
  perpetual: true,
  liftedAt: null,
  reason: 'Ten were typed',
  actor: { name: 'Olga', kind: 'USER' },
}
const seats = (amount: string) => ({ amount, unlimited: false })
const days = { startsOn: '2026-03-01', endsOn: '2027-02-28', perpetual: false, startsLatestOn: null }
const header = { decisions: [{ kind: 'DRAFT', liftedAt: null }] }
const period = {
  ...days,
  lineItem: { entitlement: header },
  quantity: seats('10'),
  orderReference: { number: 'PO-1', line: '10' },
  replaces: null,
  decisions: [],
}
const line = { id: 'line_1', unit: { code: 'SEAT', singular: 'seat', plural: 'seats' } }

const event = (kind: RightEventFragment['kind'], more: object): RightEventFragment =>
  ({
    recordedAt: '2026-11-30T08:00:00Z',
    kind,
    entitlement: null,
    lineItem: line,
    period: null,
    coverage: null,
    decision: null,
    ...more,
  }) as unknown as RightEventFragment

const inWords = (kind: RightEventFragment['kind'], more: object) => eventInWords(event(kind, more), language, t)

const at = (liftedAt: string) => ({ decisions: [{ kind: 'DRAFT', liftedAt }] })

describe('an event of a right', () => {
  it('says what was granted, on which days it counts, and by which order', () => {
    expect(inWords('GRANTED', { period })).toEqual({
      what: 'Granted: 10 seats',
      days: '1 Mar 2026 – 28 Feb 2027',
      who: '',
      why: '',
      order: 'PO-1 / 10',
    })
    expect(inWords('AMENDED', { period }).what).toBe('The total became 10 seats')
    expect(inWords('ISSUED', { entitlement: { number: 'E-1' }, lineItem: null }).what).toContain('E-1')
  })

  it('says who corrected or voided what was recorded wrongly, and why', () => {
    const replaces = { ...days, quantity: seats('15'), decisions: [voiding] }
    const by = { who: 'Olga', why: 'Ten were typed' }
    expect(inWords('CORRECTED', { period: { ...period, replaces } })).toMatchObject(by)
    expect(inWords('VOIDED', { period: { ...period, decisions: [voiding] } })).toMatchObject(by)
    expect(inWords('GRANTED', { period: { ...period, decisions: [voiding] } })).toMatchObject({ who: '', why: '' })
  })

  it('is found by its entitlement, whose order is that of the event', () => {
    const entitlement = { number: 'E-1', orderReference: { number: 'PO-9', line: null } }
    const issued = event('ISSUED', { entitlement, lineItem: null })
    expect(entitlementOf(issued)).toBe('E-1')
    expect(eventInWords(issued, language, t).order).toBe('PO-9')
    const coverage = { entitlement: { number: 'E-2', decisions: [] } }
    expect(entitlementOf(event('COVERED', { coverage, lineItem: null }))).toBe('E-2')
  })

  it('says what a correction takes the place of, and gives no days to what is void', () => {
    const replaces = { ...days, quantity: seats('15'), decisions: [voiding] }
    expect(inWords('CORRECTED', { period: { ...period, replaces } }).what).toBe('Granted: 10 seats, and not 15 seats')
    expect(inWords('CORRECTED', { period: { ...period, replaces: { ...replaces, quantity: seats('10') } } }).what).toBe(
      '10 seats: the days or the order were recorded wrongly',
    )
    const voided = inWords('VOIDED', { period })
    expect(voided.what).toContain('1 Mar 2026')
    expect(voided.days).toBe('')
  })

  it('says of what a deployment moved to other days that it was not wrong', () => {
    const moved = (liftedAt: string) => ({ ...period, lineItem: { entitlement: at(liftedAt) }, replaces: period })
    const now = '2026-11-30T08:00:00Z'
    expect(inWords('CORRECTED', { period: moved(now) }).what).toBe('10 seats: the draft was deployed with another day')
    expect(inWords('CORRECTED', { period: moved('2026-11-29T08:00:00Z') }).what).toContain('recorded wrongly')
    const coverage = { ...days, kind: 'MAINTENANCE', level: null, entitlement: at(now), orderReference: null }
    expect(inWords('CORRECTED', { coverage }).what).toBe('Maintenance: the draft was deployed with another day')
    expect(inWords('CORRECTED', { coverage: { ...coverage, entitlement: null } }).what).toContain('recorded wrongly')
  })

  it('says who decided and who released, each with the reason, and what it is about', () => {
    const decision = {
      kind: 'ON_HOLD',
      subjectId: 'ent_1',
      reason: 'Unpaid',
      actor: { name: 'Ada', kind: 'USER' },
      startsOn: '2026-11-30',
      endsOn: '2026-11-29',
      perpetual: false,
      liftReason: 'Paid',
      liftedBy: { name: 'Bo', kind: 'USER' },
    }
    const decided = inWords('DECIDED', { decision })
    expect([decided.what, decided.who, decided.why]).toEqual(['Put on hold: the whole entitlement', 'Ada', 'Unpaid'])
    // It was lifted from its first day on, and holds on no day.
    expect(decided.days).toBe('')
    const released = inWords('RELEASED', { decision: { ...decision, subjectId: 'line_1' } })
    expect([released.what, released.who, released.why]).toEqual(['No longer on hold', 'Bo', 'Paid'])
  })

  it('says of a decision without days that it holds always', () => {
    const draft = {
      kind: 'DRAFT',
      subjectId: 'ent_1',
      reason: null,
      actor: { name: 'Ada', kind: 'USER' },
      startsOn: null,
      endsOn: null,
    }
    expect(inWords('DECIDED', { decision: { ...draft, perpetual: true } }).days).toBe('always')
    expect(inWords('DECIDED', { decision: { ...draft, perpetual: false } }).days).toBe('always')
    expect(inWords('DECIDED', { decision: { ...draft, endsOn: '2026-11-30', perpetual: false } }).days).toBe(
      'until 30 Nov 2026',
    )
  })

  it('calls the end of a trial by its name', () => {
    expect(inWords('RENEWED', { period: { ...period, renews: { id: 'per_1', term: 'TRIAL' } } }).what).toMatch(
      /^Converted to 10 /u,
    )
    expect(inWords('RENEWED', { period: { ...period, renews: { id: 'per_1', term: 'SUBSCRIPTION' } } }).what).toMatch(
      /^Renewed with 10 /u,
    )
  })

  it('is told in German too', () => {
    const de = new Format('de-DE')
    const words = eventInWords(
      event('RENEWED', { period }),
      { texts: german(de), format: de, code: 'de' },
      texts.de(de),
    )
    expect(words.what).toMatch(/^Verlängert: 10 /u)
    expect(words.days).toBe('1. März 2026 – 28. Feb. 2027')
  })
})

describe('days', () => {
  it('are written as far as they are known', () => {
    const none = { startsOn: null, endsOn: null, perpetual: false }
    expect(daysIn({ ...none, startsOn: '2026-03-01', perpetual: true }, t.days)).toBe('from 1 Mar 2026, without end')
    expect(daysIn({ ...none, endsOn: '2026-03-01' }, t.days)).toBe('until 1 Mar 2026')
    expect(daysIn({ ...none, startsLatestOn: '2026-12-31' }, t.days)).toBe(
      'begins with an activation, by itself on 31 Dec 2026',
    )
  })
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ChangeEffectFragment } from '../../portal/kit/change.ts'
import type { Refusal } from '../../portal/kit/proposal.ts'
import { de as german } from '../../portal/language/de.ts'
import { Format } from '../../portal/language/format.ts'
import type { Language } from '../../portal/language/language.tsx'
import { de } from './texts.de.ts'
import { en } from './texts.en.ts'
import { addedBy, isLeftOut, lastName, priceSentence, refusalOf, sentenceOf } from './words.ts'

const errors = readFileSync(join(import.meta.dirname, '../../../../docs/errors.md'), 'utf8')

/** The codes of a table of docs/errors.md. */
function codesOf(from: string, to: string): string[] {
  const start = errors.indexOf(from)
  return [...errors.slice(start, errors.indexOf(to, start + from.length)).matchAll(/^\| `([A-Z_]+)`/gmu)].map(
    ([, code = '']) => code,
  )
}

const refusal = (part: Partial<Refusal>) =>
  ({ code: 'BAD_INPUT', field: null, message: 'No.', remedy: '', ...part }) as Refusal

const language: Language = { texts: german(new Format('de-DE')), format: new Format('de-DE'), code: 'de' }

describe('the words', () => {
  it('are there for every code by which changes of the console are refused', () => {
    const codes = [
      ...codesOf('Of changes of rights', 'Of issuing'),
      ...codesOf('Of issuing', 'Of coverages'),
      ...codesOf('Of coverages', '`warnings` of the payload'),
      ...codesOf('Of accounts', 'Of changes of rights'),
      'NOT_FOUND',
      'TEXT_TOO_LONG',
      'LIST_TOO_LONG',
      'UNAUTHENTICATED',
      ...codesOf('change may be refused with', 'A change that sends e-mail'),
    ]
    expect(codes.length).toBeGreaterThan(20)
    for (const { refusals } of [en(), de()]) {
      expect(codes.filter((code) => !(code in refusals))).toEqual([])
    }
  })

  it('are there in German for every warning, unless every page has them', () => {
    const codes = codesOf('`warnings` of the payload', '## Of signing in')
    expect(codes).toContain('SURPLUS')
    const { change } = german(new Format('de-DE'))
    expect(codes.filter((code) => !(code in de().warnings) && !(code in change.warnings))).toEqual([])
  })

  it('say what became of a draft or a line item that is not live', () => {
    const withdrawn = [{ name: 'decision', value: { text: 'WITHDRAWN' } }]
    expect(refusalOf(refusal({ code: 'NOT_LIVE', parameters: withdrawn }), en(), language)).toContain('withdrawn')
    expect(refusalOf(refusal({ code: 'NOT_LIVE' }), en(), language)).toContain('Deploy')
  })

  it('name the values that the contract gives along, as the language writes them', () => {
    const parameters = [{ name: 'on', value: { text: '1 March 2026', day: '2026-03-01' } }]
    expect(refusalOf(refusal({ code: 'PERIOD_MISSING', parameters }), de(), language)).toContain('1. März 2026')
    expect(refusalOf(refusal({ code: 'CODE_OF_TOMORROW' }), de(), language)).toBeUndefined()
  })

  it('say what is wrong with a field, wherever it is in the input', () => {
    expect(lastName('input.lines.3.pieces')).toBe('pieces')
    expect(lastName('input.lines.3')).toBe('lines')
    expect(refusalOf(refusal({ field: 'input.lines.3.pieces' }), de(), language)).toContain('ganze Zahl')
    expect(refusalOf(refusal({ field: 'input.price.amount' }), de(), language)).toContain('Währung')
    expect(refusalOf(refusal({ field: 'input.lines.0.instalments.1.amount' }), de(), language)).toContain('Jede Rate')
    expect(refusalOf(refusal({ field: 'input.instalments' }), de(), language)).toContain('Jede Rate')
    expect(refusalOf(refusal({ field: 'input.values.0.number' }), de(), language)).toBe(de().wrongValue)
    expect(refusalOf(refusal({ field: 'input' }), de(), language)).toBe(de().nothingMeant)
    expect(refusalOf(refusal({ field: 'input.somethingNew' }), de(), language)).toBe(de().wrongAnyhow)
  })
})

function effect(field: string | null, after: object | null = null, more: object = {}): ChangeEffectFragment {
  return {
    kind: field === null ? 'CREATED' : 'CHANGED',
    subjectId: null,
    label: 'A-1',
    field,
    before: null,
    after,
    ...more,
  } as ChangeEffectFragment
}

const enumOf = (of: string, value: string) => ({ __typename: 'EnumValue', enum: of, value, text: value })
const about = (id: string) => ({ __typename: 'ReferenceValue', subjectId: id, label: id, text: id })

const day = (text: string) => ({ __typename: 'DayValue', day: text, text })
const placeOf = (id: string) => (id === 'per_2' ? 2 : undefined)

describe('what happens to a right', () => {
  const t = en()
  const format = new Format('en-GB')
  it('is told by what is added, which has no id in a dry run', () => {
    const held = [effect(null), effect('kind', enumOf('Decision', 'ON_HOLD')), effect('subjectId', about('line_1'))]
    const dated = [...held, effect('startsOn', { __typename: 'DayValue', day: '2026-11-30', text: '' })]
    expect(addedBy(held)).toBe('decision')
    expect(sentenceOf(dated, false, t, format)).toBe('A-1 is put on hold')
    expect(sentenceOf(dated, true, t, format)).toBe('A-1 was put on hold')
    const voided = [effect(null), effect('kind', enumOf('Decision', 'WITHDRAWN')), effect('subjectId', about('per_1'))]
    expect(sentenceOf(voided, false, t, format)).toBe('The recorded period is voided')
    const deploys = { deploys: true }
    expect(sentenceOf(voided, false, t, format, deploys)).toBe("The draft's days of the right give way to the new ones")
    const coverage = [effect('decision', enumOf('Decision', 'WITHDRAWN'), { kind: 'CHANGED', subjectId: 'cov_1' })]
    expect(sentenceOf(coverage, true, t, format, deploys)).toBe(
      "The draft's days of the coverage gave way to the new ones",
    )
    expect(sentenceOf(coverage, true, t, format)).toBeUndefined()
    const amends = [effect(null), effect('term', enumOf('Term', 'PERPETUAL')), effect('amends', about('per_2'))]
    expect(sentenceOf(amends, false, t, format, { placeOf })).toBe('A period that amends no. 2 is added')
    expect(isLeftOut(amends[2]!, amends)).toBe(true)
    const price = [effect(null), effect('price', { __typename: 'TextValue', text: '90 EUR' })]
    expect(priceSentence(price, false, t)).toBe('A list price of A-1 is added')
    expect(priceSentence(amends, false, t)).toBeUndefined()
    const period = [effect(null), effect('term', enumOf('Term', 'TRIAL')), effect('replaces', about('per_1'))]
    expect(sentenceOf(period, false, t, format)).toBe('A period in place of the voided one is added')
    expect(addedBy([effect(null), effect('kind', enumOf('CoverageKind', 'SUPPORT'))])).toBe('coverage')
    expect(addedBy([effect(null), effect('lineItem', about('line_1'))])).toBe('coverageItem')
  })

  it('is told by what changes', () => {
    const draft = effect('decision', null, { before: enumOf('Decision', 'DRAFT'), subjectId: 'ent_1' })
    expect(sentenceOf([draft], false, t, format)).toContain('becomes live')
    expect(sentenceOf([effect(null, null, { kind: 'CHANGED', subjectId: 'ent_1' })], true, t, format)).toBe(
      'The activation ids of A-1 were sent',
    )
    expect(sentenceOf([effect('granted', null, { subjectId: 'line_1' })], false, t, format)).toBeUndefined()
  })
  it('is the end of the decision that is released, and not that of the right', () => {
    const dec = { kind: 'CHANGED', subjectId: 'dec_1' }
    const forever = { __typename: 'BooleanValue', isTrue: true, text: 'true' }
    const never = { ...forever, isTrue: false, text: 'false' }
    const released = [effect('endsOn', day('2026-11-29'), dec), effect('perpetual', never, { ...dec, before: forever })]
    expect(sentenceOf(released, false, t, format, { decision: 'on hold' })).toBe(
      'The decision about A-1, on hold, ends on 29 Nov 2026',
    )
    expect(sentenceOf(released, true, t, format)).toBe('The decision about A-1 now ends on 29 Nov 2026')
    expect(released.every((one) => isLeftOut(one, released))).toBe(true)
    const right = [effect('endsOn', day('2026-11-29'), { ...dec, subjectId: 'line_1' })]
    expect(sentenceOf(right, false, t, format)).toBeUndefined()
    expect(isLeftOut(right[0]!, right)).toBe(false)
  })
})

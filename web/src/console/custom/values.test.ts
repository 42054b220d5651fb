import { expect, test } from 'vitest'
import { de as german } from '../../portal/language/de.ts'
import { Format } from '../../portal/language/format.ts'
import { labelOf, valueIn } from '../../portal/custom/values.ts'
import type { CustomFieldFragment } from './custom.ts'
import { changedIn, heldIn, inputOf } from './values.ts'

const field = (id: string, type: CustomFieldFragment['type'], more: Partial<CustomFieldFragment> = {}) =>
  ({
    id,
    code: id,
    type,
    labelEnglish: `${id} en`,
    labelGerman: `${id} de`,
    choices: [],
    retiredAt: null,
    ...more,
  }) as unknown as CustomFieldFragment

const fields = [
  field('tier', 'CHOICE'),
  field('review', 'DAY'),
  field('old', 'TEXT', { retiredAt: '2026-01-01T00:00:00Z' }),
]
const gold = {
  __typename: 'CustomFieldValue' as const,
  field: { __typename: 'CustomField' as const, id: 'tier' },
  text: 'gold',
}

test('every field is there, and one that is retired only as long as it has a value', () => {
  expect(heldIn(fields, [gold]).map(({ field: { id }, text }) => [id, text])).toEqual([
    ['tier', 'gold'],
    ['review', ''],
  ])
  const kept = heldIn(fields, [{ ...gold, field: { ...gold.field, id: 'old' } }])
  expect(kept.map(({ field: { id } }) => id)).toContain('old')
})

test('values are written as the language does', () => {
  const language = { texts: german(new Format('de-DE')), format: new Format('de-DE'), code: 'de' as const }
  expect(valueIn({ field: field('review', 'DAY'), text: '2027-03-31' }, language)).toBe('31. März 2027')
  expect(valueIn({ field: field('factor', 'NUMBER'), text: '-12.5' }, language)).toBe('−12,5')
  expect(valueIn({ field: field('paid', 'BOOLEAN'), text: 'true' }, language)).toBe('ja')
  expect(valueIn({ field: field('review', 'DAY'), text: '' }, language)).toBe('')
  expect(labelOf(field('tier', 'CHOICE'), { code: 'de' })).toBe('tier de')
})

test('only what was changed is sent, each value in the field of the input for its type', () => {
  const held = heldIn(fields, [gold])
  expect(changedIn(held, { tier: 'gold', review: '' })).toEqual([])
  expect(changedIn(held, { tier: '', review: '2027-03-31' }).map((one) => one.field.id)).toEqual(['tier', 'review'])
  expect(inputOf(field('tier', 'CHOICE'), ' ')).toEqual({ field: 'tier' })
  expect(inputOf(field('factor', 'NUMBER'), '−12,5')).toEqual({ field: 'factor', number: '-12.5' })
  expect(inputOf(field('paid', 'BOOLEAN'), 'false')).toEqual({ field: 'paid', boolean: false })
  expect(inputOf(field('review', 'DAY'), '2027-03-31')).toEqual({ field: 'review', day: '2027-03-31' })
  expect(inputOf(field('note', 'TEXT'), ' two words ')).toEqual({ field: 'note', text: 'two words' })
})

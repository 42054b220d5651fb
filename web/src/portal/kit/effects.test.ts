import { describe, expect, it } from 'vitest'
import { en } from '../language/en.ts'
import { Format } from '../language/format.ts'
import type { Language } from '../language/language.tsx'
import { beginsToView } from '../shell/beginsToView.ts'
import type { ChangeEffectFragment } from './change.ts'
import { describeEffects, wordsOf } from './effects.ts'

const format = new Format('en-GB')
const language: Language = { texts: en(format), format, code: 'en' }

function effect(part: Partial<ChangeEffectFragment>): ChangeEffectFragment {
  const base = {
    __typename: 'Effect',
    kind: 'CHANGED',
    subjectId: null,
    label: 'Anna',
    field: null,
    before: null,
    after: null,
  }
  return { ...base, ...part } as ChangeEffectFragment
}

const text = (value: string) => ({ __typename: 'TextValue', text: value }) as const
const moment = { __typename: 'MomentValue', moment: '2026-12-13T06:00:00Z', text: '2026-12-13T06:00:00Z' } as const
const rolesOf = (...values: string[]) =>
  ({ __typename: 'EnumListValue', enum: 'Role', values, text: values.join(', ') }) as const

const of = (subjectId: string, field: string, after: string) =>
  effect({ subjectId, label: 'MDN-1', field, before: text('0'), after: text(after) })

/** What is said of a thing of which a single field changes. */
function soleSentence(subjectId: string, field: string, after: typeof moment | null = moment): string | undefined {
  const before = after === null ? moment : null
  return describeEffects([effect({ subjectId, field, after, before })], 'other', language)[0]?.things[0]?.sentence
}

describe('a value in words', () => {
  it('is in the words of the language, and of the contract if it has none', () => {
    expect(wordsOf(rolesOf('READER', 'LICENSE_MANAGER'), language)).toBe('reader and license manager')
    expect(wordsOf(rolesOf('ROLE_OF_TOMORROW'), language)).toBe('ROLE_OF_TOMORROW')
    expect(wordsOf({ __typename: 'DayValue', day: '2027-01-12', text: '' }, language)).toBe('12 Jan 2027')
    expect(wordsOf({ __typename: 'BooleanValue', isTrue: false, text: 'false' }, language)).toBe('no')
    expect(wordsOf(null, language)).toBeUndefined()
    const session = {
      __typename: 'ReferenceValue',
      subjectId: 'sess_1',
      label: '29 November 2026, 09:44:57 UTC',
      text: '',
    } as const
    expect(wordsOf(session, language)).toBe(`signed in on ${language.format.moment('2026-11-29T09:44:57Z')}`)
    expect(wordsOf({ ...session, label: 'sess_1' }, language)).toBe('sess_1')
    expect(wordsOf({ ...session, subjectId: 'dev_1', label: 'Desk 1' }, language)).toBe('Desk 1')
  })
})

describe('what happens', () => {
  it('is told once for things that change alike, with a line for each thing', () => {
    const [first, ...others] = describeEffects(
      ['a@one.example', 'b@one.example'].flatMap((label) => [
        effect({ kind: 'CREATED', label }),
        effect({ kind: 'CREATED', label, field: 'roles', after: rolesOf('READER') }),
      ]),
      'invitation',
      language,
    )
    expect(others).toEqual([])
    expect(first?.things.map(({ sentence }) => sentence)).toEqual([
      'a@one.example gets an invitation',
      'b@one.example gets an invitation',
    ])
    expect(first?.same).toEqual([{ kind: 'CREATED', sentence: 'Roles', before: undefined, after: 'reader' }])
  })

  it('is told apart for things that change in different ways', () => {
    const told = describeEffects(
      [
        effect({ subjectId: 'memb_1', label: 'Anna', field: 'name', before: text('A'), after: text('B') }),
        effect({ subjectId: 'memb_2', label: 'Ben', field: 'name', before: text('A'), after: text('C') }),
      ],
      'membership',
      language,
    )
    expect(told).toHaveLength(2)
  })

  it('is one sentence if a single field says it all, in the words of its kind of thing', () => {
    expect(soleSentence('memb_1', 'suspendedAt')).toBe('Anna is suspended')
    expect(soleSentence('memb_1', 'suspendedAt', null)).toBe('Anna is no longer suspended')
    expect(soleSentence('inv_1', 'revokedAt')).toBe('The invitation to Anna is revoked')
    expect(soleSentence('key_1', 'revokedAt')).toBe('The key Anna ends')
    expect(soleSentence('sess_1', 'viewingAs')).toBe(
      'The session of Anna then shows what an administrator of the account sees, until you end that',
    )
    expect(soleSentence('sess_1', 'narrowedTo', null)).toBe('The session of Anna shows all accounts again')
  })

  it('says that a session begins to view as a customer, though the server names no account that the viewer may read', () => {
    // As the server answers to a dry run of viewAs.
    const begins = effect({ subjectId: 'sess_1', label: 'Anna', field: 'viewingAs', before: null, after: null })
    const [group] = describeEffects([begins], 'other', language, false, beginsToView)
    expect(group?.things).toEqual([
      {
        kind: 'CHANGED',
        sentence: 'The session of Anna then shows what an administrator of the account sees, until you end that',
        after: undefined,
      },
    ])
  })

  it('leaves out that something has no end, if its last day is told', () => {
    const yes = { __typename: 'BooleanValue', isTrue: true, text: 'true' } as const
    const told = describeEffects(
      [
        effect({ subjectId: 'memb_1', field: 'perpetual', before: yes, after: null }),
        effect({
          subjectId: 'memb_1',
          field: 'endsOn',
          after: { __typename: 'DayValue', day: '2027-01-12', text: '' },
        }),
        effect({ subjectId: 'memb_1', field: 'roles', before: rolesOf('READER'), after: rolesOf('DOWNLOADER') }),
      ],
      'membership',
      language,
    )
    expect(told[0]?.same.map(({ sentence }) => sentence)).toEqual(['Last day', 'Roles'])
  })

  it('says of an invitation until when it can be accepted, and that it has no services', () => {
    const told = describeEffects(
      [
        effect({
          subjectId: 'inv_1',
          field: 'expiresAt',
          after: { __typename: 'MomentValue', moment: '2026-12-13T12:00:00Z', text: '' },
        }),
        effect({
          subjectId: 'inv_1',
          field: 'serviceAccess',
          after: { __typename: 'EnumListValue', enum: 'Service', values: [], text: '' },
        }),
      ],
      'invitation',
      language,
    )
    expect(told[0]?.same.map(({ sentence, after }) => [sentence, after])).toEqual([
      ['Invitation can be accepted until', expect.stringContaining('13 Dec 2026')],
      ['Services', 'none'],
    ])
  })

  it('says what has happened as something past', () => {
    const decided = [effect({ kind: 'CHANGED', subjectId: 'areq_1', label: 'Anna' })]
    expect(describeEffects(decided, 'request', language)[0]?.things[0]?.sentence).toBe('The request of Anna is decided')
    expect(describeEffects(decided, 'request', language, true)[0]?.things[0]?.sentence).toBe(
      'The request of Anna was decided',
    )
  })

  it('counts things of the same name', () => {
    const ended = ['sess_1', 'sess_2'].map((subjectId) => effect({ kind: 'REMOVED', subjectId, label: 'Anna' }))
    expect(describeEffects(ended, 'session', language)[0]?.things.map(({ sentence }) => sentence)).toEqual([
      '2 sessions of Anna end',
    ])
  })

  it('leaves out things of which nothing is said, and puts together what has the same sentence', () => {
    const told = describeEffects(
      [
        of('line_1', 'orderNumber', '8'),
        of('per_1', 'renews', '1'),
        of('per_2', 'renews', '2'),
        of('per_3', 'note', 'x'),
      ],
      'other',
      language,
      false,
      { isLeftOut: ({ field }) => field === 'renews' },
    )
    expect(told.map(({ things }) => things.map(({ sentence }) => sentence))).toEqual([['MDN-1 changes']])
    expect(told[0]?.same.map(({ after }) => after)).toEqual(['8', 'x'])
  })

  it('keeps people apart who are called alike', () => {
    const added = (subjectId: string) => effect({ kind: 'CREATED', subjectId, label: 'Anna' })
    expect(describeEffects([added('memb_1'), effect({ subjectId: 'memb_2' })], 'other', language)).toHaveLength(2)
  })

  it('writes prices and units as everywhere else', () => {
    const unit = { __typename: 'ReferenceValue', subjectId: 'unit_1', label: 'NAMED_USER', text: 'NAMED_USER' } as const
    const told = describeEffects(
      [
        effect({ subjectId: 'part_1', field: 'price', after: text('1200 EUR') }),
        effect({ subjectId: 'part_1', field: 'unit', after: unit }),
        effect({ subjectId: 'part_1', field: 'description', after: text('1200 PCS') }),
      ],
      'other',
      language,
      false,
      { units: [{ code: 'NAMED_USER', singular: 'named user', plural: 'named users' }] },
    )
    expect(told[0]?.same.map(({ after }) => after)).toEqual(['1,200.00 EUR', 'named users', '1200 PCS'])
  })
})

import { describe, expect, test } from 'vitest'
import { deedsOf, type Entry, labelsOf } from './records.ts'

function entry(id: string, part: Partial<Entry>): Entry {
  return {
    id,
    recordedAt: '2026-11-29T03:59:46.1Z',
    action: 'inviteMembers',
    label: 'bea@ester.example',
    subjectId: id,
    byProducer: false,
    actor: { name: 'anna@ester.example', kind: 'USER', user: null },
    ...part,
  }
}

describe('the records of an account', () => {
  test('entries of one change are one deed', () => {
    const deeds = deedsOf([
      entry('a', {}),
      entry('b', { label: 'carl@ester.example' }),
      entry('c', { action: 'removeMember' }),
      entry('d', { action: 'removeMember', recordedAt: '2026-11-28T03:59:46.1Z' }),
    ])
    expect(deeds.map((deed) => deed.entries.map(({ id }) => id))).toEqual([['a', 'b'], ['c'], ['d']])
  })

  test('a deed names what it changed once, and not who did it', () => {
    const [deed] = deedsOf([entry('a', {}), entry('b', {}), entry('c', { label: 'anna@ester.example' }), entry('d', { label: null })])
    expect(deed && labelsOf(deed)).toEqual(['bea@ester.example'])
  })
})

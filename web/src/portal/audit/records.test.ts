import { describe, expect, test } from 'vitest'
import { en } from '../language/en.ts'
import { Format } from '../language/format.ts'
import { actionName, groupByAction, type Entry, labelsOf } from './records.ts'

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
  test('entries of one change are one action', () => {
    const actions = groupByAction([
      entry('a', {}),
      entry('b', { label: 'carl@ester.example' }),
      entry('c', { action: 'removeMember' }),
      entry('d', { action: 'removeMember', recordedAt: '2026-11-28T03:59:46.1Z' }),
    ])
    expect(actions.map((action) => action.entries.map(({ id }) => id))).toEqual([['a', 'b'], ['c'], ['d']])
  })

  test('a request that was decided was granted or declined', () => {
    const texts = en(new Format('en-GB'))
    const action = 'decideAccessRequest'
    const state = (value: string) => ({ action, changes: [{ field: 'state', after: { text: value, value } }] })
    const nameOf = (part: Partial<Entry>) =>
      groupByAction([entry('a', { action }), entry('b', part)]).map((one) => actionName(one, texts))
    expect(nameOf(state('GRANTED'))).toEqual(['granted access to'])
    expect(nameOf(state('DECLINED'))).toEqual(['declined the request of'])
    expect(nameOf({ action })).toEqual(['decided a request'])
  })

  test('an action names what it changed once, and not who did it', () => {
    const [action] = groupByAction([
      entry('a', {}),
      entry('b', {}),
      entry('c', { label: 'anna@ester.example' }),
      entry('d', { label: null }),
    ])
    expect(action && labelsOf(action)).toEqual(['bea@ester.example'])
  })
})

import type { Cache } from '@urql/exchange-graphcache'
import { expect, test } from 'vitest'
import { updates } from './changes.ts'

type Forgotten = [entity: unknown, field: string][]

/** A cache that knows two accounts with lists, and writes down what it has to forget. */
function cacheWith(forgotten: Forgotten): Cache {
  const fields: Record<string, string[]> = {
    Query: ['viewer', 'account(a)', 'account(b)', 'accessReview(a)', 'lineItems(a)'],
    'Account:a': ['name', 'memberships(1)', 'memberships(2)', 'invitations(1)', 'auditEntries(1)', 'lineItems(1)'],
    'Account:b': ['apiKeys'],
    'Query.viewer': ['name', 'memberships', 'apiKeys', 'sessions'],
  }
  return {
    inspectFields: (entity: string) =>
      (fields[entity] ?? []).map((fieldKey) => ({
        fieldKey,
        fieldName: fieldKey.split('(')[0] ?? '',
        arguments: null,
      })),
    resolve: (_: string, fieldKey: string) => (fieldKey === 'viewer' ? 'Query.viewer' : `Account:${fieldKey.at(-2)}`),
    invalidate: (entity: unknown, field: string) => forgotten.push([entity, field]),
  } as unknown as Cache
}

const change = (name: string, input: object): Forgotten => {
  const forgotten: Forgotten = []
  const update = updates.Mutation?.[name]
  if (update === undefined) {
    throw new Error(`nothing is forgotten after ${name}`)
  }
  update({}, { input }, cacheWith(forgotten), { parent: {} } as never)
  return forgotten
}

test('after a change of people their lists are forgotten, in every account and of the viewer, and nothing else', () => {
  expect(change('suspendMember', { membership: 'memb_1' })).toEqual([
    ['Query.viewer', 'apiKeys'],
    ['Query.viewer', 'sessions'],
    ['Account:a', 'memberships(1)'],
    ['Account:a', 'memberships(2)'],
    ['Account:a', 'invitations(1)'],
    ['Account:a', 'auditEntries(1)'],
    ['Account:b', 'apiKeys'],
    ['Query', 'accessReview(a)'],
  ])
})

test('a dry run changes nothing, and so nothing is forgotten', () => {
  expect(change('inviteMembers', { dryRun: true })).toEqual([])
})

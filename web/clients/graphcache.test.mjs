// Tests of urql with its normalized cache, which gets the schema from the introspection of the server.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Client, fetchExchange } from '@urql/core'
import { buildClientSchema, getIntrospectionQuery } from 'graphql'
import { cacheOf } from './config/urql.mjs'
import { accounts, anyNode, checkKeyMade, createKey, entitlements, keys, record, revokeKey } from './documents.mjs'
import { endpoint, fetchAsOperator, keepQuiet } from './server.mjs'

keepQuiet()

async function introspect() {
  const answer = await fetchAsOperator(endpoint, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query: getIntrospectionQuery({ descriptions: false }) }),
  })
  return (await answer.json()).data
}

const schema = buildClientSchema(await introspect())

function connect() {
  let requests = 0
  const client = new Client({
    url: endpoint,
    fetch: (...request) => {
      requests++
      return fetchAsOperator(...request)
    },
    exchanges: [cacheOf(schema, { Query: ['accounts'], Account: ['entitlements'] }), fetchExchange],
  })
  return {
    requests: () => requests,
    ask: async (query, variables, requestPolicy) => {
      const { data, error } = await client.query(query, variables, { requestPolicy }).toPromise()
      assert.equal(error, undefined)
      return data
    },
    change: async (mutation, variables) => {
      const { data, error } = await client.mutation(mutation, variables).toPromise()
      assert.equal(error, undefined)
      return data
    },
  }
}

test('a list of the root grows, and its rows are read again from the cache', async () => {
  const { ask, requests } = connect()
  const filter = { text: 'alder' }
  const first = (await ask(accounts, { first: 3, filter })).accounts
  assert.equal(first.edges.length, 3)

  const both = (await ask(accounts, { first: 3, after: first.pageInfo.endCursor, filter })).accounts
  assert.equal(new Set(both.edges.map(({ node }) => node.id)).size, 6)
  assert.deepEqual(both.edges.slice(0, 3), first.edges)
  assert.equal(requests(), 2)

  const kept = (await ask(accounts, { first: 3, filter }, 'cache-only')).accounts
  assert.deepEqual(kept.edges, both.edges)

  const { node } = both.edges.at(-1)
  const again = await ask(anyNode, { id: node.id })
  assert.deepEqual(again.node, node)
  assert.equal(requests(), 3)
})

test('a list of a row grows, and keeps what stands in the row', async () => {
  const { ask, requests } = connect()
  const { id, name } = (await ask(accounts, { first: 1, filter: { text: 'alder aerospace' } })).accounts.edges[0].node
  const first = (await ask(entitlements, { id, first: 3 })).account
  assert.equal(first.name, name)
  assert.equal(first.entitlements.edges.length, 3)

  const both = (await ask(entitlements, { id, first: 3, after: first.entitlements.pageInfo.endCursor })).account
  const numbers = both.entitlements.edges.map(({ node }) => node.number)
  assert.equal(new Set(numbers).size, 6)
  assert.deepEqual(numbers, numbers.toSorted())
  assert.equal(requests(), 3)

  assert.deepEqual((await ask(entitlements, { id, first: 3 }, 'cache-only')).account, both)
  const [entitlement] = both.entitlements.edges
  const { node } = await ask(anyNode, { id: entitlement.node.id })
  assert.equal(node.number, entitlement.node.number)
})

test('a change keeps its effects apart from what it changed', async () => {
  const { ask, change, requests } = connect()
  const name = `urql ${process.pid}`
  const made = (await change(createKey, { input: { name, scopes: ['READ'] } })).createApiKey
  checkKeyMade(assert, made, name)

  const { node } = await ask(record, { id: made.auditEntry.id })
  assert.equal(node.subjectId, made.apiKey.id)
  const own = await ask(keys, {})
  assert.equal(own.viewer.apiKeys.find(({ id }) => id === made.apiKey.id).name, name)
  const gone = (await change(revokeKey, { input: { apiKey: made.apiKey.id } })).revokeApiKey
  assert.deepEqual(gone.errors, [])
  const { viewer } = await ask(keys, {}, 'cache-only')
  assert.equal(viewer.apiKeys.find(({ id }) => id === made.apiKey.id).revokedAt, gone.apiKey.revokedAt)
  assert.equal(requests(), 4)
})

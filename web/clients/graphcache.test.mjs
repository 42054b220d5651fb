// urql with its normalized cache, which knows the schema as the server introspects it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Client, fetchExchange } from '@urql/core'
import { cacheExchange } from '@urql/exchange-graphcache'
import { relayPagination } from '@urql/exchange-graphcache/extras'
import { getIntrospectionQuery, isObjectType } from 'graphql'
import { accounts, anyNode, entitlements } from './documents.mjs'
import { contract, endpoint, fetchAsOperator, keepQuiet } from './server.mjs'

keepQuiet()

async function introspect() {
  const answer = await fetchAsOperator(endpoint, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query: getIntrospectionQuery({ descriptions: false }) }),
  })
  return (await answer.json()).data
}

const schema = await introspect()

// Every type with an id is a Node; all others stand in the object that has them.
const embedded = Object.values(contract.getTypeMap()).filter((type) => isObjectType(type) && !type.getFields().id)

function connect() {
  let requests = 0
  const client = new Client({
    url: endpoint,
    fetch: (...request) => {
      requests++
      return fetchAsOperator(...request)
    },
    exchanges: [
      cacheExchange({
        schema,
        keys: Object.fromEntries(embedded.map(({ name }) => [name, () => null])),
        resolvers: {
          Query: {
            accounts: relayPagination(),
            account: (_, { id }) => ({ __typename: 'Account', id }),
          },
          Account: { entitlements: relayPagination() },
        },
      }),
      fetchExchange,
    ],
  })
  return {
    requests: () => requests,
    ask: async (query, variables, requestPolicy) => {
      const { data, error } = await client.query(query, variables, { requestPolicy }).toPromise()
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

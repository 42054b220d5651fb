// Tests of Apollo Client with its normalized cache and its own pagination of Relay connections.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { ApolloClient, gql, HttpLink } from '@apollo/client'
import { __DEV__ } from '@apollo/client/utilities/environment'
import { filter, firstValueFrom } from 'rxjs'
import { isObjectType } from 'graphql'
import { cacheOf } from './config/apollo.mjs'
import { choosing } from './config/schema.mjs'
import { accounts, anyNode, checkKeyMade, createKey, entitlements, record, revokeKey } from './documents.mjs'
import { contract, endpoint, fetchAsOperator, keepQuiet } from './server.mjs'

keepQuiet()

function connect() {
  let requests = 0
  const client = new ApolloClient({
    link: new HttpLink({
      uri: endpoint,
      fetch: (...request) => {
        requests++
        return fetchAsOperator(...request)
      },
    }),
    cache: cacheOf(contract, { Query: ['accounts'], Account: ['entitlements'] }),
  })
  return { client, requests: () => requests }
}

/** Watches a query, as a component does, and waits for its first result. */
async function watch(client, options) {
  const list = client.watchQuery(options)
  const subscription = list.subscribe(() => {})
  after(() => subscription.unsubscribe())
  const { data } = await firstValueFrom(list.pipe(filter(({ loading }) => !loading)))
  return { list, first: data }
}

test('warnings are on', () => assert.equal(__DEV__, true, 'run node with --conditions=development'))

test('every argument but those of the page tells lists apart', () => {
  const page = ['first', 'after', 'last', 'before']
  let seen = 0
  for (const type of Object.values(contract.getTypeMap()).filter(isObjectType)) {
    for (const { name, args, type: is } of Object.values(type.getFields())) {
      if (!String(is).endsWith('Connection')) continue
      const keys = choosing(contract, type.name, name)
      const all = args.map((arg) => arg.name)
      assert.deepEqual([...keys, ...page].toSorted(), all.toSorted(), `${type.name}.${name}`)
      seen++
    }
  }
  assert.ok(seen > 30, `${seen} lists`)
  assert.ok(choosing(contract, 'LineItem', 'periods').includes('on'))
})

test('a list of the root grows, and its rows are read again from the cache', async () => {
  const { client, requests } = connect()
  const variables = { first: 3, filter: { text: 'alder' } }
  const { list, first } = await watch(client, { query: accounts, variables })
  assert.equal(first.accounts.edges.length, 3)

  await list.fetchMore({ variables: { after: first.accounts.pageInfo.endCursor } })
  const both = client.readQuery({ query: accounts, variables })
  assert.equal(new Set(both.accounts.edges.map(({ node }) => node.id)).size, 6)
  assert.deepEqual(both.accounts.edges.slice(0, 3), first.accounts.edges)

  await list.fetchMore({ variables: { first: 100, after: both.accounts.pageInfo.endCursor } })
  const { data: all } = await client.query({ query: accounts, variables })
  assert.equal(all.accounts.edges.length, all.accounts.totalCount)
  assert.equal(all.accounts.pageInfo.hasNextPage, false)
  assert.equal(requests(), 3)

  const { node } = all.accounts.edges.at(-1)
  const fragment = gql`
    fragment Kept on Account {
      name
      kind
    }
  `
  const kept = client.readFragment({ fragment, from: node })
  assert.deepEqual(kept, { __typename: 'Account', name: node.name, kind: node.kind })

  const { data: again } = await client.query({ query: anyNode, variables: { id: node.id } })
  assert.deepEqual(again.node, node)
  assert.equal(requests(), 4)
})

test('a list of a row grows, and keeps what stands in the row', async () => {
  const { client, requests } = connect()
  const { data } = await client.query({ query: accounts, variables: { first: 1, filter: { text: 'alder aerospace' } } })
  const { id, name } = data.accounts.edges[0].node
  const variables = { id, first: 3 }
  const { list, first } = await watch(client, { query: entitlements, variables })
  assert.equal(first.account.entitlements.edges.length, 3)

  await list.fetchMore({ variables: { after: first.account.entitlements.pageInfo.endCursor } })
  const both = client.readQuery({ query: entitlements, variables })
  assert.equal(both.account.name, name)
  const numbers = both.account.entitlements.edges.map(({ node }) => node.number)
  assert.equal(new Set(numbers).size, 6)
  assert.deepEqual(numbers, numbers.toSorted())
  assert.equal(requests(), 3)

  const { data: again } = await client.query({ query: entitlements, variables })
  assert.deepEqual(again, both)
  assert.equal(requests(), 3)
})

test('a change keeps its effects apart from what it changed', async () => {
  const { client, requests } = connect()
  const name = `Apollo ${process.pid}`
  const { data } = await client.mutate({ mutation: createKey, variables: { input: { name, scopes: ['READ'] } } })
  const made = data.createApiKey
  checkKeyMade(assert, made, name)
  const kept = client.cache.extract()
  assert.deepEqual(
    Object.keys(kept).filter((key) => key.includes(made.apiKey.id)),
    [`ApiKey:${made.apiKey.id}`],
  )
  assert.equal(kept[`ApiKey:${made.apiKey.id}`].name, name)

  const { data: again } = await client.query({ query: record, variables: { id: made.auditEntry.id } })
  assert.deepEqual(again.node, made.auditEntry)
  const { data: gone } = await client.mutate({ mutation: revokeKey, variables: { input: { apiKey: made.apiKey.id } } })
  assert.deepEqual(gone.revokeApiKey.errors, [])
  assert.equal(requests(), 3)
})

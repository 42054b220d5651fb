// Compiles the documents in relay/ against the printed contract, and runs the compiled documents with Relay's store.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { relative } from 'node:path'
import { before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import relay from 'relay-runtime'
import { goldenFile } from '../scripts/contract.mjs'
import { environmentOf } from './config/relay.mjs'
import { contract, endpoint, fetchAsOperator, keepQuiet } from './server.mjs'

const { commitMutation, createOperationDescriptor, fetchQuery, getSingularSelector } = relay

const require = createRequire(import.meta.url)
const artifacts = fileURLToPath(new URL('relay/__generated__/', import.meta.url))

keepQuiet()

before(() => {
  rmSync(artifacts, { recursive: true, force: true })
  mkdirSync(artifacts)
  writeFileSync(`${artifacts}package.json`, '{ "type": "commonjs" }') // the compiler writes imports without extensions
  const config = JSON.parse(readFileSync(new URL('config/relay.config.json', import.meta.url), 'utf8'))
  const here = { ...config, src: '..', schema: relative(artifacts, fileURLToPath(goldenFile)), artifactDirectory: '.' }
  writeFileSync(`${artifacts}relay.config.json`, JSON.stringify(here))
  execFileSync(process.execPath, [require.resolve('relay-compiler/cli.js'), 'relay.config.json'], { cwd: artifacts })
})

const artifact = (name) => require(`${artifacts}${name}.graphql.js`)

async function send({ text }, variables) {
  const answer = await fetchAsOperator(endpoint, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: text, variables }),
  })
  assert.equal(answer.status, 200, `${text}\n${JSON.stringify(variables)}`)
  return answer.json()
}

/** A new store, as one page of an application has it. */
function application() {
  const environment = environmentOf(contract, send)
  return {
    /** Runs a query and returns its own data, without that of its fragments. */
    run: (name, variables) => {
      const query = artifact(name)
      environment.retain(createOperationDescriptor(query, variables))
      return fetchQuery(environment, query, variables).toPromise()
    },
    /** Runs a mutation and returns its payload. */
    change: (name, variables) =>
      new Promise((onCompleted, onError) => {
        commitMutation(environment, { mutation: artifact(name), variables, onCompleted, onError })
      }),
    /** Returns a record of the store. */
    stored: (id) => environment.getStore().getSource().get(id),
    /** Reads a fragment from the store, which must have all of its data. */
    read: (name, reference) => {
      const snapshot = environment.lookup(getSingularSelector(artifact(name), reference))
      assert.equal(snapshot.isMissingData, false, `${name} is not whole in the store`)
      return snapshot.data
    },
  }
}

/** The id of an account of the sample. */
async function alderAerospace(run, read) {
  const { accounts } = read('lists_accounts', await run('listsAccountsQuery', { text: 'alder aerospace' }))
  return read('lists_account', accounts.edges[0].node).id
}

test('a list of the root grows page by page', async () => {
  const { run, read } = application()
  const root = await run('listsAccountsQuery', { text: 'alder' })
  const first = read('lists_accounts', root).accounts
  assert.equal(first.edges.length, 3)
  assert.equal(first.pageInfo.hasNextPage, true)

  await run('listsAccountsPageQuery', { count: 2, cursor: first.pageInfo.endCursor, text: 'alder' })
  const both = read('lists_accounts', root).accounts
  assert.equal(both.totalCount, first.totalCount)
  assert.deepEqual(both.edges.slice(0, 3), first.edges)
  const names = both.edges.map(({ node }) => read('lists_account', node).name)
  assert.equal(new Set(names).size, 5)
  assert.deepEqual(names, names.toSorted())

  await run('listsAccountsPageQuery', { count: 100, cursor: both.pageInfo.endCursor, text: 'alder' })
  const all = read('lists_accounts', root).accounts
  assert.equal(all.edges.length, all.totalCount)
  assert.equal(all.pageInfo.hasNextPage, false)
})

test('a row is asked for anew by its id', async () => {
  const { run, read } = application()
  const root = await run('listsAccountsQuery', { text: 'alder aerospace' })
  const [row] = read('lists_accounts', root).accounts.edges
  const account = read('lists_account', row.node)

  const again = await run('listsAccountAgainQuery', { id: account.id, lines: 5 })
  const { lineItems, ...rest } = read('lists_account', again.node)
  assert.deepEqual({ ...rest, lineItems: { ...lineItems, edges: lineItems.edges.slice(0, 1) } }, account)
  assert.equal(lineItems.edges.length, 5)
})

test('a list of a row grows by node(id:)', async () => {
  const { run, read } = application()
  const id = await alderAerospace(run, read)
  const { account } = await run('listsEntitlementsQuery', { id })
  const first = read('lists_entitlements', account).entitlements
  assert.equal(first.edges.length, 4)
  assert.equal(first.pageInfo.hasNextPage, true)

  await run('listsEntitlementsPageQuery', { id, count: 3, cursor: first.pageInfo.endCursor })
  const both = read('lists_entitlements', account).entitlements
  assert.deepEqual(both.edges.slice(0, 4), first.edges)
  const numbers = both.edges.map(({ node }) => node.number)
  assert.equal(new Set(numbers).size, 7)
  assert.deepEqual(numbers, numbers.toSorted())
})

test('pages go on and back', async () => {
  const { run, read } = application()
  const page = async (variables) => read('lists_products', await run('listsProductsPageQuery', variables)).products
  const first = await page({ first: 3 })
  const second = await page({ first: 3, after: first.pageInfo.endCursor })
  const back = await page({ last: 3, before: second.pageInfo.startCursor })
  assert.deepEqual(back.edges, first.edges)
  assert.notDeepEqual(second.edges, first.edges)
  assert.deepEqual(
    [first.pageInfo.hasNextPage, second.pageInfo.hasPreviousPage, back.pageInfo.hasNextPage],
    [true, true, true],
  )
})

test('objects of several types come by their ids', async () => {
  const { run, read } = application()
  const id = await alderAerospace(run, read)
  const { account } = await run('listsEntitlementsQuery', { id })
  const [{ node: entitlement }] = read('lists_entitlements', account).entitlements.edges

  const { nodes } = await run('listsNodesQuery', { ids: [entitlement.id, id] })
  assert.deepEqual(nodes, [
    { __typename: 'Entitlement', id: entitlement.id, number: entitlement.number, account: { id } },
    { __typename: 'Account', id },
  ])
})

test('a change keeps its effects apart from what it changed', async () => {
  const { change, stored } = application()
  const name = `Relay ${process.pid}`
  const { createApiKey: made } = await change('listsKeyMutation', { input: { name, scopes: ['READ'] } })
  assert.deepEqual(made.errors, [])
  assert.equal(made.auditEntry.action, 'createApiKey')
  assert.ok(made.effects.every(({ subjectId }) => subjectId === made.apiKey.id))
  const { after } = made.effects.find(({ field }) => field === 'scopes')
  assert.deepEqual(after, { __typename: 'EnumListValue', text: 'read', values: ['READ'] })
  assert.equal(stored(made.apiKey.id).name, name)
  assert.equal(stored(made.auditEntry.id).action, 'createApiKey')

  const { revokeApiKey: gone } = await change('listsRevokeMutation', { input: { apiKey: made.apiKey.id } })
  assert.deepEqual(gone.errors, [])
  assert.equal(stored(made.apiKey.id).isActive, false)
  assert.equal(stored(made.apiKey.id).name, name)
})

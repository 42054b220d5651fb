import { readdirSync, readFileSync } from 'node:fs'
import { Client, fetchExchange } from '@urql/core'
import { cacheExchange } from '@urql/exchange-graphcache'
import { buildSchema, isAbstractType } from 'graphql'
import { expect, test } from 'vitest'
import { PaletteDocument, type PaletteQueryVariables } from '../palette/palette.ts'
import { possibleTypes } from './possibleTypes.ts'

const schema = buildSchema(readFileSync('../graph/testdata/schema.golden.graphql', 'utf8'))

test('every interface on which a document has a fragment is there, with all its types', () => {
  const documents = readdirSync('src/portal', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.graphql'),
  )
  const conditions = documents.flatMap((file) =>
    [...readFileSync(`src/portal/${file}`, 'utf8').matchAll(/\bon ([A-Z]\w+)/gu)].map(([, name]) =>
      schema.getType(name ?? ''),
    ),
  )
  const wanted = conditions.filter(isAbstractType)
  const types = wanted.map((type) => [
    type.name,
    schema
      .getPossibleTypes(type)
      .map(({ name }) => name)
      .toSorted(),
  ])
  expect(Object.fromEntries(types)).toEqual(possibleTypes)
})

test('what is found by its id comes through the cache, although it may be of many types', async () => {
  const account = { __typename: 'Account', id: 'acct_1', name: 'Harbor' }
  const product = { __typename: 'Product', id: 'prod_1', name: 'Composer', version: null }
  const node = { __typename: 'LineItem', id: 'line_1', activationId: 'HLI-1', product, account }
  const errors = [{ message: 'Nothing has this name.', path: ['lookup'] }]
  const client = new Client({
    url: 'https://rights.example/graphql',
    preferGetMethod: false,
    exchanges: [cacheExchange({ possibleTypes }), fetchExchange],
    fetch: () =>
      Promise.resolve(Response.json({ data: { __typename: 'Query', lookup: null, node, accounts: null }, errors })),
  })
  const variables = {
    account: '',
    words: {},
    activation: {},
    number: {},
    external: { value: 'line_1' },
    id: 'line_1',
    text: '',
  }
  const which = { licensing: false, isName: true, isId: true, people: false }
  const { data } = await client.query(PaletteDocument, { ...variables, ...which } as unknown as PaletteQueryVariables)
  expect(data?.node).toEqual(node)
})

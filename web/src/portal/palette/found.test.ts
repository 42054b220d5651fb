import { expect, test } from 'vitest'
import { foundIn } from './found.ts'
import type { PaletteQuery } from './palette.ts'

const account = { __typename: 'Account', id: 'acct_1', name: 'Northwind' } as const
const line = (id: string) =>
  ({
    __typename: 'LineItem',
    id,
    activationId: id.toUpperCase(),
    product: { __typename: 'Product', id: 'prod_1', name: 'Studio', version: id === 'line_0' ? null : '2025.1' },
    account,
  }) as const

const found = (part: object) => foundIn({ __typename: 'Query', ...part } as unknown as PaletteQuery)

const user = (displayName: string | null) => ({
  user: { id: `user_${displayName}`, displayName, userName: 'anna@one.example' },
})

test('what was found by its very name is first, and everything is there once', () => {
  const { lines } = found({
    node: line('line_3'),
    words: { nodes: [line('line_1'), line('line_3')] },
    activation: { nodes: [line('line_2'), line('line_1')] },
  })
  expect(lines.map(({ id }) => id)).toEqual(['line_3', 'line_2', 'line_1'])
})

test('a product has its version, if there is one', () => {
  const { lines } = found({ words: { nodes: [line('line_0'), line('line_1')] } })
  expect(lines.map(({ name }) => name)).toEqual(['Studio', 'Studio 2025.1'])
})

test('people are called by their name, or as they sign in', () => {
  const { people } = found({ account: { found: { nodes: [user('Anna'), user(null)] } } })
  expect(people.map(({ name }) => name)).toEqual(['Anna', 'anna@one.example'])
})

test('nothing is found before an answer is there', () => {
  expect(foundIn(undefined)).toEqual({ lines: [], entitlements: [], accounts: [], people: [] })
})

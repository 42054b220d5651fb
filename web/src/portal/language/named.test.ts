import { expect, test } from 'vitest'
import { named } from './named.ts'

test('a table has words only under its own names', () => {
  const table: Record<string, string> = { signIn: 'signed in' }
  expect(named(table, 'signIn')).toBe('signed in')
  for (const name of ['signOut', '__proto__', 'constructor', 'toString']) {
    expect(named(table, name), name).toBeUndefined()
  }
})

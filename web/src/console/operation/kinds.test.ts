import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Format } from '../../portal/language/format.ts'
import { kindWords } from './kinds.ts'
import { de } from './texts.de.ts'
import { en } from './texts.en.ts'

const server = join(import.meta.dirname, '../../../../internal/legacy')
const tables = [en(new Format('en')).imports.kinds, de(new Format('de')).imports.kinds]

/** The texts of a folder of the server, without its tests. */
function sources(folder: string): string {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.go') && !file.endsWith('_test.go'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n')
}

/** The kinds of findings, as the server writes them. */
function found(): string[] {
  const [, names = ''] = /kindNames = \[endOfKinds\]string\{(.*?)\n\}/su.exec(sources(server)) ?? []
  return [...names.matchAll(/"([a-z_]+)"/gu)].map(([, kind = '']) => kind)
}

/** The kinds of counts, as the server writes them. */
function counted(): string[] {
  const plan = sources(join(server, 'plan'))
  const assigned = [...plan.matchAll(/\.counted(?:, t\.\w+\.counted)* = ((?:[^\n]*,\n)*[^\n]*)/gu)]
    .map(([, values = '']) => values)
    .join('\n')
  return [...plan.matchAll(/kind: "(\w+)"/gu), ...assigned.matchAll(/"(\w+)"/gu)].map(([, kind = '']) => kind)
}

test('every kind that the server sends has words in both languages', () => {
  expect(found()).toHaveLength(16)
  expect(counted()).toEqual(
    expect.arrayContaining(['lineItems', 'productLines', 'periods', 'activations', 'suiteMembers']),
  )
  for (const kind of [...found(), ...counted()]) {
    for (const table of tables) {
      const { one, other } = kindWords(table, kind)
      expect(one, kind).not.toBe(kind)
      expect(other, kind).not.toBe(kind)
    }
  }
})

test('both spellings of a kind have the same words, and an unknown kind is written as it is', () => {
  for (const table of tables) {
    expect(kindWords(table, 'line_items')).toBe(kindWords(table, 'lineItems'))
    expect(kindWords(table, 'constructor')).toEqual({ one: 'constructor', other: 'constructor' })
  }
})

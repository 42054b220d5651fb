import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { de } from './de.ts'
import { en } from './en.ts'
import { Format } from './format.ts'

/* The texts have words for the codes, the fields and the values of the contract, in every language. */

const root = join(import.meta.dirname, '../../../..')
const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8')
const english = en(new Format('en-GB'))
const german = de(new Format('de-DE'))

/** The part of a text between two others. */
function between(text: string, from: string, to: string): string {
  const start = text.indexOf(from)
  const end = text.indexOf(to, start)
  expect(start, from).toBeGreaterThan(-1)
  expect(end, to).toBeGreaterThan(start)
  return text.slice(start, end)
}

test('every reason for which a query is refused has German words', () => {
  const codes = [
    ...between(read('docs', 'errors.md'), '## Of a field', '## Of a change').matchAll(/^\| `([A-Z_]+)`/gmu),
  ]
  expect(codes.length).toBeGreaterThan(20)
  expect(codes.map(([, code = '']) => code).filter((code) => !(code in german.failure.reasons))).toEqual([])
})

const typed = read('internal', 'audit', 'typed.go')

test('every field that a change can name has words', () => {
  const listed = [...between(typed, 'var fieldTypes', '// bySubject').matchAll(/"(\w+)":/gu)].map(
    ([, name = '']) => name,
  )
  expect(listed.length).toBeGreaterThan(50)
  for (const { records, change } of [english, german]) {
    const names = { ...records.fields, ...change.field }
    expect([...listed, 'state', 'holding', 'members'].filter((name) => !(name in names))).toEqual([])
  }
})

test('every value that such a field can have has words', () => {
  const schema = read('graph', 'testdata', 'schema.golden.graphql')
  const enums = new Set([...typed.matchAll(/enums?\("(\w+)"\)/gu)].map(([, name = '']) => name))
  expect(enums.size).toBeGreaterThan(5)
  for (const name of enums) {
    const values = [...between(schema, `\nenum ${name} {`, '\n}').matchAll(/^ {2}([A-Z_]+)$/gmu)].map(
      ([, value = '']) => value,
    )
    expect(values.length, name).toBeGreaterThan(1)
    for (const { change } of [english, german]) {
      expect(
        values.filter((value) => !(value in (change.values.names[name] ?? {}))),
        name,
      ).toEqual([])
    }
  }
})

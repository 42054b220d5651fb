import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Refusal } from '../../portal/kit/proposal.ts'
import { specific } from './specific.de.ts'
import { specificOf } from './specific.ts'

const of = (message: string): Refusal => ({
  __typename: 'UserError',
  code: 'BAD_INPUT',
  field: 'input.endsOn',
  message,
  remedy: '',
  parameters: [],
})
const told = (name: string) => `<${name}>`

test('a message of the contract is said in German with its values, whatever they are', () => {
  const words = specificOf(of('The coverage ends on 1 March 2026, before this day.'), specific, told)
  expect(words).toBe('Die Leistung endet am <endsOn>, vor diesem Tag. Geben Sie diesen oder einen früheren an.')
  const late = 'The right, or what covers it, would end after 31 December 9999.'
  expect(specificOf(of(late), specific, told)).toContain('<latest>')
  expect(specificOf(of('Something else.'), specific, told)).toBeUndefined()
})

/** The texts of the server, those that go over several lines put together. */
function messages(): string {
  const root = join('..', 'internal')
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => file.endsWith('.go') && !file.endsWith('_test.go'))
    .map((file) => readFileSync(join(root, file), 'utf8').replaceAll(/"\s*\+\s*"/gu, ''))
    .join('\n')
}

test('the server has every message that is said in German', () => {
  const all = messages()
  expect(specific.map(([message]) => message).filter((message) => !all.includes(`"${message}"`))).toEqual([])
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ruleWords } from './ruleWords.de.ts'

test('every rule of imports has German words, and no other has', () => {
  const source = readFileSync(join(import.meta.dirname, '../../../../internal/legacy/rule.go'), 'utf8')
  const rules = [...source.matchAll(/Rule = "(\w+)"/gu)].map(([, rule = '']) => rule)
  expect(rules.length).toBeGreaterThan(50)
  expect(Object.keys(ruleWords).toSorted()).toEqual(rules.toSorted())
})

// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import { handOver, takeHanded } from './handover.ts'

const queries = [{ query: 'query Mine { viewer { name } }', variables: '{}' }]

beforeEach(() => localStorage.clear())

test('queries are taken once', () => {
  handOver(queries, 1000)
  expect(takeHanded(2000)).toEqual(queries)
  expect(takeHanded(2000)).toEqual([])
})

test('what waits for long, or is something else, is left', () => {
  handOver(queries, 1000)
  expect(takeHanded(62_000)).toEqual([])
  localStorage.setItem('muniment:handover', '{"at":1000,"queries":[{"query":1},null]}')
  expect(takeHanded(1000)).toEqual([])
  localStorage.setItem('muniment:handover', '{')
  expect(takeHanded(1000)).toEqual([])
})

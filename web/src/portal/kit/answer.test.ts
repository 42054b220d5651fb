import { expect, test } from 'vitest'
import { answerTo } from './answer.ts'

const operation = { variables: { text: 'AB-1' } }

test('an answer to another text is none', () => {
  expect(answerTo('AB-1', { data: 1, fetching: false, operation })).toBe(1)
  expect(answerTo('AB-2', { data: 1, fetching: false, operation })).toBeUndefined()
  expect(answerTo('AB-1', { data: 1, fetching: true, operation })).toBeUndefined()
  expect(answerTo(null, { data: 1, fetching: false, operation })).toBeUndefined()
  expect(answerTo('AB-1', { fetching: false })).toBeUndefined()
})

import { expect, test } from 'vitest'
import { changesOf } from './user.ts'

test('only what was changed of a person is sent, and what was emptied is removed', () => {
  const before = { firstName: 'Ada', lastName: 'Kestrel', displayName: '', phone: '123' }
  expect(changesOf(before, before)).toEqual({})
  expect(changesOf({ ...before, lastName: ' Heron ', phone: ' ' }, before)).toEqual({ lastName: 'Heron', phone: null })
})

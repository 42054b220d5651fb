import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { pageSize, usePages } from './pages.ts'

afterEach(cleanup)

const more = (endCursor: string) => ({ pageInfo: { endCursor, hasNextPage: true } })

test('a list asks for its first rows, and then for those after the last', () => {
  const { result } = renderHook(() => usePages({ account: 'a' }))
  expect(result.current.variables).toEqual({ account: 'a', first: pageSize, after: null })
  act(() => result.current.next(more('50'))?.())
  expect(result.current.variables).toEqual({ account: 'a', first: pageSize, after: '50' })
  expect(result.current.next({ pageInfo: { endCursor: '60', hasNextPage: false } })).toBeUndefined()
})

test('the cursor of one question is not used for another', () => {
  const { result, rerender } = renderHook((question) => usePages(question), {
    initialProps: { account: 'a', liveOnly: true },
  })
  act(() => result.current.next(more('50'))?.())
  for (const question of [
    { account: 'b', liveOnly: true },
    { account: 'a', liveOnly: false },
  ]) {
    rerender(question)
    expect(result.current.variables).toEqual({ ...question, first: pageSize, after: null })
  }
})

import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ViewerQuery } from '../viewer/viewer.ts'

type Viewer = NonNullable<ViewerQuery['viewer']>

const minute = 60_000

const viewerOf = (id: string) => ({ user: { id }, session: null }) as unknown as Viewer

/** The session of one tab: each has the module for itself. */
async function newTab(user: string) {
  vi.resetModules()
  const session = await import('./session.ts')
  session.rememberSession(viewerOf(user))
  return session
}

/** Lets messages of other tabs come, which do not wait for the clock. */
const messages = () => act(() => new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve))))

const pass = (time: number) => act(() => vi.advanceTimersByTimeAsync(time))

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a session that nobody uses ends, and the page asks nothing that would keep it', async () => {
  const ask = vi.fn()
  vi.stubGlobal('fetch', ask)
  const { useSessionState, useSessionEnding } = await newTab('user_a')
  const page = renderHook(() => ({ ending: useSessionEnding(), state: useSessionState() }))
  await pass(26 * minute)
  expect(page.result.current.ending?.canStay).toBe(true)
  await pass(5 * minute)
  expect(page.result.current.state).toBe('ended')
  expect(ask).not.toHaveBeenCalled()
  page.unmount()
})

test('a session that is used in another tab goes on in this one', async () => {
  const one = await newTab('user_a')
  const page = renderHook(() => ({ ending: one.useSessionEnding(), state: one.useSessionState() }))
  const other = await newTab('user_a')
  await pass(26 * minute)
  other.noteUse()
  await messages()
  await pass(15_000)
  expect(page.result.current.ending).toBeNull()
  await pass(10 * minute)
  expect(page.result.current.state).toBe('open')
  page.unmount()
})

test('a page says for whom it was loaded, and goes on for nobody else', async () => {
  const one = await newTab('user_a')
  expect(one.viewerHeader()).toEqual({ 'Muniment-Viewer': 'user_a' })
  const page = renderHook(() => one.useSessionState())
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ data: { viewer: viewerOf('user_b') } })))
  const other = await newTab('user_b')
  await messages()
  await messages()
  expect(page.result.current).toBe('replaced')
  expect(renderHook(() => other.useSessionState()).result.current).toBe('open')
  page.unmount()
})

test('a page goes on for nobody who views as another account', async () => {
  const one = await newTab('user_a')
  const page = renderHook(() => one.useSessionState())
  const asAnother = { ...viewerOf('user_a'), viewingAs: { id: 'acct_b' } } as Viewer
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ data: { viewer: asAnother } })))
  const other = await newTab('user_a')
  other.rememberSession(asAnother)
  expect(other.viewerHeader()).toEqual({ 'Muniment-Viewer': 'user_a/acct_b' })
  await messages()
  await messages()
  expect(page.result.current).toBe('replaced')
  page.unmount()
})

test('a page goes on after the same person has signed in again', async () => {
  const { signedInAgain, tryToGoOn, useSessionState } = await newTab('user_a')
  const page = renderHook(() => useSessionState())
  const goneOn = vi.fn()
  act(() => void signedInAgain().then(goneOn))
  expect(page.result.current).toBe('ended')
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ data: { viewer: viewerOf('user_a') } })))
  await act(() => tryToGoOn())
  expect(page.result.current).toBe('open')
  expect(goneOn).toHaveBeenCalledOnce()
  page.unmount()
})

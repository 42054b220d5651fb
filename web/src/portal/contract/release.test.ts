import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('an open page asks for another release without the session, and learns of it', async () => {
  vi.useFakeTimers()
  document.head.innerHTML = '<meta name="release" content="first">'
  let release = 'first'
  const ask = vi.fn((_address: string, _options: RequestInit) => Promise.resolve(new Response(release)))
  vi.stubGlobal('fetch', ask)
  const { isReleased, watchReleases } = await import('./release.ts')
  const stop = watchReleases()
  await vi.advanceTimersByTimeAsync(10 * 60_000)
  expect(ask).toHaveBeenCalledOnce()
  expect(isReleased()).toBe(false)
  release = 'second'
  await vi.advanceTimersByTimeAsync(10 * 60_000)
  expect(isReleased()).toBe(true)
  for (const [address, options] of ask.mock.calls) {
    expect(address).toBe('/assets/release')
    expect(options.credentials).toBe('omit')
  }
  stop()
})

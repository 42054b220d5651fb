import { beforeEach, expect, test, vi } from 'vitest'
import { Failure } from './failure.ts'
import { configure, endpoint, loadedFrom, once, refused, token, type WidgetToken } from './token.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-29T12:00:00Z') })
})

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString()

test('all who ask meanwhile wait for one request', async () => {
  const fetchToken = vi.fn(async () => ({ token: 'a', expiresAt: inSeconds(300) }))
  configure({ fetchToken })
  expect(await Promise.all([token(), token(), token()])).toEqual(['a', 'a', 'a'])
  expect(await token()).toBe('a')
  expect(fetchToken).toHaveBeenCalledTimes(1)
})

test('a token is replaced half a minute before it ends', async () => {
  const fetchToken = vi.fn(async () => ({ token: String(fetchToken.mock.calls.length), expiresAt: inSeconds(300) }))
  configure({ fetchToken })
  expect(await token()).toBe('1')
  vi.advanceTimersByTime(269_000)
  expect(await token()).toBe('1')
  vi.advanceTimersByTime(2_000)
  expect(await token()).toBe('2')
})

test('a token that ended by a wrong clock, or has no end, is used until the server refuses it', async () => {
  for (const given of [{ token: 'a', expiresAt: inSeconds(-3600) }, { token: 'a' }] satisfies WidgetToken[]) {
    const fetchToken = vi.fn(() => given)
    configure({ fetchToken })
    await token()
    await token()
    expect(fetchToken).toHaveBeenCalledTimes(1)
    refused('another')
    await token()
    expect(fetchToken).toHaveBeenCalledTimes(1)
    refused('a')
    await token()
    expect(fetchToken).toHaveBeenCalledTimes(2)
  }
})

test('a failure is not remembered', async () => {
  const fetchToken = vi.fn<() => Promise<WidgetToken | null>>().mockRejectedValueOnce(new Error('no backend'))
  configure({ fetchToken })
  await expect(token()).rejects.toMatchObject({ code: 'TOKEN' })
  fetchToken.mockResolvedValueOnce(null)
  await expect(token()).rejects.toMatchObject({ code: 'SIGN_IN' })
  fetchToken.mockResolvedValueOnce({ token: '' })
  await expect(token()).rejects.toBeInstanceOf(Failure)
  fetchToken.mockResolvedValueOnce({ token: 'a' })
  expect(await token()).toBe('a')
})

test('a site that does not answer is waited for 20 seconds', async () => {
  configure({ fetchToken: () => new Promise(() => {}) })
  const asked = expect(token()).rejects.toMatchObject({ code: 'TOKEN' })
  await vi.advanceTimersByTimeAsync(20_000)
  await asked
})

test('what the page says anew takes the place of what runs', async () => {
  const waiting: ((given: WidgetToken) => void)[] = []
  configure({ fetchToken: () => new Promise<WidgetToken>((resolve) => waiting.push(resolve)) })
  const old = token().catch((error: Failure) => error.code)
  configure({ fetchToken: () => ({ token: 'new' }) })
  expect(await token()).toBe('new')
  waiting[0]?.({ token: 'old' })
  await old
  expect(await token()).toBe('new')
})

test('what is asked once for all is asked again after a failure, and when the page is configured', async () => {
  const ask = vi.fn<() => Promise<number>>().mockRejectedValueOnce(new Error('no')).mockResolvedValue(7)
  await expect(once('it', ask)).rejects.toThrow('no')
  expect(await Promise.all([once('it', ask), once('it', ask)])).toEqual([7, 7])
  expect(ask).toHaveBeenCalledTimes(2)
  configure({ fetchToken: () => null })
  await once('it', ask)
  expect(ask).toHaveBeenCalledTimes(3)
})

test('the server is where the script is, unless the page says another address', () => {
  loadedFrom('file:///widgets.js')
  loadedFrom('https://rights.example.com/widgets/v1/widgets.js')
  expect(endpoint()).toBe('https://rights.example.com')
  configure({ fetchToken: () => null, endpoint: 'https://other.example.com/muniment/' })
  expect(endpoint()).toBe('https://other.example.com/muniment')
})

import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const began = Date.parse('2026-11-22T12:00:00Z')

/** The requests so far: what was asked, and with which token. */
let sent: string[]
/** What the server answers to the exchange: the number of tokens it has given, or null without a session. */
let given: number | null
/** The tokens that the server accepts. */
let accepted: (token: string) => boolean

beforeEach(() => {
  vi.useFakeTimers({ now: began, toFake: ['Date'] })
  vi.resetModules()
  sent = []
  given = 0
  accepted = () => true
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    const token = new Headers(init?.headers).get('Authorization')
    sent.push(token === null ? path : `${path} ${token}`)
    if (path === '/playground/token') {
      given = given === null ? null : given + 1
      return given === null
        ? new Response('{}', { status: 401 })
        : Response.json({ token: `mp_${given}`, expiresAt: new Date(Date.now() + 300_000).toISOString() })
    }
    return new Response('{}', { status: token !== null && accepted(token) ? 200 : 401 })
  })
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const load = async () => (await import('./token.ts')).fetchWithToken

test('requests share a token until it nearly expires', async () => {
  const fetchWithToken = await load()
  await Promise.all([fetchWithToken('/graphql'), fetchWithToken('/graphql')])
  vi.setSystemTime(began + 200_000)
  await fetchWithToken('/graphql')
  vi.setSystemTime(began + 280_000)
  await fetchWithToken('/graphql')
  expect(sent).toEqual([
    '/playground/token',
    '/graphql Bearer mp_1',
    '/graphql Bearer mp_1',
    '/graphql Bearer mp_1',
    '/playground/token',
    '/graphql Bearer mp_2',
  ])
})

test('a token that is refused is exchanged once more', async () => {
  const fetchWithToken = await load()
  await fetchWithToken('/graphql')
  accepted = (token) => token === 'Bearer mp_2'
  expect((await fetchWithToken('/graphql')).status).toBe(200)
  accepted = () => false
  expect((await fetchWithToken('/graphql')).status).toBe(401)
  expect(sent.slice(2)).toEqual([
    '/graphql Bearer mp_1',
    '/playground/token',
    '/graphql Bearer mp_2',
    '/graphql Bearer mp_2',
    '/playground/token',
    '/graphql Bearer mp_3',
  ])
})

test('without a session the answer says so, and a key of the viewer is left alone', async () => {
  given = null
  const fetchWithToken = await load()
  expect((await fetchWithToken('/graphql')).status).toBe(401)
  expect((await fetchWithToken('/graphql', { headers: { Authorization: 'Bearer mk_own' } })).status).toBe(200)
})

import { beforeEach, expect, test, vi } from 'vitest'

const session = vi.hoisted(() => ({
  noteUse: vi.fn(),
  replaced: vi.fn(() => new Promise<never>(() => {})),
  signedInAgain: vi.fn(() => Promise.resolve()),
  viewerHeader: () => ({ 'Muniment-Viewer': 'user_a' }),
}))

vi.mock('./session.ts', () => session)

const { ask } = await import('./ask.ts')

/** Lets the server answer with one status after another, and returns what is sent to it. */
function answerWith(...statuses: number[]) {
  const sent: Headers[] = []
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
    sent.push(new Headers(init.headers))
    return Promise.resolve(new Response(null, { status: statuses.shift() ?? 500 }))
  })
  return sent
}

beforeEach(() => {
  vi.clearAllMocks()
  vi.unstubAllGlobals()
})

test('a request says for whom the page was loaded, and keeps what it says besides', async () => {
  const sent = answerWith(200)
  expect((await ask('/graphql', { headers: { Accept: 'text/csv' } })).status).toBe(200)
  expect(sent.map((headers) => [headers.get('Muniment-Viewer'), headers.get('Accept')])).toEqual([
    ['user_a', 'text/csv'],
  ])
  expect(session.noteUse).toHaveBeenCalledOnce()
})

test('a request waits for a new sign-in as often as the session has ended, and uses it only then', async () => {
  const sent = answerWith(401, 401, 200)
  let uses = -1
  session.signedInAgain.mockImplementation(() => {
    uses = session.noteUse.mock.calls.length
    return Promise.resolve()
  })
  expect((await ask('/export/audit')).status).toBe(200)
  expect(session.signedInAgain).toHaveBeenCalledTimes(2)
  expect(uses).toBe(0)
  expect(session.noteUse).toHaveBeenCalledOnce()
  expect(sent.map((headers) => headers.get('Muniment-Viewer'))).toEqual(['user_a', 'user_a', 'user_a'])
})

test('a request gets no answer for somebody else, also after a new sign-in', async () => {
  for (const statuses of [[409], [401, 409]]) {
    vi.clearAllMocks()
    answerWith(...statuses)
    let answered = false
    void ask('/export/audit').then(() => {
      answered = true
    })
    await vi.waitFor(() => expect(session.replaced).toHaveBeenCalledOnce())
    expect(answered).toBe(false)
    expect(session.noteUse).not.toHaveBeenCalled()
  }
})

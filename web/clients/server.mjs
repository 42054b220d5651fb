// Access of these tests to the server at MUNIMENT_URL, which runs the demo.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach } from 'node:test'
import { buildSchema } from 'graphql'
import { goldenFile } from '../scripts/contract.mjs'

if (!process.env.MUNIMENT_URL) {
  throw new Error(
    'MUNIMENT_URL names no running server; start one (`go run ./cmd/muniment demo`) and set it to its address',
  )
}

/** The address of the GraphQL API. */
export const endpoint = new URL('/graphql', process.env.MUNIMENT_URL).href

/** The printed contract. */
export const contract = buildSchema(await readFile(goldenFile, 'utf8'))

const session = await signIn()
const token = await newToken()

/** Signs in with the sample role of the operator, and returns the cookies of the session. */
async function signIn() {
  const page = await (await fetch(new URL('/sign-in', endpoint))).text()
  const user = /name="user" value="([^"]+)">\s*<button[^>]*><strong>Operator</.exec(page)?.[1]
  const answer = await fetch(new URL('/sign-in/demo', endpoint), {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ user: user ?? '' }),
  })
  assert.equal(answer.status, 303, 'the sample role of the operator is not given')
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

/** Exchanges the session for a token of the playground, because a session alone may not send the text of documents. */
async function newToken() {
  const answer = await fetch(new URL('/playground/token', endpoint), { method: 'POST', headers: { Cookie: session } })
  assert.equal(answer.status, 200, 'the session is not exchanged for a token of the playground')
  return (await answer.json()).token
}

/** Sends a request with the session of the operator, as the playground does. */
export async function fetchAsOperator(input, init) {
  const headers = new Headers(init?.headers)
  headers.set('Cookie', session)
  headers.set('Authorization', `Bearer ${token}`)
  return fetch(input, { ...init, headers })
}

/** Makes each test of the file fail in which a client writes a warning or an error to the console. */
export function keepQuiet() {
  const loud = ['warn', 'error']
  let written = []
  let real
  beforeEach(() => {
    written = []
    real = Object.fromEntries(loud.map((method) => [method, console[method]]))
    for (const method of loud) {
      console[method] = (...words) => written.push(`${method}: ${words.join(' ')}`)
    }
  })
  afterEach(() => {
    Object.assign(console, real)
    assert.deepEqual(written, [], 'warnings of the client')
  })
}

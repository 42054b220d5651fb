import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { renderHook } from '@testing-library/react'
import { reasonOf, requestOf } from './reason.ts'
import { de } from '../language/de.ts'
import { Format } from '../language/format.ts'

const german = de(new Format('de-DE'))
const signIns = vi.hoisted(() => ({ waits: 0, signIn: () => {} }))

vi.mock('../contract/session.ts', () => ({
  noteUse: () => {},
  replaced: () => new Promise(() => {}),
  viewerHeader: () => ({ 'Muniment-Viewer': 'user_a' }),
  signedInAgain: () => {
    signIns.waits += 1
    return new Promise<void>((resolve) => {
      signIns.signIn = resolve
    })
  },
}))

const { download, forgetDownload, useDownload } = await import('./download.ts')

const file = () => new Response('a,b', { headers: { 'Content-Disposition': 'attachment; filename="lines.csv"' } })
const refusal = (status: number, code: string) =>
  Response.json(
    { errors: [{ message: 'English', extensions: { code } }] },
    { status, headers: { 'X-Request-ID': 'r1' } },
  )

let kept: string[] = []

beforeEach(() => {
  kept = []
  signIns.waits = 0
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    kept.push(this.download)
  })
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:1', revokeObjectURL: () => {} }))
})

afterEach(() => {
  forgetDownload()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

test('a file is kept under the name that the server gives it', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(file()))
  await download('/export/line-items')
  expect(kept).toEqual(['lines.csv'])
  expect(renderHook(useDownload).result.current).toBeNull()
})

test('a refusal is said with its reason and the id of the request', async () => {
  for (const [status, code] of [
    [400, 'BAD_INPUT'],
    [403, 'SERVICE_CLOSED'],
    [503, 'UNAVAILABLE'],
  ] as const) {
    vi.stubGlobal('fetch', () => Promise.resolve(refusal(status, code)))
    await download('/export/audit')
    const problem = renderHook(useDownload).result.current?.problem
    expect(problem && reasonOf(problem, german), code).toBe(german.failure.reasons[code])
    expect(problem && requestOf(problem)).toBe('r1')
  }
  expect(kept).toEqual([])
})

test('a server that does not answer is said too', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no route')))
  await download('/export/audit')
  const problem = renderHook(useDownload).result.current?.problem
  expect(problem && reasonOf(problem, german)).toBe(german.failure.unreachable)
})

test('an export waits for a new sign-in if the session has ended', async () => {
  const answers = [refusal(401, 'UNAUTHENTICATED'), file()]
  vi.stubGlobal('fetch', () => Promise.resolve(answers.shift()))
  const done = download('/export/audit')
  await vi.waitFor(() => expect(signIns.waits).toBe(1))
  expect(kept).toEqual([])
  signIns.signIn()
  await done
  expect(kept).toEqual(['lines.csv'])
})

import { Client, fetchExchange } from '@urql/core'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { trusted } from './trusted.ts'

const question = trusted<{ name: string }, { id: string; on?: string }>(
  'abc',
  'query Q($id: ID!, $on: Date) { __typename name(id: $id, on: $on) }',
)

/** A client of a page with one answer, and how often it asks the server. */
async function client() {
  const { answersInPage } = await import('./first.ts')
  const server = vi.fn(() => Promise.resolve(Response.json({ data: { name: 'from the server' } })))
  return {
    server,
    ask: (variables: { id: string; on?: string }) =>
      new Client({
        url: 'https://rights.example/graphql',
        preferGetMethod: false,
        exchanges: [answersInPage, fetchExchange],
        fetch: server,
      }).query(question, variables),
  }
}

beforeEach(() => {
  vi.resetModules()
  document.body.innerHTML = '<script type="application/json" id="first"></script>'
  document.querySelector('#first')!.textContent = JSON.stringify([
    { hash: 'abc', variables: { id: 'a', on: '2026-11-29' }, data: { name: 'from the page' } },
  ])
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

test('the page answers at once, and once', async () => {
  const { ask, server } = await client()
  let atOnce: string | undefined
  ask({ on: '2026-11-29', id: 'a' })
    .subscribe(({ data }) => (atOnce = data?.name))
    .unsubscribe()
  expect(atOnce).toBe('from the page')
  expect(server).not.toHaveBeenCalled()
  expect((await ask({ id: 'a', on: '2026-11-29' })).data?.name).toBe('from the server')
})

test('another question is sent', async () => {
  const { ask } = await client()
  expect((await ask({ id: 'b', on: '2026-11-29' })).data?.name).toBe('from the server')
  expect((await ask({ id: 'a' })).data?.name).toBe('from the server')
})

test('an old answer is not used', async () => {
  const { ask } = await client()
  vi.spyOn(performance, 'now').mockReturnValue(20_000)
  expect((await ask({ id: 'a', on: '2026-11-29' })).data?.name).toBe('from the server')
})

test('the script waits for the end of the page, and not for ever', async () => {
  vi.useFakeTimers()
  const reading = vi.spyOn(document, 'readyState', 'get').mockReturnValue('loading')
  const { wholePage } = await import('./first.ts')
  const states: string[] = []
  void wholePage().then(() => states.push('whole'))
  void wholePage().then(() => states.push('whole too'))
  await vi.advanceTimersByTimeAsync(2000)
  expect(states).toEqual([])
  dispatchEvent(new Event('DOMContentLoaded'))
  await vi.advanceTimersByTimeAsync(0)
  expect(states).toEqual(['whole', 'whole too'])
  void wholePage().then(() => states.push('broken off'))
  await vi.advanceTimersByTimeAsync(2500)
  expect(states).toContain('broken off')
  reading.mockReturnValue('interactive')
  await wholePage()
})

test('a page that breaks off in the middle of its answers has none', async () => {
  document.querySelector('#first')!.textContent = '[{"hash":"abc","vari'
  const { ask } = await client()
  expect((await ask({ id: 'a', on: '2026-11-29' })).data?.name).toBe('from the server')
})

import { Client, CombinedError, createRequest, fetchExchange, gql, type OperationResult } from '@urql/core'
import { cacheExchange } from '@urql/exchange-graphcache'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { freshFor, newFreshness } from './freshness.ts'

const question = gql`
  {
    __typename
    account {
      __typename
      id
      name
    }
  }
`

/** A client of a server that knows one account, and counts how often it is asked for it. */
function clientOf(server: { name: string; asked: number }) {
  const freshness = newFreshness()
  const client = new Client({
    url: 'https://rights.example/graphql',
    preferGetMethod: false,
    exchanges: [freshness.exchange, cacheExchange(), fetchExchange],
    fetch: () => {
      server.asked += 1
      return Promise.resolve(
        Response.json({
          data: { __typename: 'Query', account: { __typename: 'Account', id: 'a', name: server.name } },
        }),
      )
    },
  })
  return { client, renew: () => freshness.renew(client) }
}

/** Enters a screen that asks the question; it has what it shows, and how to leave it. */
function enter(client: Client) {
  const seen: string[] = []
  const { unsubscribe } = client.query(question, {}).subscribe(({ data }) => data && seen.push(data.account.name))
  return { seen, leave: unsubscribe }
}

const answers = () => vi.advanceTimersByTimeAsync(10)

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('a screen that is entered again soon asks nothing', async () => {
  const server = { name: 'Harbor', asked: 0 }
  const { client } = clientOf(server)
  const first = enter(client)
  await answers()
  first.leave()
  await vi.advanceTimersByTimeAsync(freshFor / 2)
  const second = enter(client)
  await answers()
  expect(second.seen).toEqual(['Harbor'])
  expect(server.asked).toBe(1)
})

test('a screen that is entered later shows what it knows at once, and then what others changed', async () => {
  const server = { name: 'Harbor', asked: 0 }
  const { client } = clientOf(server)
  const first = enter(client)
  await answers()
  first.leave()
  server.name = 'Harbor Works'
  await vi.advanceTimersByTimeAsync(freshFor + 1)
  expect(server.asked).toBe(1)
  const second = enter(client)
  expect(second.seen).toEqual(['Harbor'])
  await answers()
  expect(second.seen.at(-1)).toBe('Harbor Works')
  expect(server.asked).toBe(2)
})

test('on another day, what is shown is asked for anew, and the rest when it is entered', async () => {
  const server = { name: 'Harbor', asked: 0 }
  const { client, renew } = clientOf(server)
  const screen = enter(client)
  await answers()
  server.name = 'Harbor Works'
  renew()
  await answers()
  expect(screen.seen.at(-1)).toBe('Harbor Works')
  screen.leave()
  renew()
  await answers()
  expect(server.asked).toBe(2)
  enter(client)
  await answers()
  expect(server.asked).toBe(3)
})

test('to try again asks for all that failed and is shown, and for nothing else', async () => {
  const broken = new Set(['Rows', 'Sums'])
  const asked: string[] = []
  const freshness = newFreshness()
  const client = new Client({
    url: 'https://rights.example/graphql',
    preferGetMethod: false,
    exchanges: [freshness.exchange, cacheExchange(), fetchExchange],
    fetch: (_, init) => {
      const { operationName } = JSON.parse(String(init?.body)) as { operationName: string }
      asked.push(operationName)
      return Promise.resolve(
        broken.has(operationName)
          ? Response.json({ errors: [{ message: 'Not now.' }] })
          : Response.json({
              data: { __typename: 'Query', [operationName]: { __typename: 'Thing', id: operationName } },
            }),
      )
    },
  })
  const ask = (name: string) => {
    const seen: OperationResult[] = []
    const { unsubscribe } = client
      .query(gql(`query ${name} { __typename ${name} { __typename id } }`), {})
      .subscribe((result) => seen.push(result))
    return { seen, leave: unsubscribe }
  }
  const rows = ask('Rows')
  const sums = ask('Sums')
  ask('Count')
  await answers()
  expect(asked.splice(0)).toEqual(['Rows', 'Sums', 'Count'])
  const error = rows.seen.at(-1)?.error
  expect(freshness.retryFailed(new CombinedError({ networkError: new Error('of something else') }))).toBe(false)
  await answers()
  expect(asked.splice(0)).toEqual(['Rows', 'Sums'])
  sums.leave()
  broken.clear()
  expect(error && freshness.retryFailed(rows.seen.at(-1)?.error ?? error)).toBe(true)
  await answers()
  expect(asked.splice(0), 'what is no longer shown is not asked for').toEqual(['Rows'])
  expect(rows.seen.at(-1)?.error).toBeUndefined()
})

test('what a change makes untrue is asked again, also if its answer and the question meet', async () => {
  let keys = ['old']
  const waiting: (() => void)[] = []
  const freshness = newFreshness()
  const client = new Client({
    url: 'https://rights.example/graphql',
    preferGetMethod: false,
    exchanges: [
      freshness.exchange,
      cacheExchange({
        keys: { Viewer: () => null },
        updates: { Mutation: { createKey: (_, __, cache) => cache.invalidate('Query.viewer', 'keys') } },
      }),
      fetchExchange,
    ],
    fetch: (_, init) => {
      const { operationName } = JSON.parse(String(init?.body)) as { operationName: string }
      return new Promise((done) => {
        waiting.push(() =>
          done(
            Response.json({
              data:
                operationName === 'Create'
                  ? { __typename: 'Mutation', createKey: true }
                  : { __typename: 'Query', viewer: { __typename: 'Viewer', keys } },
            }),
          ),
        )
      })
    },
  })
  /** Answers all that is asked, at once. */
  const answerAll = async () => {
    await answers()
    for (const answer of waiting.splice(0)) {
      answer()
    }
    await answers()
  }
  let shown: unknown
  const own = createRequest(gql('query Own { __typename viewer { __typename keys } }'), {})
  client.executeQuery(own).subscribe(({ data }) => {
    shown = data?.viewer?.keys
  })
  await answerAll()
  expect(shown).toEqual(['old'])

  client.mutation(gql('mutation Create { __typename createKey }'), {}).subscribe(() => {})
  client.reexecuteOperation(client.createRequestOperation('query', own, { requestPolicy: 'network-only' }))
  await answerAll()
  keys = ['old', 'new']
  await answerAll()
  expect(shown).toEqual(['old', 'new'])
  expect(waiting, 'nothing more is asked').toEqual([])
})

/*
 * The server asks the first queries of a screen itself, and writes the answers at the end of the page. The first rows
 * then need no further request, and are there when the script first draws. An answer is used once, and only for exactly
 * the same question; any other question is sent.
 */
import { type Exchange, makeResult, type Operation, stringifyVariables } from '@urql/core'
import { filter, map, merge, pipe, share } from 'wonka'
import { noteUse } from './session.ts'
import type { TrustedDocument } from './trusted.ts'

interface Answer {
  hash: string
  variables: object
  data: unknown
}

/** Until when the answers in the page are new enough, in milliseconds since it was opened. */
const fresh = 15_000

let answers: Answer[] | null = null

function read(): Answer[] {
  const text = document.querySelector('#first')?.textContent
  try {
    return text ? (JSON.parse(text) as Answer[]) : []
  } catch {
    return [] // the page broke off in the middle of them
  }
}

/** How long the script waits for the end of the page, in milliseconds. The server takes two seconds at most. */
const patience = 2500

/** Waits until the page is read to its end. If the connection breaks in the middle, that never comes. */
export function wholePage(): Promise<void> {
  return new Promise((done) => {
    if (document.readyState !== 'loading') {
      done()
      return
    }
    addEventListener('DOMContentLoaded', () => done(), { once: true })
    setTimeout(done, patience)
  })
}

/** Takes the answer that the page has to a question. Returns undefined if it has none. */
function taken(operation: Operation): unknown {
  if (operation.kind !== 'query' || performance.now() > fresh) {
    return undefined
  }
  answers ??= read()
  const { hash } = operation.query as TrustedDocument<unknown, unknown>
  const asked = stringifyVariables(operation.variables ?? {}) // the client and the server sort the names
  const index = answers.findIndex((answer) => answer.hash === hash && JSON.stringify(answer.variables) === asked)
  return index < 0 ? undefined : answers.splice(index, 1)[0]?.data
}

/** Answers from the page at once, and hands on what the page does not know. It belongs after the cache. */
export const answersInPage: Exchange =
  ({ forward }) =>
  (operations) => {
    const judged = pipe(
      operations,
      map((operation) => ({ operation, data: taken(operation) })),
      share,
    )
    return merge([
      pipe(
        judged,
        filter(({ data }) => data !== undefined),
        map(({ operation, data }) => {
          queueMicrotask(noteUse) // not while something is drawn
          return makeResult(operation, { data: data as object })
        }),
      ),
      pipe(
        judged,
        filter(({ data }) => data === undefined),
        map(({ operation }) => operation),
        forward,
      ),
    ])
  }

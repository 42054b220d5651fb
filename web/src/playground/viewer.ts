import { useSyncExternalStore } from 'react'

/** Path of the API on the origin that served this page. */
export const endpoint = '/graphql'

/** Who is signed in, as far as the header shows it. */
export interface Viewer {
  /** How records call the viewer. */
  name: string
  /** Name of the account as whom the viewer looks; null for own eyes. */
  viewingAs: string | null
}

/** The viewer; 'nobody' where the session has ended, and 'unknown' where the server has not told. */
export type Presence = Viewer | 'nobody' | 'unknown'

const query = 'query WhoIsHere { viewer { name viewingAs { name } } }'

/** How long the page waits for the answer, in milliseconds. */
const patience = 3000

let present: Presence = 'unknown'
let latest = 0
const listeners = new Set<() => void>()

/** Asks the server who is signed in. It never fails: without an answer what was known stays. */
export async function refreshViewer(): Promise<void> {
  latest += 1
  const turn = latest
  const answer = await ask().catch(() => undefined)
  if (answer !== undefined && turn === latest) {
    present = answer
    for (const listener of listeners) {
      listener()
    }
  }
}

async function ask(): Promise<Presence | undefined> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify({ operationName: 'WhoIsHere', query }),
    signal: AbortSignal.timeout(patience),
  })
  if (response.status === 401) {
    return 'nobody'
  }
  const { data } = (await response.json()) as { data?: { viewer: { name: string; viewingAs: { name: string } | null } } | null }
  return data ? { name: data.viewer.name, viewingAs: data.viewer.viewingAs?.name ?? null } : undefined
}

/**
 * Sends a request of the editor. Where its answer may tell that somebody else is here than the header says, the server is
 * asked again: a session ends, a browser signs in again in another tab, and mutations change as whom one looks.
 */
export async function watchedFetch(...request: Parameters<typeof fetch>): Promise<Response> {
  const response = await fetch(...request)
  const body = request[1]?.body
  const mutates = typeof body === 'string' && /\bmutation\b/.test(body)
  if (mutates || (response.status === 401) !== (present === 'nobody')) {
    void refreshViewer()
  }
  return response
}

/** The viewer, followed by the component that uses it. */
export function useViewer(): Presence {
  return useSyncExternalStore(subscribe, () => present)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

import { useSyncExternalStore } from 'react'
import { fetchWithToken } from './token.ts'

/** Path of the API on the origin that served this page. */
export const endpoint = '/graphql'

/** The signed-in viewer, as shown in the header. */
export interface Viewer {
  /** Name of the viewer, as in audit entries. */
  name: string
  /** Name of the account that the viewer views as; null if none. */
  viewingAs: string | null
}

/** The viewer; 'nobody' if the session has ended, and 'unknown' if the server has not answered yet. */
export type Presence = Viewer | 'nobody' | 'unknown'

const query = 'query WhoIsHere { viewer { name viewingAs { name } } }'

/** Timeout of the request, in milliseconds. */
const patience = 3000

let present: Presence = 'unknown'
let latest = 0
const listeners = new Set<() => void>()

/** Asks the server who is signed in. It never fails: without an answer the known state stays. */
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
  const response = await fetchWithToken(endpoint, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify({ operationName: 'WhoIsHere', query }),
    signal: AbortSignal.timeout(patience),
  })
  if (response.status === 401) {
    return 'nobody'
  }
  const { data } = (await response.json()) as {
    data?: { viewer: { name: string; viewingAs: { name: string } | null } } | null
  }
  return data ? { name: data.viewer.name, viewingAs: data.viewer.viewingAs?.name ?? null } : undefined
}

/**
 * Sends a request of the editor. If the answer suggests that the header no longer shows the right viewer, it asks the server
 * again: a session can end, the user can sign in in another tab, and mutations can change the account that they view as.
 */
export async function watchedFetch(...request: Parameters<typeof fetch>): Promise<Response> {
  const response = await fetchWithToken(...request)
  const body = request[1]?.body
  const mutates = typeof body === 'string' && /\bmutation\b/.test(body)
  if (mutates || (response.status === 401) !== (present === 'nobody')) {
    void refreshViewer()
  }
  return response
}

/** A hook that returns the viewer and renders again when it changes. */
export function useViewer(): Presence {
  return useSyncExternalStore(subscribe, () => present)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

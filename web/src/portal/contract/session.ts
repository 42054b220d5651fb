import { useSyncExternalStore } from 'react'
import { ViewerDocument, type ViewerQuery } from '../viewer/viewer.ts'

/*
 * The session of the page. If it ends, requests wait until somebody signs in again in another tab, and then go on, so
 * that no form is lost.
 */

let user: string | null = null
let ended = false
let waiting: (() => void)[] = []
const listeners = new Set<() => void>()

function setEnded(value: boolean) {
  ended = value
  for (const listener of listeners) {
    listener()
  }
}

/** Remembers who is signed in, so that nobody else goes on with what they began. */
export function rememberUser(id: string) {
  user = id
}

/** Waits until the viewer has signed in again. A page that has shown nothing yet goes to the sign-in page instead. */
export function signedInAgain(): Promise<void> {
  if (user === null) {
    location.assign(signInAddress())
    return new Promise(() => {})
  }
  setEnded(true)
  return new Promise((resolve) => waiting.push(resolve))
}

/** The sign-in page that leads back to this page. */
export function signInAddress(): string {
  return `/sign-in?return_to=${encodeURIComponent(location.pathname + location.search)}`
}

/** Asks the server who is signed in now, and goes on if it is the same person. Another person gets a new page. */
export async function tryToGoOn(): Promise<boolean> {
  const answer = await fetch('/graphql', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json, application/json;q=0.9' },
    body: JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: ViewerDocument.hash } } }),
  }).catch(() => null)
  if (!answer?.ok) {
    return false
  }
  const { data } = (await answer.json()) as { data?: ViewerQuery }
  const now = data?.viewer?.user?.id
  if (now === undefined) {
    return false
  }
  if (now !== user) {
    location.reload()
    return false
  }
  setEnded(false)
  const held = waiting
  waiting = []
  for (const goOn of held) {
    goOn()
  }
  return true
}

/** Whether the server no longer knows the session. */
export function useSessionEnded(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => ended,
  )
}

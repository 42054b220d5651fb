import { useEffect, useState, useSyncExternalStore } from 'react'
import { ViewerDocument, type ViewerQuery } from '../viewer/viewer.ts'
import { endingOf, quietLife, type SessionEnding } from './sessionEnding.ts'

/*
 * The session of the page. If it ends, requests wait until somebody signs in again in another tab, and then go on, so
 * that no form is lost.
 */

type Viewer = NonNullable<ViewerQuery['viewer']>

let user: string | null = null
let ended = false
/** When the session ends even if it is in use, in milliseconds. */
let expiresAt: number | null = null
/** When the server last answered a request of the session, in this tab or another. */
let usedAt = Date.now()
let waiting: (() => void)[] = []
const listeners = new Set<() => void>()

/** What the tabs of a browser, which share a session, tell each other: who used it, and when. */
type Use = { user: string; usedAt: number }
const tabs = new BroadcastChannel('muniment.session')

function tell() {
  for (const listener of listeners) {
    listener()
  }
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function setEnded(value: boolean) {
  ended = value
  tell()
}

/** Remembers who is signed in, so that nobody else goes on with what they began, and until when. */
export function rememberSession(viewer: Viewer) {
  user = viewer.user?.id ?? user
  expiresAt = viewer.session === null ? null : Date.parse(viewer.session.expiresAt)
  tell()
}

/** Remembers that the session was used now. */
export function noteUse() {
  usedAt = Date.now()
  if (user !== null) {
    tabs.postMessage({ user, usedAt } satisfies Use)
  }
  tell()
}

tabs.addEventListener('message', ({ data }: MessageEvent<Use>) => {
  if (user !== null && data.user === user) {
    usedAt = Math.max(usedAt, data.usedAt)
    tell()
  }
})

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

/** Asks the server who is signed in now, which also uses the session. It is null if nobody is. */
async function askWho(): Promise<Viewer | null> {
  const answer = await fetch('/graphql', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json, application/json;q=0.9' },
    body: JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: ViewerDocument.hash } } }),
  }).catch(() => null)
  if (answer?.status === 401) {
    setEnded(true)
  }
  const { data } = answer?.ok ? ((await answer.json()) as { data?: ViewerQuery }) : {}
  return data?.viewer?.user ? data.viewer : null
}

/** Stays signed in, and looks whether somebody has signed in again in another tab. Another person gets a new page. */
export async function tryToGoOn(): Promise<boolean> {
  const viewer = await askWho()
  if (viewer === null) {
    return false
  }
  if (viewer.user?.id !== user) {
    location.reload()
    return false
  }
  rememberSession(viewer)
  noteUse()
  setEnded(false)
  const held = waiting
  waiting = []
  for (const goOn of held) {
    goOn()
  }
  return true
}

/** Whether the session has ended. */
export function useSessionEnded(): boolean {
  return useSyncExternalStore(listen, () => ended)
}

/** The end of the session, if it is near. */
export function useSessionEnding(): SessionEnding | null {
  const [now, setNow] = useState(() => Date.now())
  useSyncExternalStore(listen, () => `${user} ${ended} ${expiresAt} ${usedAt}`)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 15_000)
    return () => clearInterval(timer)
  }, [])
  const ending = ended || user === null ? null : endingOf({ now, usedAt, expiresAt })
  const over = ending !== null && ending.at <= now
  useEffect(() => {
    if (over) {
      setEnded(true) // without asking, because the question would keep it
    }
  }, [over])
  return ending
}

function stay() {
  if (user !== null && !ended && Date.now() - usedAt > quietLife / 3) {
    noteUse() // at once, so that the next key does not ask again
    void tryToGoOn()
  }
}

/** Keeps the session while the viewer works on something that asks the server nothing, such as a long form. */
export function keepSession(): () => void {
  const events = ['keydown', 'pointerdown', 'focus'] as const
  for (const event of events) {
    addEventListener(event, stay)
  }
  return () => {
    for (const event of events) {
      removeEventListener(event, stay)
    }
  }
}

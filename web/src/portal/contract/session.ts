import { useEffect, useState, useSyncExternalStore } from 'react'
import { ViewerDocument, type ViewerQuery } from '../viewer/viewer.ts'
import { endingOf, quietLife, type SessionEnding } from './sessionEnding.ts'

/*
 * The session of the page. If it ends, requests wait until the same person signs in again in another tab, and then go
 * on, so that no form is lost. If somebody else signs in, nothing goes on.
 */

type Viewer = NonNullable<ViewerQuery['viewer']>

/** Whether the session is there, has ended, or is that of another person now or views as another account. */
type SessionState = 'open' | 'ended' | 'replaced'

let user: string | null = null
/** For which viewer the page was loaded, as the server compares it; null as long as it is not known. */
let viewerKey: string | null = null
let state: SessionState = 'open'
/** When the session ends even if it is in use, in milliseconds. */
let expiresAt: number | null = null
/** When the server last answered a request of the session, in this tab or another. */
let usedAt = Date.now()
let waiting: (() => void)[] = []
const listeners = new Set<() => void>()

/** What the tabs of a browser, which share a session, tell each other: for which viewer it was used, and when. */
type Use = { viewerKey: string; usedAt: number }
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

function setSessionState(value: SessionState) {
  state = value
  tell()
}

/** Who a viewer is, and the account as which they view, or to which the session is narrowed. */
function viewerKeyOf({ user: person, viewingAs, narrowedTo }: Viewer): string | null {
  const account = viewingAs ?? narrowedTo
  return person && (account ? `${person.id}/${account.id}` : person.id)
}

/** Remembers who is signed in, so that nobody else goes on with what they began, and until when. */
export function rememberSession(viewer: Viewer) {
  user = viewer.user?.id ?? user
  viewerKey = viewerKeyOf(viewer) ?? viewerKey
  expiresAt = viewer.session === null ? null : Date.parse(viewer.session.expiresAt)
  announce()
  tell()
}

/** What a request says of the page: for which viewer it was loaded. The server refuses it if the session has another. */
export function viewerHeader(): Record<string, string> {
  return viewerKey === null ? {} : { 'Muniment-Viewer': viewerKey }
}

/**
 * Remembers that somebody else is signed in now, or views as another account. What waits for an answer waits until the
 * page is loaded again.
 */
export function replaced(): Promise<never> {
  setSessionState('replaced')
  return new Promise(() => {})
}

function announce() {
  if (viewerKey !== null) {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has one origin only
    tabs.postMessage({ viewerKey, usedAt } satisfies Use)
  }
}

/** Remembers that the session was used now. */
export function noteUse() {
  usedAt = Date.now()
  announce()
  tell()
}

tabs.addEventListener('message', ({ data }: MessageEvent<Use>) => {
  if (user === null || state === 'replaced') {
    return
  }
  if (data.viewerKey !== viewerKey) {
    void tryToGoOn() // one of the two pages is old
    return
  }
  usedAt = Math.max(usedAt, data.usedAt)
  tell()
})

/** Waits until the viewer has signed in again. A page that has shown nothing yet goes to the sign-in page instead. */
export function signedInAgain(): Promise<void> {
  if (user === null) {
    location.assign(signInAddress())
    return new Promise(() => {})
  }
  setSessionState('ended')
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
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/graphql-response+json, application/json;q=0.9',
    },
    body: JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: ViewerDocument.hash } } }),
  }).catch(() => null)
  if (answer?.status === 401) {
    setSessionState('ended')
  }
  const { data } = answer?.ok ? ((await answer.json()) as { data?: ViewerQuery }) : {}
  return data?.viewer?.user ? data.viewer : null
}

/** Stays signed in, and looks whether somebody has signed in again in another tab. */
export async function tryToGoOn(): Promise<boolean> {
  const viewer = await askWho()
  if (viewer === null) {
    return false
  }
  if (viewerKeyOf(viewer) !== viewerKey) {
    setSessionState('replaced')
    return false
  }
  rememberSession(viewer)
  noteUse()
  setSessionState('open')
  const held = waiting
  waiting = []
  for (const goOn of held) {
    goOn()
  }
  return true
}

/** The id of the user for whom the page was loaded; null as long as it is not known. */
export function useSessionUser(): string | null {
  return useSyncExternalStore(listen, () => user)
}

/** Whether the session is still that with which the page was loaded. */
export function useSessionState(): SessionState {
  return useSyncExternalStore(listen, () => state)
}

/** The end of the session, if it is near. */
export function useSessionEnding(): SessionEnding | null {
  const [now, setNow] = useState(() => Date.now())
  useSyncExternalStore(listen, () => `${user} ${state} ${expiresAt} ${usedAt}`)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 15_000)
    return () => clearInterval(timer)
  }, [])
  const ending = state !== 'open' || user === null ? null : endingOf({ now, usedAt, expiresAt })
  const over = ending !== null && ending.at <= now
  useEffect(() => {
    if (over) {
      setSessionState('ended') // without asking, because the question would keep it
    }
  }, [over])
  return ending
}

function stay() {
  if (user !== null && state === 'open' && Date.now() - usedAt > quietLife / 3) {
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

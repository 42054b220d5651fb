/*
 * The page names its release, and a file of the server names the one that it has now. The page asks without the session,
 * which would live on for ever if an open page used it from time to time.
 */

import { useSyncExternalStore } from 'react'
import { unknownDocument } from './client.ts'

const every = 10 * 60_000
const atMostEvery = 60_000

const running = document.querySelector<HTMLMetaElement>('meta[name="release"]')?.content
let released = false
let askedAt = 0
let looking: Promise<boolean> | null = null
const told = new Set<() => void>()

/** Whether the server is known to have another release of the page. */
export function isReleased(): boolean {
  return released
}

/** Whether the server is known to have another release of the page, also if that becomes known later. */
export function useReleased(): boolean {
  return useSyncExternalStore(listen, isReleased)
}

function listen(changed: () => void): () => void {
  told.add(changed)
  return () => void told.delete(changed)
}

function tell() {
  released = true
  for (const changed of told) {
    changed()
  }
}

/** Asks at once whether there is a new release, because a part of this one could not be loaded. */
export async function lookForRelease(): Promise<void> {
  looking ??= ask().finally(() => {
    looking = null
  })
  if (!released && (await looking)) {
    tell()
  }
}

async function ask(): Promise<boolean> {
  if (running === undefined) {
    return false // the page comes from Vite
  }
  const answer = await fetch('/assets/release', { cache: 'no-cache', credentials: 'omit' }).catch(() => null)
  return answer?.ok === true && (await answer.text()) !== running
}

/** Asks from time to time, and when the viewer comes back to the page, whether there is a new release. */
export function watchReleases(): () => void {
  async function look() {
    if (released || document.visibilityState === 'hidden' || Date.now() - askedAt < atMostEvery) {
      return
    }
    askedAt = Date.now()
    await lookForRelease()
  }
  askedAt = Date.now()
  const timer = setInterval(() => void look(), every)
  const back = () => void look()
  document.addEventListener('visibilitychange', back)
  addEventListener('vite:preloadError', lookForRelease) // without a connection a part is missing too
  addEventListener(unknownDocument, tell)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', back)
    removeEventListener('vite:preloadError', lookForRelease)
    removeEventListener(unknownDocument, tell)
  }
}

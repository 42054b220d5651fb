/*
 * The page names its release, and a file of the server names the one that it has now. The page asks without the session,
 * which would live on for ever if an open page used it from time to time.
 */

import { unknownDocument } from './client.ts'

const every = 10 * 60_000
const atMostEvery = 60_000

const running = document.querySelector<HTMLMetaElement>('meta[name="release"]')?.content
let released = false
let askedAt = 0

/** Whether the server is known to have another release of the page. */
export function isReleased(): boolean {
  return released
}

async function ask(): Promise<boolean> {
  if (running === undefined) {
    return false // the page comes from Vite
  }
  const answer = await fetch('/assets/release', { cache: 'no-cache', credentials: 'omit' }).catch(() => null)
  return answer?.ok === true && (await answer.text()) !== running
}

/** Asks from time to time, and when the viewer comes back to the page, whether there is a new release. */
export function watchReleases(found: () => void): () => void {
  function tell() {
    released = true
    found()
  }
  async function look() {
    if (released || document.visibilityState === 'hidden' || Date.now() - askedAt < atMostEvery) {
      return
    }
    askedAt = Date.now()
    if (await ask()) {
      tell()
    }
  }
  askedAt = Date.now()
  const timer = setInterval(() => void look(), every)
  const back = () => void look()
  document.addEventListener('visibilitychange', back)
  addEventListener('vite:preloadError', tell) // a part of this release that the server no longer has
  addEventListener(unknownDocument, tell)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', back)
    removeEventListener('vite:preloadError', tell)
    removeEventListener(unknownDocument, tell)
  }
}

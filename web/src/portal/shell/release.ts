/*
 * The page names its script by a hash of its content, so that another name on the server means another release. The
 * server answers the question with 304 as long as nothing has changed.
 */

import { unknownDocument } from '../contract/client.ts'

const script = /<script[^>]+type="module"[^>]+src="([^"]+)"/u
const every = 10 * 60_000
const atMostEvery = 60_000

const running = document.querySelector('script[type="module"][src]')?.getAttribute('src')
let released = false
let askedAt = 0

/** Whether the server is known to have another release of the page. */
export function isReleased(): boolean {
  return released
}

async function ask(): Promise<boolean> {
  const answer = await fetch('/accounts', { cache: 'no-cache', headers: { Accept: 'text/html' } }).catch(() => null)
  if (!answer?.ok || answer.redirected) {
    return false
  }
  const served = script.exec(await answer.text())?.[1]
  return served !== undefined && served !== running
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

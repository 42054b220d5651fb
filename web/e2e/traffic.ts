import { type BrowserContext, expect, type Page, type Request } from '@playwright/test'

/** The requests of a page. */
interface Traffic {
  /** Those that have no answer yet, and when each was seen, in milliseconds since 1970. */
  waiting: Map<Request, number>
  /** How many the page has sent. */
  sent: number
}

const ofPages = new WeakMap<Page, Traffic>()

/** Keeps count of the requests of all pages of a browser. */
export function watchTraffic(context: BrowserContext) {
  context.on('request', (request) => {
    const traffic = trafficWith(request)
    if (traffic) {
      traffic.waiting.set(request, Date.now())
      traffic.sent++
    }
  })
  // A page need not read what a refusal says, and the request then does not finish.
  context.on('response', (response) => response.status() >= 400 && end(response.request()))
  context.on('requestfinished', end)
  context.on('requestfailed', end)
}

/** The traffic with a request. Navigations are not counted: tests wait for them, and they may belong to no page yet. */
function trafficWith(request: Request): Traffic | undefined {
  return request.isNavigationRequest() ? undefined : trafficOf(request.frame().page())
}

function end(request: Request) {
  trafficWith(request)?.waiting.delete(request)
}

function trafficOf(page: Page): Traffic {
  const known = ofPages.get(page) ?? { waiting: new Map(), sent: 0 }
  ofPages.set(page, known)
  return known
}

/**
 * Waits until a page has no request without an answer, and has drawn all answers. Playwright's `networkidle` waits for
 * nothing after a change of screen, because it stays reached until another document is loaded, and on a busy machine it
 * sometimes never comes.
 */
export async function quiet(page: Page) {
  const traffic = trafficOf(page)
  // Playwright does not always say that a request of the document before this one was given up.
  const opened = await page.evaluate(() => performance.timeOrigin)
  const waiting = () => [...traffic.waiting].filter(([, seen]) => seen >= opened).map(([request]) => request.url())
  await expect(async () => {
    expect(waiting(), 'requests without an answer').toEqual([])
    const { sent } = traffic
    await idle(page)
    expect(waiting(), 'requests without an answer').toEqual([])
    expect(traffic.sent, 'requests before and after what was drawn').toBe(sent)
  }).toPass({ intervals: [50, 100, 250], timeout: 30_000 })
}

/** Waits until a page has drawn a frame, and then has nothing to do: what follows from the last event has happened. */
export async function idle(page: Page) {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestIdleCallback(resolve, { timeout: 10_000 }))),
  )
}

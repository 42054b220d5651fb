import { type BrowserContext, type CDPSession, expect, type Page, test as base } from '@playwright/test'
import { type ConsoleErrors, unexpectedErrors, watchConsole } from '../console-errors.ts'

/** The sample community, which has another origin than Muniment. */
export const community = process.env.MUNIMENT_COMMUNITY ?? ''

/** The address of the server of the widgets. */
export const muniment = process.env.MUNIMENT_URL ?? ''

/** What a page did. */
export interface Seen extends ConsoleErrors {
  /** How often the page asked its site for a token. */
  tokens: number
  /** The requests to Muniment that had a cookie. */
  cookies: string[]
}

/** A browser in which somebody has signed in at Muniment, and pages of the community are watched. */
export const test = base.extend<{ seen: Seen }>({
  seen: [
    async ({ context }, use) => {
      expect(community, 'MUNIMENT_COMMUNITY names the address of the sample community').not.toBe('')
      const seen: Seen = { tokens: 0, cookies: [], errors: [], allowed: [] }
      watch(context, seen)
      await use(seen)
      expect.soft(seen.cookies, 'requests with a cookie').toEqual([])
      expect.soft(unexpectedErrors(seen), 'errors in the console').toEqual([])
    },
    { auto: true },
  ],
})

function watch(context: BrowserContext, seen: Seen) {
  context.on('request', async (request) => {
    const { pathname, origin } = new URL(request.url())
    if (pathname === '/widget-token') {
      seen.tokens++
    }
    if (origin === muniment && !request.isNavigationRequest() && !request.frame().url().startsWith(muniment)) {
      // Headers with cookies are known when the browser has sent them.
      const { cookie } = await request.allHeaders().catch(() => ({ cookie: undefined }))
      if (cookie !== undefined) {
        seen.cookies.push(request.url())
      }
    }
  })
  watchConsole(context, seen)
}

/** Opens the page of the community. */
export async function open(page: Page, search: Record<string, string> = {}, origin = community) {
  await page.goto(`${origin}/?${new URLSearchParams(search)}`)
}

/** Waits until both widgets of the page are in a state, and show it: their texts may come after their rows. */
export async function waitFor(page: Page, state: string) {
  for (const tag of ['muniment-entitlements', 'muniment-renewals']) {
    await expect(page.locator(tag)).toHaveAttribute('data-state', state)
    await expect(page.locator(tag).locator('[part=skeleton]')).toHaveCount(0)
  }
}

/** All that a screen reader finds on a page, also in closed shadow roots, which Playwright does not enter. */
export async function spoken(page: Page): Promise<string> {
  const session: CDPSession = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  await session.detach()
  return nodes.map(({ role, name }) => `${role?.value}: ${name?.value}`).join('\n')
}

import { type BrowserContext, type BrowserContextOptions, test as base, expect } from '@playwright/test'
import { type ConsoleErrors, unexpectedErrors, watchConsole } from './console-errors.ts'
import { watchTraffic } from './traffic.ts'

/** Things that the browser did although it must not; a test that expects an entry removes it. */
export interface Findings extends ConsoleErrors {
  /** Requests and sockets to another origin. */
  foreign: Set<string>
}

/** A browser of another person, who is not signed in. */
export type Visitor = (options?: BrowserContextOptions) => Promise<BrowserContext>

/**
 * Playwright's test, failing whenever a request leaves the origin or the console shows an error, in the browser of the
 * test or in one of its visitors.
 */
export const test = base.extend<{ findings: Findings; visitor: Visitor }>({
  findings: [
    async ({ context, baseURL }, use) => {
      const findings: Findings = { foreign: new Set(), errors: [], allowed: [] }
      await watch(context, findings, baseURL ?? '')

      await use(findings)

      expect.soft([...findings.foreign], 'requests that left the origin').toEqual([])
      expect.soft(unexpectedErrors(findings), 'errors in the console').toEqual([])
    },
    { auto: true },
  ],

  visitor: async ({ browser, contextOptions, findings, baseURL }, use) => {
    const visitors: BrowserContext[] = []
    await use(async (options) => {
      const own = { ...contextOptions, baseURL, storageState: { cookies: [], origins: [] }, ...options }
      const context = await browser.newContext(own)
      visitors.push(context)
      await watch(context, findings, baseURL ?? '')
      return context
    })
    await Promise.all(visitors.map((context) => context.close()))
  },
})

async function watch(context: BrowserContext, findings: Findings, baseURL: string) {
  const home = new URL(baseURL).host

  await context.route('**/*', async (route) => {
    const url = new URL(route.request().url())
    if (url.host === home) {
      await route.fallback()
      return
    }
    findings.foreign.add(url.href)
    await route.abort('blockedbyclient')
  })
  context.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol.startsWith('http') && url.host !== home) {
      findings.foreign.add(url.href)
    }
  })
  context.on('page', (page) =>
    page.on('websocket', (socket) => {
      if (new URL(socket.url()).host !== home) {
        findings.foreign.add(socket.url())
      }
    }),
  )
  watchConsole(context, findings)
  watchTraffic(context)
}

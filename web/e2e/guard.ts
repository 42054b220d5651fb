import { test as base, expect } from '@playwright/test'

/** What the browser did that it must not do; a test that expects an entry removes it. */
export interface Findings {
  /** Requests and sockets to another origin. */
  foreign: Set<string>
  /** Errors in the console, which include every breach of the CSP, and uncaught exceptions. */
  errors: string[]
}

/** Playwright's test, failing whenever a request leaves the origin or the console shows an error. */
export const test = base.extend<{ findings: Findings }>({
  findings: [
    async ({ context, page, baseURL }, use) => {
      const findings: Findings = { foreign: new Set(), errors: [] }
      const home = new URL(baseURL ?? '').host

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
      page.on('websocket', (socket) => {
        if (new URL(socket.url()).host !== home) {
          findings.foreign.add(socket.url())
        }
      })
      page.on('console', (message) => {
        if (message.type() === 'error') {
          findings.errors.push(`${message.text()} (${message.location().url})`)
        }
      })
      page.on('pageerror', (error) => findings.errors.push(String(error)))

      await use(findings)

      expect.soft([...findings.foreign], 'requests that left the origin').toEqual([])
      expect.soft(findings.errors, 'errors in the console').toEqual([])
    },
    { auto: true },
  ],
})

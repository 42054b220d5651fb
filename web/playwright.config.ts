import { defineConfig } from '@playwright/test'
import { results, stateOf } from './e2e/roles.ts'
import { chromiumPath } from './scripts/chromium.mjs'

const baseURL = process.env.MUNIMENT_URL
if (!baseURL) {
  throw new Error(
    'MUNIMENT_URL names no running server; start one (`go run ./cmd/muniment demo`) and set it to its address',
  )
}

/** Tests that take about as long as all others, so that both halves of a run end together. */
const firstHalf = /\/e2e\/(?:portal|widgets)\/[^/]+\.spec\.ts$/
const pictures = 'picture.spec.ts'

/** The tests of a run, or of the half of it that MUNIMENT_E2E_HALF names. */
function testsOf(half: string | undefined) {
  switch (half) {
    case undefined:
      return { testMatch: '*.spec.ts', testIgnore: pictures }
    case '1':
      return { testMatch: firstHalf, testIgnore: pictures }
    case '2':
      return { testMatch: '*.spec.ts', testIgnore: [pictures, firstHalf] }
    default:
      throw new Error(`MUNIMENT_E2E_HALF is ${half}, and neither 1 nor 2`)
  }
}

export default defineConfig({
  testDir: 'e2e',
  outputDir: results,
  workers: 1,
  reporter: 'list',
  forbidOnly: true,
  // A test that passes only on a second try is a failure, also if somebody asks for retries.
  retries: 0,
  failOnFlakyTests: true,
  // A machine that is also busy with other things takes several times as long.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  projects: [
    { name: 'sessions', testMatch: 'sessions.setup.ts' },
    {
      name: 'check',
      ...testsOf(process.env.MUNIMENT_E2E_HALF),
      dependencies: ['sessions'],
      use: { storageState: stateOf('Operator') },
    },
    {
      name: 'picture',
      testMatch: 'picture.spec.ts',
      dependencies: ['sessions'],
      use: { storageState: stateOf('Operator') },
    },
  ],
  use: {
    baseURL,
    locale: 'en-US',
    timezoneId: 'UTC',
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      executablePath: chromiumPath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--font-render-hinting=none',
      ],
    },
  },
})

import { readdirSync, readFileSync } from 'node:fs'
import { expect, type Locator, type Page } from '@playwright/test'

const folder = new URL('../src/playground/examples/', import.meta.url)

/** The example that only a server without accounts shows. */
export const firstSteps = 'FirstSteps'

/** Names of the example operations of a server with accounts, in the order of their tabs. */
export const exampleNames: readonly string[] = readdirSync(folder)
  .filter((file) => file.endsWith('.graphql'))
  .toSorted()
  .map((file) => /^(?:query|mutation)\s+(\w+)/m.exec(readFileSync(new URL(file, folder), 'utf8'))?.[1] ?? file)
  .filter((name) => name !== firstSteps)

/** The parts of a GraphQL response that the tests use. */
export interface Answer {
  data?: Record<string, unknown> | null
  errors?: { extensions: { code: string } }[]
}

/** The day for which the sample was made. Examples that filter from today on have results on this day. */
const sampleDay = Date.UTC(2026, 10, 22, 12)

/**
 * Runs in the browser: changes the current date, and nothing else. Playwright's own clock also replaces
 * the performance timeline, which breaks Monaco.
 */
function shiftToday(now: number) {
  const RealDate = Date
  const shift = now - RealDate.now()
  globalThis.Date = class extends RealDate {
    constructor(...parts: [] | [number | string | Date]) {
      super(parts.length === 0 ? RealDate.now() + shift : parts[0])
    }

    static override now() {
      return RealDate.now() + shift
    }
  } as DateConstructor
}

/** Opens the page on the day of the sample and waits until the editors are shown and the schema is loaded. */
export async function openPlayground(page: Page, search = '') {
  const introspected = page.waitForResponse((response) => operationOf(response.request()) === 'IntrospectionQuery')
  await page.addInitScript(shiftToday, sampleDay)
  await page.goto(`/playground/${search}`)
  await expect(page.locator('.graphiql-query-editor .view-line').first()).toBeVisible()
  expect((await introspected).status()).toBe(200)
  await expect(page.getByRole('button', { name: /^Re-fetch GraphQL schema/ })).toBeEnabled()
}

/** The titles of the open tabs. */
export function tabTitles(page: Page): Locator {
  return page.locator('[role=tab] > .graphiql-tab-button')
}

/** Selects the tab of an example, runs it and returns the response, once the page shows it. */
export async function runExample(page: Page, name: string): Promise<Answer> {
  await selectTab(page, name)
  const answered = page.waitForResponse((response) => operationOf(response.request()) === name)
  await page.locator('.graphiql-execute-button').click()
  const response = await answered
  expect(response.status(), `status of ${name}`).toBe(200)
  const answer = (await response.json()) as Answer
  await expect(page.locator('.graphiql-response .view-lines')).toContainText(/"(data|errors)"/)
  await expect(page.locator('.graphiql-spinner')).toHaveCount(0)
  return answer
}

async function selectTab(page: Page, name: string) {
  const tab = page.getByRole('tab').filter({ has: page.getByText(name, { exact: true }) })
  // The tabs are drawn before GraphiQL has marked the selected one.
  await expect(page.locator('[role=tab][aria-selected=true]')).toHaveCount(1)
  if ((await tab.getAttribute('aria-selected')) === 'true') {
    return
  }
  await tabTitles(page).getByText(name, { exact: true }).click()
  // GraphiQL parses the name of the operation 100 ms after the text changed, and then writes the text
  // to the storage. The page does not show this.
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('muniment:graphiql:query')))
    .toMatch(new RegExp(`^(query|mutation) ${name}\\b`, 'm'))
}

function operationOf(request: { url(): string; postDataJSON(): unknown }): string | undefined {
  if (!request.url().endsWith('/graphql')) {
    return undefined
  }
  return (request.postDataJSON() as { operationName?: string } | null)?.operationName
}

/**
 * Writes into src/portal/first.json what each screen asks first, as a browser asks it of the demo at MUNIMENT_URL: the
 * sample role of the administrator opens each screen, and the queries before the first rows are taken down. Run it after a
 * screen asks something else, then build: `npm run record:first`. A page without the right queries still works; its
 * script asks for them itself.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { chromium } from '@playwright/test'
import { chromiumPath } from './chromium.mjs'

const base = process.env.MUNIMENT_URL
if (!base) {
  throw new Error(
    'MUNIMENT_URL names no running server; start one (`go run ./cmd/muniment demo`) and set it to its address',
  )
}
const file = new URL('../src/portal/first.json', import.meta.url)
const documents = JSON.parse(await readFile(new URL('../dist/documents/portal.json', import.meta.url), 'utf8'))
const screens = JSON.parse(await readFile(file, 'utf8'))

const browser = await chromium.launch({
  executablePath: chromiumPath,
  args: ['--no-sandbox'],
})
const page = await (await browser.newContext({ baseURL: base, locale: 'en-GB', timezoneId: 'UTC' })).newPage()
await page.goto('/sign-in')
await page.getByRole('button', { name: 'Account administrator' }).click()
await page.waitForURL('**/accounts/*')
const ids = { $account: new URL(page.url()).pathname.split('/')[2] }
await page.goto(`/accounts/${ids.$account}/entitlements`)
const link = await page.locator('a[href*="/entitlements/"]').first().getAttribute('href')
ids.$line = new URL(link, base).pathname.split('/')[4]
await page.goto(`/accounts/${ids.$account}/devices`)
const device = await page.locator('a[href*="/devices/dev_"]').first().getAttribute('href')
ids.$device = new URL(device, base).pathname.split('/')[4]

const today = Date.parse(new Date().toISOString().slice(0, 10))

/** Writes ids and days, and the days of moments, as they are to be filled in. */
function general(value) {
  if (typeof value === 'string') {
    const [name] = Object.entries(ids).find(([, id]) => id === value) ?? []
    if (name) {
      return name
    }
    return value.replace(/^\d{4}-\d\d-\d\d/u, (day) => {
      const days = (Date.parse(day) - today) / 86_400_000
      return days === 0 ? '$today' : `$today${days > 0 ? '+' : ''}${days}`
    })
  }
  if (Array.isArray(value)) {
    return value.map(general)
  }
  return value !== null && typeof value === 'object'
    ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, general(one)]))
    : value
}

for (const [path, screen] of Object.entries(screens)) {
  const asked = []
  const listen = (request) => {
    if (new URL(request.url()).pathname === '/graphql') {
      const { variables = {}, extensions } = request.postDataJSON()
      const text = documents[`sha256:${extensions.persistedQuery.sha256Hash}`]
      const name = /^query (\w+)/u.exec(text)?.[1]
      const known = { name, variables: general(variables) }
      // What asks by another id, such as for the rows of one group, follows from an answer.
      if (name && !/"[a-z]+_[0-9A-Z]{13}"/u.test(JSON.stringify(known))) {
        asked.push(known)
      }
    }
  }
  page.on('request', listen)
  // Fetched, the page has no answers, so that its script asks for all of them.
  await page.route('**/accounts**', async (route) => {
    const headers = { ...route.request().headers(), 'sec-fetch-mode': 'cors' }
    await (route.request().isNavigationRequest()
      ? route.fulfill({ response: await route.fetch({ headers }) })
      : route.continue())
  })
  await page.goto(path.replace(/\$\w+/gu, (name) => ids[name]))
  await page.waitForLoadState('networkidle')
  page.off('request', listen)
  await page.unroute('**/accounts**')
  // The account that Start leads to is another screen.
  screen.queries = path === '/accounts' ? asked.filter(({ name }) => name === 'Viewer') : asked
}
await writeFile(file, `${JSON.stringify(screens, null, 2)}\n`)
await browser.close()

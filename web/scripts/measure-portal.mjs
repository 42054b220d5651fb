// Measures the portal in a browser against a running server with a large account, and prints tables. It fails for
// nothing: the times of a shared machine are to be read, not to be trusted blindly.
//
//   muniment bench seed --data DIR                     (--large is the default)
//   muniment serve --data DIR --outbox OUTBOX
//   npm run measure -- --url http://127.0.0.1:8080 --outbox OUTBOX --email ADDRESS --account NAME
//
// ADDRESS is that of an administrator of the large account, C0000007 in the legacy system, and NAME the account's name.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { chromiumPath } from './chromium.mjs'

const { values: given } = parseArgs({
  options: {
    url: { type: 'string' },
    outbox: { type: 'string' },
    email: { type: 'string' },
    account: { type: 'string' },
    runs: { type: 'string', default: '5' },
    pictures: { type: 'string' },
  },
})
if (!given.url || !given.outbox || !given.email || !given.account) {
  throw new Error('give --url, --outbox, --email and --account')
}
const runs = Number(given.runs)

/** Slow 4G: 1.6 Mbit/s down and 750 kbit/s up, less a tenth, and 150 ms for a request, as Lighthouse simulates it. */
const slow4G = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6e6 * 0.9) / 8,
  uploadThroughput: (750e3 * 0.9) / 8,
}
const slowdown = 4

const manifest = JSON.parse(readFileSync(new URL('../dist/documents/portal.json', import.meta.url), 'utf8'))
const names = new Map(
  Object.entries(manifest).map(([hash, text]) => [
    hash.replace('sha256:', ''),
    /(?:query|mutation) (\w+)/.exec(text)?.[1] ?? hash,
  ]),
)

const browser = await chromium.launch({
  executablePath: chromiumPath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
})
const context = { baseURL: given.url, locale: 'en-GB', timezoneId: 'UTC', viewport: { width: 1280, height: 900 } }

const state = await signIn()
const account = await accountOf(state)
const home = `/accounts/${account}`
await measureOperations()
await measureChanges()
await measurePalette()
await measureLoads()
await browser.close()

/** Signs in with the link that the server writes into its outbox. */
async function signIn() {
  const tab = await browser.newContext(context)
  const page = await tab.newPage()
  const before = new Set(letters())
  await page.goto('/sign-in')
  await page.getByRole('textbox').first().fill(given.email)
  await page.getByRole('button', { name: 'Continue' }).click()
  for (let tries = 0; tries < 60; tries++) {
    const letter = letters().find((name) => !before.has(name))
    const link =
      letter && /https?:\/\/\S+\/sign-in\/link\/\w+/.exec(readFileSync(join(given.outbox, letter), 'utf8'))?.[0]
    if (link) {
      await page.goto(link)
      await page.getByRole('button').first().click()
      await page.waitForLoadState('networkidle')
      const signedIn = await tab.storageState()
      await tab.close()
      return signedIn
    }
    await sleep(500)
  }
  throw new Error('no letter with a link came')
}

function letters() {
  try {
    return readdirSync(given.outbox)
      .filter((name) => name.endsWith('.eml'))
      .toSorted((a, b) => statSync(join(given.outbox, b)).mtimeMs - statSync(join(given.outbox, a)).mtimeMs)
  } catch {
    return []
  }
}

async function accountOf(storageState) {
  const tab = await browser.newContext({ ...context, storageState })
  const page = await tab.newPage()
  await page.goto('/accounts')
  await page.waitForURL(/acct_/)
  await page.waitForLoadState('networkidle')
  await page.keyboard.press('s')
  const options = page.getByRole('option')
  await options.first().waitFor()
  await options.filter({ hasText: given.account }).first().click()
  await page.getByRole('option').first().waitFor({ state: 'hidden' })
  await page.waitForLoadState('networkidle')
  const found = /acct_\w+/.exec(page.url())[0]
  await tab.close()
  return found
}

/** Opens the screens, and says how long each operation took from the request to the end of its answer. */
async function measureOperations() {
  const seen = new Map()
  for (let run = 0; run < runs; run++) {
    const tab = await browser.newContext({ ...context, storageState: state })
    const page = await tab.newPage()
    page.on('requestfinished', async (request) => {
      if (!request.url().endsWith('/graphql')) {
        return
      }
      const hash = request.postDataJSON()?.extensions?.persistedQuery?.sha256Hash
      const { requestStart, responseEnd } = request.timing()
      const { responseBodySize } = await request.sizes()
      const name = names.get(hash) ?? 'unknown'
      seen.set(name, [...(seen.get(name) ?? []), { took: responseEnd - requestStart, bytes: responseBodySize }])
    })
    for (const path of [
      '',
      '/entitlements',
      '/entitlements?group=product',
      '/entitlements?group=unit',
      '/entitlements?group=none&status=all',
      '/entitlements?group=none&text=a',
      '/entitlements?use=free',
      '/entitlements?on=2026-03-31',
      '/people',
      '/people?tab=invitations',
      '/people?tab=requests',
      '/people?tab=directory',
      '/people?tab=domains',
      '/people?tab=review',
      '/activity',
      '/settings',
    ]) {
      await page.goto(home + path)
      await page.waitForLoadState('networkidle')
      if (path === '/entitlements?group=none&status=all') {
        await page.locator('tbody a').first().click()
        await page.waitForLoadState('networkidle')
      }
      if (given.pictures && run === 0) {
        await page.screenshot({ path: join(given.pictures, `${path.replace(/\W+/g, '-') || 'home'}.png`) })
      }
    }
    await tab.close()
  }
  console.log('\nOperations, in milliseconds from the request to the end of the answer')
  const rows = [...seen].map(([name, answers]) => ({
    operation: name,
    times: answers.length,
    median: Math.round(median(answers.map((one) => one.took))),
    most: Math.round(Math.max(...answers.map((one) => one.took))),
    bytes: Math.max(...answers.map((one) => one.bytes)),
  }))
  console.table(rows.toSorted((a, b) => b.median - a.median))
}

/** Changes what a screen shows, and says how long it took until the rows stood still again. */
async function measureChanges() {
  const rows = []
  for (const rate of [1, slowdown]) {
    const tab = await browser.newContext({ ...context, storageState: state })
    const page = await tab.newPage()
    const devtools = await tab.newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate })
    for (const [what, path, changes] of [
      [
        'entitlements',
        '/entitlements?group=none&status=all',
        [
          '?group=none&status=ACTIVE',
          '?group=none&status=EXPIRED',
          '?group=none&status=all&use=free',
          '?group=none&status=all&ends=90',
        ],
      ],
      ['entitlements, in groups', '/entitlements', ['?group=product', '?group=unit', '?status=all', '?status=EXPIRED']],
      ['people', '/people', ['?role=READER', '?role=LICENSE_MANAGER', '?text=a']],
    ]) {
      await page.goto(home + path)
      await page.waitForLoadState('networkidle')
      const first = []
      const again = []
      for (const into of [first, again]) {
        for (const change of changes) {
          into.push(await timeOf(page, path.split('?')[0] + change))
        }
      }
      rows.push({ screen: what, cpu: `${rate}x`, 'first time': all(first), 'again, from the cache': all(again) })
    }
    await page.goto(`${home}/entitlements?group=none&status=all`)
    await page.waitForLoadState('networkidle')
    const more = []
    for (let i = 0; i < 10; i++) {
      more.push(await timeOf(page, null))
    }
    rows.push({
      screen: 'entitlements, 50 more rows',
      cpu: `${rate}x`,
      'first time': all(more),
      'again, from the cache': '',
    })
    const jump = await page.evaluate(async () => {
      const frames = []
      let last = performance.now()
      for (let y = 0; y < document.documentElement.scrollHeight; y += 800) {
        scrollTo(0, y)
        await new Promise((done) => requestAnimationFrame(done))
        frames.push(performance.now() - last)
        last = performance.now()
      }
      return frames
    })
    rows.push({
      screen: 'entitlements, frames while 550 rows scroll',
      cpu: `${rate}x`,
      'first time': all(jump),
      'again, from the cache': '',
    })
    await tab.close()
  }
  console.log('\nRows after a change, median and most in milliseconds until no row changes any more')
  console.table(rows)
}

/** Goes to an address inside the page, as a link does, or asks for more rows; and waits until the rows stand still. */
function timeOf(page, address) {
  return page.evaluate(
    ([to]) =>
      new Promise((done) => {
        const began = performance.now()
        let last = began
        let timer = 0
        const quiet = () => {
          clearTimeout(timer)
          timer = setTimeout(() => {
            watch.disconnect()
            done(last - began)
          }, 600)
        }
        const watch = new MutationObserver((changes) => {
          if (
            changes.some(
              ({ target, addedNodes }) =>
                target.parentElement?.closest('table') || [...addedNodes].some((node) => node.querySelector?.('tbody')),
            )
          ) {
            last = performance.now()
          }
          quiet()
        })
        watch.observe(document.querySelector('main') ?? document.body, {
          childList: true,
          subtree: true,
          characterData: true,
          attributes: true,
        })
        quiet()
        if (to === null) {
          const button = [...document.querySelectorAll('main button')].findLast((one) =>
            /more|Show/.test(one.textContent ?? ''),
          )
          button?.click()
        } else {
          history.pushState(null, '', to)
          dispatchEvent(new PopStateEvent('popstate'))
        }
      }),
    [address && home + address.replace(home, '')],
  )
}

/** Opens the palette, and says how long it took until its first row was there. */
async function measurePalette() {
  const rows = []
  for (const rate of [1, slowdown]) {
    const tab = await browser.newContext({ ...context, storageState: state })
    const page = await tab.newPage()
    const devtools = await tab.newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate })
    await page.goto(`${home}/entitlements`)
    await page.waitForLoadState('networkidle')
    const opened = []
    for (let i = 0; i < 1 + runs; i++) {
      opened.push(await firstOption(page))
      await page.keyboard.press('Escape')
      await sleep(300)
    }
    rows.push({ palette: 'opened', cpu: `${rate}x`, 'first time': Math.round(opened[0]), later: all(opened.slice(1)) })
    await tab.close()
  }
  console.log('\nPalette, milliseconds from the key to its first row')
  console.table(rows)
}

function firstOption(page) {
  return page.evaluate(
    () =>
      new Promise((done, fail) => {
        const began = performance.now()
        const look = () => {
          const row = document.querySelector(
            'dialog [role=option], [role=dialog] [role=option], [role=listbox] [role=option]',
          )
          if (row?.checkVisibility()) {
            done(performance.now() - began)
          } else if (performance.now() - began > 10_000) {
            fail(new Error('the palette has no row'))
          } else {
            requestAnimationFrame(look)
          }
        }
        const key = { key: 'k', code: 'KeyK', ctrlKey: true, bubbles: true, cancelable: true }
        document.body.dispatchEvent(new KeyboardEvent('keydown', key))
        look()
      }),
  )
}

/** Loads screens with an empty cache, on slow 4G and a slow processor, and on neither. */
async function measureLoads() {
  const rows = []
  for (const slow of [false, true]) {
    for (const path of ['', '/entitlements', '/people']) {
      const paints = []
      const shifts = []
      let requests = 0
      for (let run = 0; run < Math.min(runs, 3); run++) {
        const tab = await browser.newContext({ ...context, storageState: state })
        const page = await tab.newPage()
        if (slow) {
          const devtools = await tab.newCDPSession(page)
          await devtools.send('Network.enable')
          await devtools.send('Network.emulateNetworkConditions', slow4G)
          await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
        }
        requests = 0
        page.on('request', () => requests++)
        await page.goto(home + path)
        await page.waitForLoadState('networkidle')
        await sleep(1000)
        const found = await page.evaluate(
          () =>
            new Promise((done) => {
              let paint = 0
              let shift = 0
              let element = ''
              new PerformanceObserver((list) => {
                const last = list.getEntries().at(-1)
                paint = last.startTime
                element = last.element?.tagName ?? ''
              }).observe({ type: 'largest-contentful-paint', buffered: true })
              new PerformanceObserver((list) => {
                for (const entry of list.getEntries()) {
                  shift += entry.hadRecentInput ? 0 : entry.value
                }
              }).observe({ type: 'layout-shift', buffered: true })
              setTimeout(() => done({ paint, shift, element }), 300)
            }),
        )
        paints.push(found.paint)
        shifts.push(found.shift)
        await tab.close()
      }
      rows.push({
        screen: path || 'home',
        on: slow ? 'slow 4G, 4x CPU' : 'this machine',
        'largest paint (ms)': Math.round(median(paints)),
        'layout shift': Math.max(...shifts).toFixed(4),
        requests,
      })
    }
  }
  console.log('\nLoads with an empty cache')
  console.table(rows)
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? NaN
}

function all(numbers) {
  return `${Math.round(median(numbers))} (${Math.round(Math.max(...numbers))})`
}

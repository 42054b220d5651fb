/** Measures how quick the portal is, and prints it. Times depend on the machine, so nothing here fails for being slow. */
import { expect, type Page } from '@playwright/test'
import { stateOf } from '../roles.ts'
import { open, settled, test } from './test.ts'

test.use({ storageState: stateOf('Account administrator') })

const rounds = 5

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function report(what: string, goal: string, milliseconds: number[]) {
  console.log(`${what}: ${Math.round(median(milliseconds))} ms, median of ${milliseconds.length}; the goal is ${goal}`)
}

/** A slow 4G network and a processor a quarter as fast, as Lighthouse has them. */
async function slowDown(page: Page) {
  const browser = await page.context().newCDPSession(page)
  await browser.send('Network.enable')
  await browser.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 562.5,
    downloadThroughput: (1474.56 * 1024) / 8,
    uploadThroughput: (675 * 1024) / 8,
  })
  await browser.send('Emulation.setCPUThrottlingRate', { rate: 4 })
}

/** Notes in the page when a key or a choice was made, and when something first fits a selector after that. */
async function timeOf(page: Page, event: string, selector: string, act: () => Promise<void>): Promise<number> {
  await page.evaluate(
    ([name = '', wanted = '']) => {
      const times = { from: 0, to: 0 }
      Object.assign(globalThis, { times })
      addEventListener(
        name,
        () => {
          times.from = performance.now()
          const look = () => {
            if (document.querySelector(wanted) === null) {
              requestAnimationFrame(look)
            } else {
              times.to = performance.now()
            }
          }
          requestAnimationFrame(look)
        },
        { capture: true, once: true },
      )
    },
    [event, selector],
  )
  await act()
  const times = () => page.evaluate(() => (globalThis as unknown as { times: { from: number; to: number } }).times)
  await expect.poll(async () => (await times()).to).toBeGreaterThan(0)
  const { from, to } = await times()
  return to - from
}

test('largest contentful paint on slow 4G, with a processor four times slower', async ({ browser, sample, baseURL }) => {
  test.setTimeout(180_000)
  const found: number[] = []
  for (let round = 0; round < rounds; round++) {
    const context = await browser.newContext({ ...(baseURL && { baseURL }), storageState: stateOf('Account administrator') })
    const page = await context.newPage()
    await slowDown(page)
    await page.goto(`/accounts/${sample.account.id}`)
    await settled(page)
    found.push(
      await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN)).observe({
              type: 'largest-contentful-paint',
              buffered: true,
            })
          }),
      ),
    )
    await context.close()
  }
  report('LCP of the home page, cold', '2500 ms', found)
})

test('from a filter to its rows', async ({ page, at }) => {
  const found: number[] = []
  for (let round = 0; round < rounds; round++) {
    await open(page, at('/entitlements'))
    const status = page.getByRole('combobox', { name: 'Status', exact: true })
    // The table is marked as stale until the new rows are there.
    const before = await page.locator('main tbody').count()
    expect(before).toBeGreaterThan(0)
    found.push(
      await timeOf(page, 'change', 'main table[data-stale="false"]', async () => {
        await status.selectOption({ label: 'Expired' })
        await settled(page)
      }),
    )
  }
  report('rows after a filter', '200 ms', found)
})

test('from the key of the palette to its first result', async ({ page, at }) => {
  const found: number[] = []
  await open(page, at())
  await page.keyboard.press('Control+k')
  await page.keyboard.press('Escape')
  for (let round = 0; round < rounds; round++) {
    found.push(await timeOf(page, 'keydown', 'dialog[open] [role=option]', () => page.keyboard.press('Control+k')))
    await page.keyboard.press('Escape')
    await expect(page.locator('dialog[open]')).toHaveCount(0)
  }
  report('first result of the palette', '50 ms', found)
})

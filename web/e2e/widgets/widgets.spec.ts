import { once } from 'node:events'
import { expect } from '@playwright/test'
import { violations } from '../accessibility.ts'
import { allowErrors } from '../console-errors.ts'
import { community, muniment, open, spoken, test, waitFor } from './community.ts'

const licenses = 'muniment-entitlements'

test('both widgets show what the member has, from another origin', async ({ page, seen }) => {
  await open(page)
  await waitFor(page, 'ready')
  expect(new URL(page.url()).origin).not.toBe(muniment)

  const table = page.getByRole('table', { name: 'Licenses' })
  await expect(table.getByRole('row')).toHaveCount(9) // eight, and the names of the columns
  await expect(table.getByRole('columnheader')).toHaveText([
    'Product',
    'Quantity',
    'In use',
    'Status',
    'Covered until',
    'Ends on',
  ])
  const first = table.getByRole('row').nth(1)
  await expect(first.getByRole('cell').nth(0)).toHaveText(/^[\d,]+ [a-z]+|^unlimited /u)
  await expect(first.locator('[part=status]')).toHaveText(/Active|Ends soon|In grace|Over-used/u)
  await expect(first.locator('[part=status] svg')).toBeVisible()
  await expect(first.getByRole('link')).toHaveAttribute(
    'href',
    new RegExp(`^${muniment}/accounts/acct_\\w+/entitlements/line_\\w+$`, 'u'),
  )

  const renewals = page.locator('muniment-renewals')
  await expect(renewals.getByRole('term')).toHaveText(['Within 30 days', 'Within 60 days', 'Within 90 days'])
  await expect(renewals.getByRole('row')).not.toHaveCount(1)
  expect(seen.tokens, 'requests for tokens').toBe(1)
})

test('more rows are read', async ({ page }) => {
  await open(page)
  await waitFor(page, 'ready')
  const rows = page.getByRole('table', { name: 'Licenses' }).getByRole('row')
  await expect(rows).toHaveCount(9)
  await page.locator(licenses).getByRole('button', { name: 'Show more' }).click()
  await expect(rows).toHaveCount(17)
  const links = await page
    .locator(licenses)
    .locator('tbody a')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')))
  expect(new Set(links).size, 'different line items').toBe(16)
})

test('the order, the product line and the number of rows are attributes', async ({ page }) => {
  await open(page)
  await waitFor(page, 'ready')
  const list = page.locator(licenses)
  const names = () => list.locator('tbody a').allTextContents()
  await expect.poll(async () => (await names()).length).toBe(8)
  const usual = await names()
  await list.evaluate((element) => element.setAttribute('order', 'ends-last'))
  await expect.poll(names).not.toEqual(usual)
  await list.evaluate((element) => element.setAttribute('page-size', '3'))
  await expect(list.locator('tbody tr')).toHaveCount(3)

  await list.evaluate((element) => element.setAttribute('product-line', 'Harborline Install'))
  await expect.poll(async () => (await names()).every((name) => name.startsWith('Harborline'))).toBe(true)
  await list.evaluate((element) => element.setAttribute('product-line', 'No such line'))
  await expect(list).toHaveAttribute('data-state', 'error')
  await expect(list.getByRole('alert')).toContainText('does not exist')
})

test('the language of the page is that of the widgets, also if it changes', async ({ page }) => {
  await open(page, { lang: 'de' })
  await waitFor(page, 'ready')
  await expect(page.getByRole('table', { name: 'Lizenzen' })).toBeVisible()
  await expect(page.getByRole('columnheader', { name: 'Abgedeckt bis' })).toBeAttached()
  await page.locator('.widgets').evaluate((element) => element.removeAttribute('lang'))
  await page.locator('html').evaluate((element) => element.setAttribute('lang', 'en-GB'))
  await expect(page.getByRole('table', { name: 'Licenses' })).toBeVisible()
  await page.locator('muniment-renewals').evaluate((element) => element.setAttribute('lang', 'de'))
  await expect(page.getByRole('table', { name: 'Verlängerungen' })).toBeVisible()
})

for (const theme of ['house', 'brand', 'dark']) {
  for (const width of [1200, 320]) {
    test(`nobody is shut out in the theme ${theme} at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 })
      await open(page, { theme, lang: theme === 'brand' ? 'de' : 'en' })
      await waitFor(page, 'ready')
      for (const cell of await page.locator('.widgets').getByRole('cell').allTextContents()) {
        expect(cell).not.toMatch(/false|null|undefined|NaN/u)
      }
      expect(await violations(page, '.widgets')).toEqual([])
      const wide = () => page.evaluate(() => document.documentElement.scrollWidth)
      await expect.poll(wide, 'width of the page').toBeLessThanOrEqual(width)
      await page.screenshot({ path: `e2e/screenshots/widgets-${theme}-${width}.png`, fullPage: true })
    })
  }
}

test('a forced theme can be read on any page', async ({ page }) => {
  await open(page)
  await waitFor(page, 'ready')
  await page.locator(licenses).evaluate((element) => element.setAttribute('theme', 'dark'))
  expect(await violations(page, '.widgets')).toEqual([])
})

test('a token that the server refuses is replaced once', async ({ page, seen }) => {
  allowErrors(seen, 'status of 401')
  let given = 0
  await page.route('**/widget-token*', async (route) => {
    given++
    if (given > 1) {
      await route.continue()
      return
    }
    const expiresAt = new Date(Date.now() + 300_000).toISOString()
    await route.fulfill({ json: { token: `mw_${'0'.repeat(32)}`, expiresAt } })
  })
  await open(page)
  await waitFor(page, 'ready')
  expect(given).toBe(2)
})

test('a token that is refused again is said, and tried again on request', async ({ page, seen }) => {
  allowErrors(seen, 'status of 401')
  await page.route('**/widget-token*', (route) => route.fulfill({ json: { token: `mw_${'0'.repeat(32)}` } }))
  await open(page)
  await waitFor(page, 'error')
  await expect(page.locator(licenses).getByRole('alert')).toContainText('Your access has ended')
  expect(await violations(page, '.widgets')).toEqual([])
  await page.unroute('**/widget-token*')
  await page.locator(licenses).getByRole('button', { name: 'Try again' }).click()
  await expect(page.locator(licenses)).toHaveAttribute('data-state', 'ready')
})

test('a token is replaced before it ends', async ({ page, seen }) => {
  await page.clock.install()
  await open(page)
  await waitFor(page, 'ready')
  await page.clock.fastForward(150_000)
  await page.locator(licenses).evaluate((element: HTMLElement & { reload(): Promise<void> }) => element.reload())
  expect(seen.tokens).toBe(1)
  await page.clock.fastForward(125_000) // 25 seconds before its end
  await page.locator(licenses).evaluate((element: HTMLElement & { reload(): Promise<void> }) => element.reload())
  await expect.poll(() => seen.tokens).toBe(2)
})

test('an origin that the token does not name is refused, and the page says so', async ({ page, seen }) => {
  allowErrors(seen, 'status of 403')
  // The community sends its visitors to its one address, so that the server is told of another page here.
  await page.route(`${muniment}/graphql`, async (route) => {
    const headers = { ...(await route.request().allHeaders()), origin: 'https://elsewhere.example' }
    const response = await route.fetch({ headers })
    await route.fulfill({ response, headers: { ...response.headers(), 'access-control-allow-origin': community } })
  })
  await open(page)
  await waitFor(page, 'error')
  await expect(page.locator(licenses).getByRole('alert')).toContainText('This site may not show licenses')
  await expect(page.locator(licenses).getByRole('alert')).toContainText('FOREIGN_ORIGIN')
})

test('a cut network is said, and what was shown stays', async ({ page, context, seen }) => {
  allowErrors(seen, 'ERR_INTERNET_DISCONNECTED')
  await open(page)
  await waitFor(page, 'ready')
  await context.setOffline(true)
  const list = page.locator(licenses)
  await list.getByRole('button', { name: 'Show more' }).click()
  await expect(list.locator('[part=note]')).toContainText('cannot be reached')
  await expect(list).toHaveAttribute('data-state', 'ready')
  await expect(list.locator('tbody tr')).toHaveCount(8)
  expect(await violations(page, '.widgets')).toEqual([])
  await context.setOffline(false)
  await expect(list.locator('[part=note]')).toHaveCount(0)
})

test('a network that is cut from the beginning is no blank place', async ({ page, seen }) => {
  allowErrors(seen, 'ERR_INTERNET_DISCONNECTED')
  await page.route(`${muniment}/graphql`, (route) => route.abort('internetdisconnected'))
  await open(page)
  await waitFor(page, 'error')
  await expect(page.locator('muniment-renewals').getByRole('alert')).toContainText('NETWORK')
})

test('two instances on one page make one request for a token', async ({ page, seen }) => {
  await open(page)
  await waitFor(page, 'ready')
  await page.evaluate(() => {
    const widgets = document.querySelector('.widgets')
    widgets?.append(...[1, 2].map(() => document.createElement('muniment-entitlements')))
  })
  await expect(page.locator(`${licenses}[data-state=ready]`)).toHaveCount(3)
  expect(seen.tokens).toBe(1)
})

test('an element that is removed while it loads does nothing more', async ({ page }) => {
  const release = new AbortController()
  const held = once(release.signal, 'abort')
  await page.route(`${muniment}/graphql`, async (route) => {
    await held
    await route.continue().catch(() => {}) // the element that asked has gone
  })
  const asked = page.waitForRequest((request) => request.url() === `${muniment}/graphql`)
  await open(page)
  await asked
  const events = await page.evaluateHandle((tag) => {
    const all: string[] = []
    const element = document.querySelector(tag) as HTMLElement
    for (const name of ['load', 'error']) {
      element.addEventListener(`muniment-${name}`, () => all.push(name))
    }
    element.remove()
    Object.assign(globalThis, { gone: element })
    return all
  }, licenses)
  release.abort()
  await expect(page.locator('muniment-renewals')).toHaveAttribute('data-state', 'ready')
  expect(await events.jsonValue()).toEqual([])
  await page.evaluate(() => document.querySelector('.widgets')?.append((globalThis as never as { gone: Node }).gone))
  await waitFor(page, 'ready')
})

test('nobody is signed in', async ({ page }) => {
  await open(page, { member: 'nobody' })
  await waitFor(page, 'sign-in')
  const list = page.locator(licenses)
  await expect(list).toContainText('Sign in')
  expect(await violations(page, '.widgets')).toEqual([])
  await list.evaluate((element) => element.setAttribute('sign-in-url', '/?member=administrator'))
  await list.getByRole('link', { name: 'Sign in' }).click()
  await waitFor(page, 'ready')
})

test('a member without the service is told who can open it', async ({ page }) => {
  await open(page, { member: 'reader' })
  await waitFor(page, 'error')
  await expect(page.locator(licenses).getByRole('alert')).toContainText('An administrator of your account')
  expect(await violations(page, '.widgets')).toEqual([])
})

test('a page that is not configured says so', async ({ page }) => {
  await page.clock.install()
  await page.route('**/site.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }))
  await open(page)
  await expect(page.locator(licenses)).toHaveAttribute('data-state', 'loading')
  await expect(page.locator(licenses).locator('[part=skeleton]')).toBeVisible()
  await page.clock.fastForward(11_000)
  await waitFor(page, 'error')
  await expect(page.locator(licenses).getByRole('alert')).toContainText('NOT_CONFIGURED')
})

test('nothing to show is said', async ({ page }) => {
  await open(page)
  await waitFor(page, 'ready')
  await page.locator(licenses).evaluate((element) => element.setAttribute('status', 'DRAFT'))
  await expect(page.locator(licenses)).toHaveAttribute('data-state', 'empty')
  await expect(page.locator(licenses).locator('[part=empty]')).toContainText('No license is active here today')
  expect(await violations(page, '.widgets')).toEqual([])
})

test('events leave the element, and what they announce can be canceled', async ({ page }) => {
  await open(page)
  await waitFor(page, 'ready')
  const list = page.locator(licenses)
  const seenByPage = await page.evaluateHandle(() => {
    const all: { name: string; composed: boolean; cancelable: boolean; detail: { href?: string } }[] = []
    for (const name of ['select', 'more', 'load', 'error']) {
      document.addEventListener(`muniment-${name}`, (event) => {
        const { composed, cancelable, detail } = event as CustomEvent
        all.push({ name, composed, cancelable, detail })
        event.preventDefault()
      })
    }
    return all
  })
  const address = page.url()
  await list.locator('tbody a').first().click()
  await list.getByRole('button', { name: 'Show more' }).click()
  await expect(list.locator('tbody tr')).toHaveCount(8)
  expect(page.url()).toBe(address)
  const events = await seenByPage.jsonValue()
  expect(events.map(({ name, composed, cancelable }) => ({ name, composed, cancelable }))).toEqual([
    { name: 'select', composed: true, cancelable: true },
    { name: 'more', composed: true, cancelable: true },
  ])
  expect(events[0]?.detail.href).toContain(`${muniment}/accounts/`)
})

test('a link leads into the portal', async ({ page, context }) => {
  await open(page)
  await waitFor(page, 'ready')
  const link = page.locator(licenses).locator('tbody a').first()
  const product = await link.textContent()
  const href = (await link.getAttribute('href')) ?? ''
  const portal = await context.newPage()
  await portal.goto(href)
  await expect(portal.getByRole('heading', { level: 1 })).toContainText(product?.split(' ')[0] ?? '-')
})

test('the classic script has closed roots, and shows the same', async ({ page, seen }) => {
  await open(page, { script: 'classic' })
  await waitFor(page, 'ready')
  expect(await page.locator(licenses).evaluate((element) => element.shadowRoot)).toBeNull()
  expect(
    await page.evaluate(
      () => typeof (globalThis as never as { MunimentWidgets: { configure: unknown } }).MunimentWidgets.configure,
    ),
  ).toBe('function')
  await expect.poll(() => spoken(page)).toContain('columnheader: Covered until')
  await expect.poll(() => spoken(page)).toContain('table: Renewals')
  expect(seen.tokens).toBe(1)

  await open(page)
  await waitFor(page, 'ready')
  expect(await page.locator(licenses).evaluate((element) => element.shadowRoot?.mode)).toBe('open')
})

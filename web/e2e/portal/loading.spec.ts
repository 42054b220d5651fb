import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import first from '../../src/portal/first.json' with { type: 'json' }
import { freshAddress } from '../api.ts'
import { allowErrors, takeError } from '../console-errors.ts'
import { nobody, stateOf, takeRole } from '../roles.ts'
import { dialog, open, settled, test } from './test.ts'

test.use({ storageState: stateOf('Account administrator') })

/** How many requests the first rows may need. A font and a picture are not needed for them. */
const mostRequests = 5

for (const [name, path, row] of [
  ['home', '', 'main li a'],
  ['entitlements', '/entitlements', 'main tbody th[scope=row] a'],
] as const) {
  test(`the first ${mostRequests} requests are enough for rows: ${name}`, async ({ page, at }) => {
    const sent: string[] = []
    const release = new AbortController()
    const released = once(release.signal, 'abort')
    await page.route('**/*', async (route) => {
      const request = route.request()
      if (['font', 'image'].includes(request.resourceType())) {
        await route.fallback()
        return
      }
      sent.push(`${request.method()} ${new URL(request.url()).pathname}`)
      if (sent.length > mostRequests) {
        await released
      }
      await route.fallback()
    })
    await page.goto(at(path), { waitUntil: 'commit' })
    const rows = page.locator(row).first()
    await expect
      .poll(async () => ((await rows.isVisible()) ? 'rows' : sent.slice(0, mostRequests)), 'after the first requests')
      .toBe('rows')
    release.abort()
    await settled(page)
  })
}

/** What a screen asks although the page has it, or has its like: each group of the list, and the sessions as they are now. */
const askedAgain = new Set(['LineItems', 'OwnSettings'])

for (const [path, { queries }] of Object.entries(first)) {
  test(`the page has what its screen asks first: ${path}`, async ({ page, sample }) => {
    const documents = JSON.parse(await readFile('dist/documents/portal.json', 'utf8')) as Record<string, string>
    const asked: string[] = []
    page.on('request', (request) => {
      if (new URL(request.url()).pathname === '/graphql') {
        const { extensions } = request.postDataJSON() as { extensions: { persistedQuery: { sha256Hash: string } } }
        asked.push(/^query (\w+)/u.exec(documents[`sha256:${extensions.persistedQuery.sha256Hash}`] ?? '')?.[1] ?? '')
      }
    })
    await page.goto(path.replace('$account', sample.account.id).replace('$line', sample.activated.id))
    await settled(page)
    expect(queries.map(({ name }) => name).filter((name) => asked.includes(name) && !askedAgain.has(name))).toEqual([])
  })
}

/** Goes back as the button of the browser does. It loads no page, so there is none to wait for. */
async function back(page: Page) {
  await page.evaluate(() => history.back())
}

test('Back undoes a filter, and the address shows the same again', async ({ page, at }) => {
  await open(page, at('/entitlements'))
  const links = page.getByRole('table').getByRole('rowheader').getByRole('link')
  await expect(links).not.toHaveCount(0)
  const before = await links.allInnerTexts()
  await page.getByRole('combobox', { name: 'Status', exact: true }).selectOption('EXPIRED')
  await expect(page).toHaveURL(/status=EXPIRED/)
  await settled(page)
  await page.getByRole('combobox', { name: 'Use', exact: true }).selectOption('over')
  await expect(page).toHaveURL(/use=over/)
  await settled(page)
  const over = await links.allInnerTexts()
  await page.reload()
  await settled(page)
  await expect.poll(() => links.allInnerTexts(), 'the same address shows the same').toEqual(over)

  await back(page)
  await expect(page).not.toHaveURL(/use=over/)
  await expect(page.getByRole('combobox', { name: 'Status', exact: true })).toHaveValue('EXPIRED')
  await back(page)
  await expect(page).toHaveURL(new RegExp(`${at('/entitlements')}$`))
  await expect.poll(() => links.allInnerTexts()).toEqual(before)
})

test('a day is chosen, every figure is of that day, and T leads back', async ({ page, at }) => {
  await open(page, at('/entitlements'))
  const sentence = page.locator('main h1 + p')
  const now = await sentence.innerText()
  await page.keyboard.press('d')
  await dialog(page).getByLabel('Another day').fill('2024-06-30')
  await dialog(page).getByRole('button', { name: 'Show this day' }).click()
  await expect(page).toHaveURL(/on=2024-06-30/)
  await expect(page.locator('main')).toContainText('You see what was true on Jun 30, 2024.')
  await expect(sentence).not.toHaveText(now)
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: /^Home/ }).click()
  await expect(page, 'the day stays on the next screen').toHaveURL(/on=2024-06-30/)
  await settled(page)
  await page.keyboard.press('t')
  await expect(page).not.toHaveURL(/on=/)
})

/** Ends the session of a page as another tab would, without leaving the page. */
async function endSession(page: Page) {
  const left = await page.evaluate(
    async () => (await fetch('/sign-out', { method: 'POST', body: new URLSearchParams() })).url,
  )
  expect(left).toMatch(/\/signed-out$/)
}

test.describe('a session of its own', () => {
  test.use({ storageState: nobody })

  test('the end of a session loses no form', async ({ page, context, at, findings }) => {
    allowErrors(findings, 'status of 401')
    const address = freshAddress('kept')
    await takeRole(page, 'Account administrator', '/sign-out')
    await open(page, at('/people'))
    await page.getByRole('button', { name: 'Invite people' }).first().click()
    await dialog(page).getByLabel('Words to them, if you like').fill('A greeting that took long to write.')
    await endSession(page)
    await dialog(page).getByLabel('E-mail addresses').fill(address)
    const ended = dialog(page, 'Your session has ended')
    await expect(ended).toContainText('Nothing that you have entered is lost.')

    const opened = context.waitForEvent('page')
    await ended.getByRole('link', { name: /Sign in/ }).click()
    const tab = await opened
    await tab.getByRole('button', { name: 'Account administrator' }).click()
    await tab.waitForURL(/\/people/)
    await tab.close()
    await ended.getByRole('button', { name: 'Go on here' }).click()
    await expect(ended).toHaveCount(0)
    await expect(dialog(page, 'Invite people').getByLabel('Words to them, if you like')).toHaveValue(
      'A greeting that took long to write.',
    )
    await expect(dialog(page, 'Invite people')).toContainText(`${address} gets an invitation`)
  })
})

test('the policy of the portal stops what it should, and these tests would notice', async ({ page, at, findings }) => {
  allowErrors(findings, 'elsewhere.example')
  await open(page, at())
  await page.evaluate(() => {
    Object.assign(globalThis, { stopped: [] })
    document.addEventListener('securitypolicyviolation', (event) => {
      ;(globalThis as unknown as { stopped: string[] }).stopped.push(event.effectiveDirective)
    })
    const script = document.createElement('script')
    script.textContent = 'globalThis.broken = true'
    document.head.append(script)
    return fetch('https://elsewhere.example/').catch(() => undefined)
  })
  const stopped = () => page.evaluate(() => (globalThis as unknown as { stopped: string[] }).stopped.toSorted())
  await expect.poll(stopped).toEqual(['connect-src', 'script-src-elem'])
  expect(await page.evaluate(() => 'broken' in globalThis)).toBe(false)
  await takeError(findings, 'inline script')
  await takeError(findings, 'elsewhere.example')
})

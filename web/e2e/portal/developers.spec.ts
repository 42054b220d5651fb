import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, type Page } from '@playwright/test'
import { ask, type Refusals } from '../api.ts'
import { allowErrors } from '../console-errors.ts'
import { nobody, results, stateOf, takeRole } from '../roles.ts'
import { dialog, open, openPalette, settled, test } from './test.ts'

test.use({ storageState: stateOf('Account administrator') })

const run = promisify(execFile)

/** The field of the search of the reference. */
const field = (page: Page) => page.getByRole('combobox', { name: 'Search types, fields, arguments and codes' })

/** The result that Enter opens. */
const active = (page: Page) => page.locator('main [role="option"][data-active-item]')

/** Goes back as the button of the browser does. */
const back = (page: Page) => page.evaluate(() => history.back())

test.describe('the examples', () => {
  test.use({ storageState: nobody, permissions: ['clipboard-read', 'clipboard-write'] })

  test('work as they are shown, with a key that can be made', async ({ page, at, sample }) => {
    await takeRole(page, 'Account administrator', '/sign-out')
    await open(page, at('/developers'))
    const { createApiKey } = await ask<{ createApiKey: Refusals & { secret: string; apiKey: { id: string } } }>(
      page,
      `mutation Make($input: CreateApiKeyInput!) {
        createApiKey(input: $input) { secret apiKey { id } errors { code message } }
      }`,
      { input: { name: `Examples ${Date.now().toString(36)}`, scopes: ['READ'], days: 1 } },
    )
    expect(createApiKey.errors).toEqual([])
    // Below the packages of this folder, so that a program finds @urql/core as if it were installed beside it.
    const folder = await mkdtemp(join(results, 'examples-'))
    try {
      const env = { ...process.env, MUNIMENT_KEY: createApiKey.secret }
      const figures = page.getByRole('figure')
      await expect(figures).toHaveCount(3)
      for (const client of ['curl', 'fetch', 'urql']) {
        const figure = figures.filter({ has: page.locator(`[data-example=${client}]`) })
        const shown = await figure.locator('pre').innerText()
        await figure.getByRole('button', { name: `Copy the example: ${client}` }).click()
        await expect(figure.getByRole('button', { name: 'Copied' })).toBeVisible()
        const program = await page.evaluate(() => navigator.clipboard.readText())
        expect(program, 'what is copied is what is shown').toBe(shown)
        expect(program).toContain(new URL('/graphql', page.url()).href)
        expect(program).toContain(sample.account.id)

        const file = join(folder, client === 'curl' ? 'lines.sh' : 'lines.mjs')
        await writeFile(file, program)
        const { stdout } = await run(client === 'curl' ? 'sh' : process.execPath, [file], { env })
        const answer = JSON.parse(stdout)
        const rows = client === 'curl' ? answer.data.lineItems.nodes : answer
        expect(rows.length, client).toBeGreaterThan(0)
        expect(rows[0], client).toMatchObject({
          activationId: expect.any(String),
          status: expect.any(String),
          product: { name: expect.any(String) },
        })
      }
    } finally {
      await rm(folder, { recursive: true })
      await ask(page, 'mutation End($id: ID!) { revokeApiKey(input: { apiKey: $id }) { errors { code } } }', {
        id: createApiKey.apiKey.id,
      })
    }
  })
})

test('the page is reached by two keys and by the palette, and leads to the keys', async ({ page, at }) => {
  await open(page, at())
  await page.keyboard.press('g')
  await page.keyboard.press('q')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Developers')
  await expect(page).toHaveTitle(/^Developers · /)
  await page.getByRole('link', { name: 'Your API keys' }).click()
  await expect(page).toHaveURL(/\/settings#keys$/)
  await expect(page.getByRole('heading', { name: 'Your API keys' })).toBeInViewport()
  await openPalette(page)
  await page.keyboard.type('develop')
  await expect(page.getByRole('option', { name: 'Developers G Q' })).toHaveAttribute('data-active-item', 'true')
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Developers')
})

test('the reference is searched by keyboard, and Back leads to the results', async ({ page, at }) => {
  await open(page, at('/developers?tab=reference'))
  await page.keyboard.press('/')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('LineItem.stat')
  await expect(active(page)).toContainText('LineItem.status')
  await page.keyboard.press('ArrowDown')
  await expect(active(page)).toContainText('Argument')
  await page.keyboard.press('ArrowUp')
  await expect(page).toHaveURL(/text=LineItem\.stat$/)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\?type=LineItem#status$/)
  const status = page.getByRole('region', { name: 'status', exact: true })
  await expect(status).toBeInViewport()
  await expect(status).toBeFocused()
  await expect(status).toContainText('The right has this state on the day.')
  await expect(field(page)).toHaveValue('')

  await back(page)
  await expect(page).toHaveURL(/text=LineItem\.stat$/)
  await expect(field(page)).toHaveValue('LineItem.stat')
  await expect(page.getByRole('option', { name: /^LineItem\.status\b/ }).first()).toBeVisible()
  await field(page).press('Escape')
  await expect(field(page)).toHaveValue('')
  await expect(page.getByRole('heading', { name: 'account', exact: true })).toBeVisible()

  await field(page).fill('tolerated older data')
  await expect(active(page), 'found by its description').toContainText('LineItem.excess')
  await field(page).fill('qqqq')
  await expect(page.getByRole('status').filter({ hasText: 'Nothing in the contract' })).toBeVisible()
  await field(page).fill('LAST_ADMIN')
  await expect(active(page)).toContainText('LAST_ADMINISTRATOR')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\?tab=codes#LAST_ADMINISTRATOR$/)
  await expect(page.getByRole('article', { name: 'LAST_ADMINISTRATOR' })).toBeInViewport()
  await expect(page.getByRole('tab', { name: 'Error codes' })).toHaveAttribute('aria-selected', 'true')
})

test('types lead to each other, and a link shows the same', async ({ page, at }) => {
  await open(page, at('/developers?type=LineItem#granted'))
  const granted = page.getByRole('region', { name: 'granted', exact: true })
  await expect(granted).toBeInViewport()
  await granted.getByRole('link', { name: 'Quantity' }).click()
  await expect(page).toHaveURL(/\?type=Quantity$/)
  await expect(page.getByRole('heading', { level: 2 })).toContainText('Quantity')
  await expect(page.getByRole('heading', { level: 2 })).toBeInViewport()
  await page.getByRole('region', { name: 'Returned by' }).getByRole('link', { name: 'LineItem.granted' }).click()
  await expect(page).toHaveURL(/\?type=LineItem#granted$/)
  await expect(granted).toBeInViewport()

  await page.evaluate(() => scrollTo(0, 0))
  await granted.getByRole('link', { name: 'granted', exact: true }).click()
  await expect(granted, 'the same link leads there again').toBeInViewport()

  await open(page, at('/developers?type=LineItemFilterInput'))
  await expect(page.getByRole('region', { name: 'Taken by' })).toContainText('Query.lineItems(filter:)')
  await page.getByRole('link', { name: 'All types' }).click()
  await expect(page).toHaveURL(/\?tab=reference$/)
  await page.getByRole('tab', { name: 'How to query' }).click()
  await expect(page).toHaveURL(/\/developers$/)
})

test('the reference needs no request after it was opened', async ({ page, context, at, findings }) => {
  allowErrors(findings, 'ERR_INTERNET_DISCONNECTED')
  // The page loads the palette by itself after a while, which has nothing to do with the reference.
  const palette = page.waitForResponse('**/assets/Palette-*.js')
  await open(page, at('/developers'))
  await palette
  await settled(page)
  const loaded: string[] = []
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname))
  await page.getByRole('tab', { name: 'Reference' }).click()
  await settled(page)
  await expect(field(page)).toBeVisible()
  await expect.poll(() => loaded.filter((path) => path.endsWith('.json')).length).toBe(1)
  expect(loaded.filter((path) => !path.startsWith('/assets/'))).toEqual([])

  loaded.length = 0
  await context.setOffline(true)
  await field(page).fill('mintWidgetToken')
  await expect(active(page)).toContainText('Mutation.mintWidgetToken')
  await field(page).press('Enter')
  await expect(page.getByRole('region', { name: 'mintWidgetToken', exact: true })).toBeInViewport()
  await page.getByRole('tab', { name: 'Error codes' }).click()
  await expect(page.getByRole('article', { name: 'NOT_FOUND', exact: true })).toBeVisible()
  expect(loaded).toEqual([])
  await context.setOffline(false)
})

test('a reference that cannot be loaded is said, and tried again', async ({ page, at, findings }) => {
  allowErrors(findings, 'ERR_FAILED')
  await page.route('**/assets/reference-*.json', (route) => route.abort())
  await page.goto(at('/developers?type=LineItem'))
  await expect(page.getByRole('alert')).toContainText('This part of the page could not be loaded.')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Developers')
  await page.unroute('**/assets/reference-*.json')
  await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { level: 2 })).toContainText('LineItem')
})

test('a query is opened in the playground', async ({ page, at }) => {
  await open(page, at('/developers?type=Query#account'))
  const link = page.getByRole('link', { name: 'Open in the playground: account', exact: true })
  const address = new URL((await link.getAttribute('href')) ?? '', page.url())
  const variables = JSON.parse(address.searchParams.get('variables') ?? '')
  const { account } = await ask<{ account: { name: string } }>(page, address.searchParams.get('query') ?? '', variables)
  expect(account.name).not.toBe('')
  await link.click()
  await expect(page).toHaveURL(/\/playground\//)
  await expect(page.locator('.view-lines').first()).toContainText('account(id:')
})

test.describe('German', () => {
  test.use({ locale: 'de-DE' })

  test('the page is German, and the descriptions are marked as English', async ({ page, at }) => {
    await open(page, at('/developers?type=LineItem'))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Entwicklung')
    await expect(page.getByRole('heading', { name: 'Zurückgegeben von' })).toBeVisible()
    const about = page.getByText('A LineItem is a right to a product', { exact: false })
    await expect.poll(() => about.evaluate((one) => one.closest('[lang]')?.getAttribute('lang'))).toBe('en')
  })
})

test('a type is printed without what paper cannot do', async ({ page, at }) => {
  await open(page, at('/developers?type=LineItem'))
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await expect(page.getByRole('heading', { level: 2 })).toBeVisible()
  await expect(field(page)).toBeHidden()
  await expect(page.getByRole('link', { name: 'All types' })).toBeHidden()
  const about = page.getByText('A LineItem is a right to a product', { exact: false })
  await expect.poll(() => about.evaluate((one) => getComputedStyle(one).color)).toMatch(/rgb\((?:\d|[1-4]\d), /)
})

import { expect, type Page } from '@playwright/test'
import { violations } from './accessibility.ts'
import { freshAddress, invite, ownAccount } from './api.ts'
import { takeError } from './console-errors.ts'
import { test } from './guard.ts'
import { linkTo } from './outbox.ts'
import { nobody, takeRole } from './roles.ts'

test.use({ storageState: nobody })

/** Invites a person and returns the link from the mail, as a path of the server. */
async function invitation(administrator: Page, address: string, baseURL: string | undefined): Promise<string> {
  await takeRole(administrator, 'Account administrator')
  const { id } = await ownAccount(administrator)
  await invite(administrator, {
    account: id,
    email: address,
    roles: ['READER'],
    serviceAccess: ['COMMUNITY'],
    greeting: 'Welcome to our licenses!\nAsk me when something is missing.',
  })
  return linkTo(address, 'invitation', baseURL)
}

/** Takes a screenshot of a page, and checks that it has no accessibility violations and no horizontal overflow. */
async function inspect(page: Page, name: string) {
  await page.mouse.move(0, 0)
  await page.screenshot({ path: `e2e/screenshots/sign-in/${name}.png`, fullPage: true })
  expect.soft(await violations(page), `violations on ${name}`).toEqual([])
  const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  await expect.configure({ soft: true }).poll(beyond, `${name} is wider than the window by`).toBe(0)
}

async function askForLink(page: Page, address: string) {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail address').fill(address)
  await page.getByRole('button', { name: 'Continue', exact: true }).click()
  await expect(page.getByRole('status')).toContainText(address)
}

const views = [
  { name: 'light', use: { colorScheme: 'light' } },
  { name: 'dark', use: { colorScheme: 'dark' } },
  { name: 'phone', use: { colorScheme: 'light', viewport: { width: 320, height: 640 }, hasTouch: true } },
] as const

for (const view of views) {
  test.describe(view.name, () => {
    test.use(view.use)

    test(`every page is accessible and fits: ${view.name}`, async ({ page, visitor, baseURL, findings }) => {
      test.setTimeout(240_000)
      const shot = (name: string) => inspect(page, `${name}-${view.name}`)
      const address = freshAddress(`page-${view.name}`)

      await page.goto('/sign-in')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in')
      await shot('sign-in')

      await page.getByLabel('E-mail address').fill('no address')
      await page.getByRole('button', { name: 'Continue', exact: true }).click()
      await expect(page.getByLabel('E-mail address')).toHaveAccessibleDescription(
        /no.* e-mail address|not an e-mail address/,
      )
      await takeError(findings, 'status of 422')
      await shot('sign-in-problem')

      const missing = await page.goto('/playgroud')
      expect(missing?.status()).toBe(404)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page')
      await expect(page.getByRole('link', { name: 'Go to the start page' })).toHaveAttribute('href', '/')
      await takeError(findings, 'status of 404')
      await shot('no-such-page')
      await page.goto('/playground/nothing')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page')
      await takeError(findings, 'status of 404')
      await page.goto('/sign-in/link')
      await expect(page.getByRole('alert')).toContainText('It is no page of its own')
      await takeError(findings, 'status of 405')

      const path = await invitation(await (await visitor()).newPage(), address, baseURL)
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Invitation to /)
      await shot('invitation')
      await page.getByRole('button', { name: 'Accept' }).click()
      await expect(page.getByLabel('Your name')).toHaveAccessibleDescription(/Write the name/)
      await takeError(findings, 'status of 422')
      await shot('invitation-problem')
      await page.getByLabel('Your name').fill('Pat Page')
      await page.getByRole('button', { name: 'Accept' }).click()
      await page.waitForURL('**/accounts/*')

      await page.goto('/sign-in')
      await expect(page.getByText('You are signed in as')).toBeVisible()
      await shot('sign-in-again')
      await page.goto('/sign-out')
      await shot('sign-out')
      await page.getByRole('button', { name: 'Sign out' }).click()
      await expect(page.getByRole('status')).toHaveText('This browser is signed out.')
      await shot('signed-out')

      await askForLink(page, address)
      await shot('link-sent')
      await page.goto(await linkTo(address, 'sign-in/link', baseURL))
      await expect(page.getByRole('button', { name: 'Sign in' })).toBeFocused()
      await shot('use-link')

      await page.goto(path)
      await expect(page.getByRole('alert')).toBeVisible()
      await takeError(findings, 'status of 410')
      await shot('error')
    })
  })
}

test('Tab and Enter are enough to sign in', async ({ page }) => {
  await page.goto('/sign-in?return_to=/playground/')
  const email = page.getByLabel('E-mail address')
  await expect(email).toBeFocused()
  for (const name of [
    'Continue',
    'Account administrator',
    'License manager',
    'Member of the community',
    'Support agent',
    'Operator',
  ]) {
    await page.keyboard.press('Tab')
    const button = page.getByRole('button', { name })
    await expect(button).toBeFocused()
    const outline = () => button.evaluate((element) => Number.parseFloat(getComputedStyle(element).outlineWidth))
    await expect.poll(outline, `outline of ${name}`).toBeGreaterThanOrEqual(2)
  }
  await page.keyboard.press('Enter')
  await page.waitForURL('**/playground/')
  await expect(page.getByRole('navigation', { name: 'Session' })).toContainText('operator@sample.example')
})

test('Enter in the field asks for a link', async ({ page }) => {
  await page.goto('/sign-in')
  await expect(page.getByLabel('E-mail address')).toBeFocused()
  await page.keyboard.type(freshAddress('stranger'))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toContainText('a link is on its way')
})

test('nobody is led to the sign-in page, and back', async ({ page }) => {
  await page.goto('/playground/')
  await expect(page).toHaveURL(/\/sign-in\?return_to=%2Fplayground%2F$/)
  await page.getByRole('button', { name: 'Member of the community' }).click()
  await expect(page).toHaveURL(/\/playground\/$/)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('people accept, sign out, and come back with a link', async ({ page, browser, baseURL }) => {
    const address = freshAddress('plain')
    const elsewhere = await browser.newContext({ baseURL, storageState: nobody })
    const path = await invitation(await elsewhere.newPage(), address, baseURL)
    await elsewhere.close()

    await page.goto(path)
    await page.getByLabel('Your name').fill('Paula Plain')
    await page.getByRole('button', { name: 'Accept' }).click()
    await page.waitForURL('**/accounts/*')
    await page.goto('/sign-out')
    await expect(page.getByRole('main')).toContainText(address)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page).toHaveURL(/\/signed-out$/)
    await page.goto('/playground/')
    await expect(page).toHaveURL(/\/sign-in\?/)

    await askForLink(page, address)
    await page.goto(await linkTo(address, 'sign-in/link', baseURL))
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.goto('/sign-in')
    await expect(page.getByRole('main')).toContainText(`You are signed in as ${address}`)
  })

  test('a sample role is taken by a click', async ({ page }) => {
    await page.goto('/sign-in?return_to=/sign-out')
    await page.getByRole('button', { name: 'License manager' }).click()
    await expect(page).toHaveURL(/\/sign-out$/)
    await expect(page.getByRole('main')).toContainText('manager@sample.example')
  })
})

import { expect, type Page } from '@playwright/test'
import { allowErrors } from '../console-errors.ts'
import { stateOf } from '../roles.ts'
import { dialog, open, settled, test } from './test.ts'

test.use({ storageState: stateOf('Account administrator') })

const connectionLost = (page: Page) => page.getByText('You are offline. What you see may be out of date.').last()
const newRelease = (page: Page) => page.getByText('There is a new release of this page.')

test('without a connection a screen that is not there yet says so, and the page stays', async ({
  page,
  context,
  at,
  findings,
}) => {
  allowErrors(findings, 'ERR_INTERNET_DISCONNECTED')
  await open(page, at('/entitlements'))
  await page.evaluate(() => Object.assign(globalThis, { stays: true }))
  await context.setOffline(true)
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Settings' }).click()
  await expect(page).toHaveURL(/\/settings$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This part of the page could not be loaded.')
  await expect(connectionLost(page)).toBeVisible()
  await page.getByRole('main').getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This part of the page could not be loaded.')
  await expect(newRelease(page)).toHaveCount(0)

  await page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('link', { name: /^Entitlements/ })
    .click()
  await expect(page.getByRole('table').getByRole('rowheader').first(), 'what is there can still be shown').toBeVisible()
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Settings' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This part of the page could not be loaded.')

  await context.setOffline(false)
  await expect(page.getByRole('heading', { level: 1 }), 'the connection is back').toHaveText('Settings')
  await settled(page)
  expect(await page.evaluate(() => 'stays' in globalThis), 'the page was not loaded anew').toBe(true)
})

test('without a connection only the dialog fails that is not there yet', async ({ page, context, at, findings }) => {
  allowErrors(findings, 'ERR_INTERNET_DISCONNECTED')
  await open(page, at('/people'))
  const rows = page.getByRole('table').getByRole('row')
  await expect(rows).not.toHaveCount(0)
  const before = await rows.count()
  await context.setOffline(true)
  const invite = page.getByRole('button', { name: 'Invite people' }).first()
  await invite.click()
  const missing = dialog(page, 'This part of the page could not be loaded.')
  await expect(missing).toContainText('Check your connection, and try again.')
  await missing.getByRole('button', { name: 'Try again' }).click()
  await expect(missing.getByRole('button', { name: 'Try again' })).not.toHaveAttribute('aria-disabled', 'true')
  await expect(newRelease(page)).toHaveCount(0)
  await missing.getByRole('button', { name: 'Close' }).click()
  await expect(missing).toHaveCount(0)
  await expect(invite).toBeFocused()
  await expect(rows, 'the table stays').toHaveCount(before)

  await page
    .getByRole('button', { name: /^Actions for/ })
    .first()
    .click()
  await expect(missing, 'a menu fails as a dialog does').toBeVisible()
  await missing.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('tab', { name: 'Review' }).click()
  await expect(page.getByRole('tabpanel').getByRole('alert')).toContainText(
    'This part of the page could not be loaded.',
  )
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('People')
  await invite.click()
  await expect(missing).toBeVisible()

  await context.setOffline(false)
  await expect(dialog(page, 'Invite people'), 'the connection is back').toBeVisible()
  await expect(page.getByRole('tabpanel').getByRole('alert')).toHaveCount(0)
  await settled(page)
})

test('the page says that there is a new release once the server says so', async ({ page, at, findings }) => {
  allowErrors(findings, 'status of 404')
  await open(page, at('/people'))
  await page.route('**/assets/InviteDialog*', (route) => route.fulfill({ status: 404 }))
  await page.getByRole('button', { name: 'Invite people' }).first().click()
  const missing = dialog(page, 'This part of the page could not be loaded.')
  await expect(missing.getByRole('button', { name: 'Try again' })).toBeVisible()
  await expect(newRelease(page)).toHaveCount(0)
  await missing.getByRole('button', { name: 'Close' }).click()

  await page.route('**/assets/release', (route) => route.fulfill({ body: 'another' }))
  await page.getByRole('button', { name: 'Invite people' }).first().click()
  await expect(missing).toContainText('There is a new release of this page.')
  await expect(missing.getByRole('button', { name: 'Reload' })).toBeVisible()
})

import { expect } from '@playwright/test'
import { violations } from '../accessibility.ts'
import { allowErrors } from '../console-errors.ts'
import { nobody, takeRole } from '../roles.ts'
import { quiet } from '../traffic.ts'
import { dialog, open, openPalette, test } from './test.ts'

test.use({ storageState: nobody })

test('a page does nothing for somebody else who signs in in another tab', async ({ page, context, at, findings }) => {
  allowErrors(findings, 'status of 409')
  await takeRole(page, 'Account administrator', '/sign-out')
  await open(page, at())
  const tab = await context.newPage()
  await takeRole(tab, 'License manager', '/sign-out')

  // The second page loads nothing of the portal, so that only the answer of the server tells the first one.
  await page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('link', { name: /^Activity/ })
    .click()
  const said = dialog(page, 'This page is out of date')
  await expect(said).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(said).toBeVisible()
  expect(await violations(page)).toEqual([])

  await said.getByRole('button', { name: 'Load the page again' }).click()
  await expect(said).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\S/)
})

test('a page saves no file of somebody else', async ({ page, context, at, findings }) => {
  allowErrors(findings, 'status of 409')
  await takeRole(page, 'Account administrator', '/sign-out')
  await open(page, at('/people?tab=review'))
  const tab = await context.newPage()
  await takeRole(tab, 'License manager', '/sign-out')

  let saved = 0
  page.on('download', () => {
    saved += 1
  })
  await page.getByRole('link', { name: 'Export as CSV' }).click()
  await expect(dialog(page, 'This page is out of date')).toBeVisible()
  await quiet(page)
  expect(saved).toBe(0)
})

test('a page learns of somebody else from their page, too', async ({ page, context, at }) => {
  await takeRole(page, 'Account administrator', '/sign-out')
  await open(page, at())
  const tab = await context.newPage()
  await takeRole(tab, 'License manager', '/accounts')
  await expect(dialog(page, 'This page is out of date')).toBeVisible()
  await expect(tab.getByRole('heading', { level: 1 })).toHaveText(/\S/)
  await expect(dialog(tab)).toHaveCount(0)
})

test('a page does nothing after the session views as a customer in another tab', async ({
  page,
  context,
  sample,
  at,
  findings,
}) => {
  allowErrors(findings, 'status of 409')
  await takeRole(page, 'Operator', '/sign-out')
  await open(page, at('/people'))
  const tab = await context.newPage()
  await open(tab, at())
  await openPalette(tab)
  await tab.keyboard.type('view as')
  await tab.getByRole('option', { name: `View as an administrator of ${sample.account.name}` }).click()
  await dialog(tab).getByRole('button', { name: 'View as the customer' }).click()
  const banner = tab.getByRole('region', { name: 'What you see' })
  await expect(banner).toBeVisible()
  const said = dialog(page, 'This page is out of date')
  await expect(said).toBeVisible()
  await said.getByRole('button', { name: 'Load the page again' }).click()
  await expect(page.getByRole('region', { name: 'What you see' })).toBeVisible()

  await banner.getByRole('button', { name: 'Stop viewing as the customer' }).click()
  await expect(banner).toHaveCount(0)
  await expect(dialog(page, 'This page is out of date')).toBeVisible()
})

import type { Page } from '@playwright/test'
import { test } from '../guard.ts'
import { nobody, takeRole } from '../roles.ts'
import { quiet } from '../traffic.ts'

test.use({ storageState: nobody, locale: 'en-GB', deviceScaleFactor: 1, viewport: { width: 1280, height: 860 } })

const phone = { width: 390, height: 844 }

/** Signs in as the administrator, and returns the address of the account. */
async function open(page: Page): Promise<string> {
  await takeRole(page, 'Account administrator', '/accounts')
  await page.waitForURL(/\/accounts\/acct_/)
  return page.url()
}

async function take(page: Page, name: string) {
  await quiet(page)
  await page.mouse.move(0, 0)
  await page.screenshot({ path: `../docs/pictures/${name}.png`, animations: 'disabled', caret: 'hide' })
}

test('take the pictures of the documentation in the light', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  const account = await open(page)
  await page.getByRole('heading', { name: 'What you own' }).waitFor()
  await take(page, 'home')

  await page.goto(`${account}/entitlements?on=2025-06-30`)
  await page.getByRole('table').first().waitFor()
  await take(page, 'entitlements-as-of')

  await page.goto(`${account}/people`)
  await page.getByRole('button', { name: 'Actions for Quinn Weber' }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  await page.getByRole('heading', { name: 'What will happen' }).waitFor()
  await page.getByText('Nothing has happened yet').waitFor()
  await page.getByText('is no longer a member').first().waitFor()
  await take(page, 'what-will-happen')
  await page.keyboard.press('Escape')

  await page.setViewportSize(phone)
  await page.goto(account)
  await page.getByRole('heading', { name: 'What you own' }).waitFor()
  await take(page, 'home-phone')
})

test('take the pictures of the documentation in the dark', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  const account = await open(page)
  await page.goto(`${account}/entitlements?covered=true`)
  await page.getByRole('table').getByRole('link').first().click()
  await page.getByRole('link', { name: 'Timeline' }).waitFor()
  await take(page, 'line-dark')

  await page.setViewportSize(phone)
  await page.goto(`${account}/entitlements`)
  await page.getByRole('table').first().waitFor()
  await take(page, 'entitlements-phone-dark')
})

import { expect } from '@playwright/test'
import { allowErrors } from '../console-errors.ts'
import { nobody, takeRole } from '../roles.ts'
import { closeDialog, dialog, open, settled, test } from './test.ts'

// These tests change their session and what their browser remembers, so they have one of their own.
test.use({ storageState: nobody, colorScheme: 'light' })

test.beforeEach(async ({ page, at }) => {
  await takeRole(page, 'Account administrator', '/sign-out')
  await open(page, at('/settings'))
})

test('language and theme are chosen, and remembered', async ({ page, at }) => {
  await page.getByRole('main').getByRole('radio', { name: 'Deutsch' }).check()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Einstellungen')
  await expect(page.locator('html')).toHaveAttribute('lang', /^de/)
  await page.getByRole('main').getByRole('radio', { name: 'Dunkel' }).check()
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  await expect.poll(background).toBe('rgb(18, 21, 20)')

  await open(page, at('/entitlements'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Berechtigungen')
  await expect.poll(background).toBe('rgb(18, 21, 20)')
  await page.emulateMedia({ media: 'print' })
  await expect.poll(background, 'paper stays white').not.toBe('rgb(18, 21, 20)')
})

test('a session elsewhere is ended', async ({ page, visitor, findings, at }) => {
  allowErrors(findings, 'status of 401')
  const elsewhere = await visitor({
    userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:153.0) Gecko/20100101 Firefox/153.0',
  })
  const other = await elsewhere.newPage()
  await takeRole(other, 'Account administrator', '/sign-out')
  await page.reload()
  await settled(page)
  const session = page.getByRole('listitem').filter({ hasText: 'Firefox on Windows' })
  await expect(session).not.toHaveCount(0)
  // Sessions of earlier runs may be there; each is ended on its own.
  for (let left = await session.count(); left > 0; left--) {
    await session.first().getByRole('button', { name: 'End session' }).click()
    await expect(dialog(page)).toContainText('What will happen')
    await dialog(page).getByRole('button', { name: 'End session' }).click()
    await expect(dialog(page)).toContainText('What happened')
    await closeDialog(page)
    await expect(session).toHaveCount(left - 1)
  }
  await other.goto(at())
  await expect(other).toHaveURL(/\/sign-in\?/)
})

for (const whose of ['Your API keys', /^API keys of /]) {
  test(`a key is made, shown once, and revoked: ${whose}`, async ({ page }) => {
    const name = `Nightly report ${Date.now().toString(36)}`
    const keys = page.getByRole('region', { name: whose })
    await keys.getByRole('button', { name: 'Create API key' }).click()
    await dialog(page).getByLabel('Name').fill(name)
    await expect(dialog(page)).toContainText(`The key ${name} is made`)
    await dialog(page).getByRole('button', { name: 'Create API key' }).click()
    await expect(dialog(page)).toContainText('It is shown only once')
    await closeDialog(page)
    const key = keys.getByRole('listitem').filter({ hasText: name })
    await expect(key).toContainText('never used')
    await keys.getByRole('button', { name: 'I have kept the key' }).click()
    await expect(keys).not.toContainText('It is shown only once')

    await key.getByRole('button', { name: `Revoke the key ${name}` }).click()
    await expect(dialog(page)).toContainText(`The key ${name} ends`)
    await dialog(page).getByRole('button', { name: 'Revoke key' }).click()
    await expect(dialog(page)).toContainText('What happened')
    await closeDialog(page)
    await expect(key).toHaveCount(0)
  })
}

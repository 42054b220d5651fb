import { expect } from '@playwright/test'
import { violations } from '../accessibility.ts'
import { open } from '../portal/test.ts'
import { stateOf } from '../roles.ts'
import { change, sell } from './rightsFixture.ts'
import { test } from './test.ts'

test.use({ storageState: stateOf('Operator'), locale: 'en-GB', reducedMotion: 'reduce' })

test('the language is chosen beside who is signed in, and the portal has it, too', async ({ page }) => {
  await open(page, '/console')
  const language = page.getByRole('group', { name: 'Language' })
  await expect(language.getByRole('radio', { name: 'Auto' })).toBeChecked()
  expect.soft(await violations(page)).toEqual([])
  await page.screenshot({ path: `${test.info().outputDir}/english.png` })
  await language.getByRole('radio', { name: 'Deutsch' }).check()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Suche')
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await page.screenshot({ path: `${test.info().outputDir}/german.png` })
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Suche')
  await open(page, '/accounts')
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await open(page, '/console')
  const sprache = page.getByRole('group', { name: 'Sprache' })
  await expect(sprache.getByRole('radio', { name: 'Deutsch' })).toBeChecked()
  await sprache.getByRole('radio', { name: 'English' }).check()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

test('the list of part numbers says which ones renew by themselves', async ({ page }) => {
  const { part } = await sell(page)
  await change(page, 'changePartNumber', { partNumber: part.id, cancelDays: 30 }, 'partNumber { id }')
  await open(page, `/console/catalog?text=${part.code.slice(0, 5)}`)
  const row = page.getByRole('row').filter({ hasText: part.code })
  await expect(row).toContainText('renews by itself, cancel 30 days before')
  await page.screenshot({ path: `${test.info().outputDir}/parts.png` })
})

import { expect } from '@playwright/test'
import { stateOf } from '../roles.ts'
import { englishOn } from './german.ts'
import { screens } from './screens.ts'
import { dialog, open, settled, test } from './test.ts'

test.use({ storageState: stateOf('Account administrator'), locale: 'de-DE' })

test('every screen is German for a German browser', async ({ page, sample, at }) => {
  test.setTimeout(480_000)
  for (const screen of screens) {
    await open(page, at(screen.path(sample)))
    await expect(page.locator('html')).toHaveAttribute('lang', /^de/)
    expect.soft(await englishOn(page), screen.name).toEqual([])
  }
})

test('dialogs and what they say will happen are German', async ({ page, at }) => {
  await open(page, at())
  for (const key of ['Control+k', 's', 'd', '?']) {
    await page.keyboard.press(key)
    await expect(dialog(page), `after ${key}`).toBeVisible()
    await settled(page)
    expect.soft(await englishOn(page), `after ${key}`).toEqual([])
    await page.keyboard.press('Escape')
    await expect(dialog(page)).toHaveCount(0)
  }
  await open(page, at('/people'))
  await page.locator('main button[data-main="true"]').click()
  await dialog(page).locator('textarea').first().fill('jemand@deutsch.example')
  await expect(dialog(page)).toContainText('jemand@deutsch.example erhält')
  expect.soft(await englishOn(page), 'invitation').toEqual([])
})

test('days, numbers and plurals are written as in German', async ({ page, at }) => {
  await open(page, at('/entitlements?status=all&ends=90'))
  await expect(page.getByRole('table')).toContainText(
    /\d{1,2}\. (?:Jan|Feb|März|Apr|Mai|Juni|Juli|Aug|Sept|Okt|Nov|Dez)\.? \d{4}/,
  )
  await expect(page.getByRole('table')).toContainText(/in \d+ (?:Tagen|Monaten)/)
})

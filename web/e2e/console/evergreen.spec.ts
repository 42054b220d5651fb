import { expect, type Page } from '@playwright/test'
import { violations } from '../accessibility.ts'
import { expectToFit } from '../portal/fit.ts'
import { closeDialog, dialog, open, settled } from '../portal/test.ts'
import { stateOf } from '../roles.ts'
import { change, issue, sell } from './rightsFixture.ts'
import { test } from './test.ts'

test.use({
  storageState: stateOf('Operator'),
  locale: 'en-GB',
  reducedMotion: 'reduce',
  viewport: { width: 1280, height: 900 },
})

/** Issues a right that renews by itself, from today on. */
async function issuedEvergreen(page: Page) {
  const sold = await sell(page)
  const { partNumber } = await change<{ partNumber: { id: string; code: string } }>(
    page,
    'changePartNumber',
    { partNumber: sold.part.id, cancelDays: 30 },
    'partNumber { id code }',
  )
  const today = new Date().toISOString().slice(0, 10)
  return { ...sold, ...(await issue(page, { ...sold, part: partNumber }, today)) }
}

test('the renewal of a right that renews by itself is cancelled, and that is taken back', async ({ page }) => {
  test.slow()
  const { line, account, part } = await issuedEvergreen(page)
  await open(page, `/console/rights/${line}`)
  await expect(page.getByText(/It renews by itself after .* unless the renewal is cancelled by/u)).toBeVisible()
  await page.getByRole('button', { name: 'Cancel renewal' }).click()
  await expect(
    dialog(page)
      .getByText(/The renewal of .* is cancelled/u)
      .first(),
  ).toBeVisible()
  await settled(page)
  expect.soft(await violations(page)).toEqual([])
  await page.screenshot({ path: `${test.info().outputDir}/cancel.png` })
  await dialog(page).getByRole('textbox', { name: 'Reason' }).fill('They leave')
  await dialog(page).getByRole('button', { name: 'Cancel the renewal', exact: true }).click()
  await closeDialog(page)
  await expect(page.getByText(/The renewal is cancelled: it ends on/u)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Cancel renewal' })).toHaveCount(0)
  const history = page.getByRole('table', { name: 'What was recorded' })
  await expect(history.getByRole('row').nth(1)).toContainText('Renewal cancelled')
  await page.screenshot({ path: `${test.info().outputDir}/console.png`, fullPage: true })

  await open(page, `/accounts/${account.id}/entitlements/${line}`)
  await expect(page.getByText(/The renewal is cancelled: it ends on/u)).toBeVisible()
  await settled(page)
  expect.soft(await violations(page)).toEqual([])
  await page.screenshot({ path: `${test.info().outputDir}/portal.png` })
  await page.setViewportSize({ width: 390, height: 844 })
  await expectToFit(page, 'the page of an evergreen right on a phone')
  await page.setViewportSize({ width: 1280, height: 900 })

  await open(page, `/console/rights/${line}`)
  await page.getByRole('table', { name: 'Decisions' }).getByRole('button', { name: 'Release' }).click()
  await dialog(page).getByRole('textbox', { name: 'Reason' }).fill('They stay')
  await dialog(page).getByRole('button', { name: 'Release', exact: true }).click()
  await closeDialog(page)
  await expect(page.getByText(/It renews by itself after/u)).toBeVisible()

  await open(page, `/console/catalog/${part.id}`)
  await expect(page.getByText('Days to cancel the renewal')).toBeVisible()
  await page.screenshot({ path: `${test.info().outputDir}/part.png` })
})

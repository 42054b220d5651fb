import { expect } from '@playwright/test'
import { stateOf } from '../roles.ts'
import { dialog, open, openPalette, test } from './test.ts'

test.use({ storageState: stateOf('Account administrator') })

/** A day on which two trials of the sample account can be used, and end soon. */
const dayOfTrials = '2025-11-29'

test('sums leave trials out, and rows and headers name them', async ({ page, at }) => {
  await open(page, at(`?on=${dayOfTrials}`))
  await expect(page.locator('main')).toContainText('2 trials and')
  await expect(page.locator('main')).toContainText('After that day the trial ends.')
  await expect(page.locator('main')).toContainText('2 trials are not counted here.')
  await page.getByRole('link', { name: 'Show 2 line items' }).click()
  const rows = page.getByRole('table').locator('tbody tr')
  await expect(rows.filter({ hasText: 'and 2 trials' })).toHaveCount(1)
  await expect(rows.getByText('Trial', { exact: true })).toHaveCount(2)
})

test('a figure leads to a list that has as many rows, trials apart', async ({ page, at }) => {
  await open(page, at(`?on=${dayOfTrials}`))
  await page.getByRole('button', { name: /^Show all \d+ rows$/ }).click()
  const figure = page.getByRole('link', { name: /^Rights: \d+, Larkspur Inventory, endpoints$/ })
  const counted = Number(await figure.innerText())
  await figure.click()
  const table = page.getByRole('table')
  await expect(table).toContainText('and 1 trial')
  await expect(table.getByRole('link', { name: /\S/ })).toHaveCount(counted + 1)
})

test('an id is found as an e-mail has it', async ({ page, sample, at }) => {
  const { activationId, product, id } = sample.activated
  await open(page, at(`/entitlements?status=all&text=${encodeURIComponent(`Activation id: ${activationId}.`)}`))
  await expect(page.getByRole('table').getByRole('link', { name: product })).toHaveCount(1)
  await openPalette(page)
  await page.keyboard.type(`“${activationId}”,`)
  await expect(dialog(page).getByRole('option').filter({ hasText: activationId })).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(id))
})

test('the list and the palette say that orders are not found by their number', async ({ page, at }) => {
  await open(page, at('/entitlements?status=all&text=SO54874950'))
  await expect(page.locator('main')).toContainText('Orders cannot be found by their number.')
  await openPalette(page)
  await page.keyboard.type('SO54874950')
  await expect(dialog(page)).toContainText('Orders cannot be found by their number.')
})

test('columns are chosen on a phone', async ({ page, at }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, at('/entitlements'))
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('checkbox', { name: 'Order' }).check()
  await expect(page.getByRole('table').locator('[data-label="Order"]').first()).toBeVisible()
})

import { expect, type Page } from '@playwright/test'
import { violations } from '../accessibility.ts'
import { expectToFit } from '../portal/fit.ts'
import { englishOn } from '../portal/german.ts'
import { closeDialog, dialog, open, settled } from '../portal/test.ts'
import { stateOf } from '../roles.ts'
import { change, issue, sell, type Sold } from './rightsFixture.ts'
import { test } from './test.ts'

test.use({
  storageState: stateOf('Operator'),
  locale: 'en-GB',
  reducedMotion: 'reduce',
  viewport: { width: 1280, height: 900 },
})

/** Sells seats at two list prices, one after the other, the later one from the day on which a renewal starts. */
async function sellAtListPrices(page: Page): Promise<Sold> {
  const sold = await sell(page)
  for (const [startsOn, amount, currency] of [
    ['2026-01-01', '19.99', 'EUR'],
    ['2026-01-01', '25', 'USD'],
    ['2028-01-01', '21.5', 'EUR'],
  ]) {
    const price = { partNumber: sold.part.id, price: { amount, currency }, startsOn }
    await change(page, 'setListPrice', price, 'listPrice { id }')
  }
  return sold
}

async function inspect(page: Page, name: string) {
  await settled(page)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect.soft(await violations(page), `${name}, ${colorScheme}`).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.screenshot({ path: `${test.info().outputDir}/${name}.png`, fullPage: true })
  await page.setViewportSize({ width: 390, height: 844 })
  await expectToFit(page, `${name} on a phone`)
  await page.setViewportSize({ width: 1280, height: 900 })
}

/** Chooses the part number of an order. */
async function choosePart(page: Page, { account, part }: Sold, label = 'Part number') {
  await open(page, `/console/issue?account=${account.id}`)
  await page.getByRole('combobox', { name: label }).focus()
  await page.keyboard.type(part.code)
  await expect(page.getByRole('option', { name: part.code }).first()).toBeVisible()
  await page.keyboard.press('Enter')
}

test('the list price is offered while issuing, follows the pieces, and can be changed', async ({ page }) => {
  test.slow()
  const sold = await sellAtListPrices(page)
  await choosePart(page, sold)
  const price = page.getByRole('textbox', { name: 'Price' })
  await page.getByLabel('First day').fill('2026-03-01')
  await page.getByLabel('Pieces').fill('3')
  await expect(page.getByText('15 × 19.99 EUR')).toBeVisible()
  await expect(price).toHaveValue('')
  await inspect(page, 'offered')
  await page.getByRole('button', { name: 'Take the list price, 299.85 EUR' }).click()
  await expect(price).toHaveValue('299.85')
  await expect(page.getByText('This is the list price: 15 × 19.99 EUR')).toBeVisible()
  await page.getByLabel('Pay in instalments').check()
  await expect(page.getByLabel('Amount of instalment 1')).toHaveValue('99.95')
  await page.getByLabel('Pieces').fill('4')
  await expect(price).toHaveValue('399.80')
  await expect(page.getByLabel('Amount of instalment 1')).toHaveValue('133.28')
  await expect(page.getByText(/399\.80 EUR/u).last()).toBeVisible()
  await inspect(page, 'taken')
  await page.getByLabel('First day').fill('2028-01-01')
  await expect(price).toHaveValue('430.00')

  // What was agreed stays, and the list price is offered beside it.
  await price.fill('400')
  await page.getByLabel('Pieces').fill('2')
  await expect(price).toHaveValue('400')
  await expect(page.getByRole('button', { name: 'Take the list price, 215.00 EUR' })).toBeVisible()
  await page.getByRole('textbox', { name: 'Currency' }).fill('usd')
  await page.getByRole('button', { name: 'Take the list price, 250.00 USD' }).click()
  await expect(page.getByRole('textbox', { name: 'Price' })).toHaveValue('250.00')
  await page.getByRole('button', { name: 'Issue', exact: true }).click()
  await page.getByRole('link', { name: /^Open / }).click()
  await expect(page.getByRole('table', { name: 'Periods' })).toContainText('250.00 USD')
})

test('a renewal offers the list price of its first day', async ({ page }) => {
  const sold = await sellAtListPrices(page)
  const { line } = await issue(page, sold, '2027-01-01')
  await open(page, `/console/rights/${line}`)
  await page.getByRole('button', { name: 'Renew', exact: true }).click()
  await expect(dialog(page).getByText('10 × 21.50 EUR')).toBeVisible()
  await dialog(page).getByRole('button', { name: 'Take the list price, 215.00 EUR' }).click()
  await dialog(page).getByRole('textbox', { name: 'New total' }).fill('8')
  await expect(dialog(page).getByRole('textbox', { name: 'Price' })).toHaveValue('172.00')
  await expect(dialog(page).getByText('This is the list price: 8 × 21.50 EUR')).toBeVisible()
  await inspect(page, 'renew')
  await dialog(page).getByRole('button', { name: 'Renew', exact: true }).click()
  await closeDialog(page)
  await expect(page.getByRole('table', { name: 'Periods' })).toContainText('172.00 EUR')
})

test.describe('in German', () => {
  test.use({ locale: 'de-DE' })

  test('the list price is German', async ({ page }) => {
    const sold = await sellAtListPrices(page)
    await choosePart(page, sold, 'Artikelnummer')
    await page.getByLabel('Stück').fill('3')
    await page.getByRole('button', { name: 'Listenpreis übernehmen, 299,85 EUR' }).click()
    await expect(page.getByText('Das ist der Listenpreis: 15 × 19,99 EUR')).toBeVisible()
    expect(await englishOn(page)).toEqual([])
  })
})

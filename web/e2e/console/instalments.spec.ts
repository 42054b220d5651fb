import { expect, type Page } from '@playwright/test'
import { violations } from '../accessibility.ts'
import { written } from '../days.ts'
import { expectToFit } from '../portal/fit.ts'
import { closeDialog, dialog, open, settled, takeFound } from '../portal/test.ts'
import { stateOf } from '../roles.ts'
import { issue, ofTerm, sell, type Sold } from './rightsFixture.ts'
import { test } from './test.ts'

test.use({
  storageState: stateOf('Operator'),
  locale: 'en-GB',
  reducedMotion: 'reduce',
  viewport: { width: 1280, height: 900 },
})

let sold: Sold | undefined

/** Looks at a page or a dialog in light and dark, and on a phone. */
async function inspect(page: Page, name: string) {
  await settled(page)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect.soft(await violations(page), `${name}, ${colorScheme}`).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 390, height: 844 })
  await expectToFit(page, `${name} on a phone`)
  await page.setViewportSize({ width: 1280, height: 900 })
}

test('a price is split into instalments, changed by hand, and told on the pages of the right', async ({ page }) => {
  test.slow()
  sold ??= await sell(page)
  const { account, part, product } = sold
  await open(page, `/console/issue?account=${account.id}`)
  await expect(page.getByRole('combobox', { name: 'Customer' })).toHaveValue(account.name)
  await page.getByRole('combobox', { name: 'Part number' }).focus()
  await page.keyboard.type(part.code)
  await takeFound(page, part.code)
  await page.getByLabel('First day').fill(ofTerm(0, 1))
  await page.getByRole('textbox', { name: 'Price' }).fill('1000')
  await page.getByRole('textbox', { name: 'Currency' }).fill('eur')
  await page.getByLabel('Pay in instalments').check()
  await expect(page.getByLabel('Amount of instalment 1')).toHaveValue('333.34')
  await expect(page.getByLabel('Amount of instalment 3')).toHaveValue('333.33')
  await expect(page.getByLabel('Instalment 3 is due on')).toHaveValue(ofTerm(24, 1))
  await expect(page.getByText('Together 1,000.00 EUR, which is the price.')).toBeVisible()
  await expect(
    page.getByText(`333.34 EUR on ${written(ofTerm(0, 1))}, 333.33 EUR on ${written(ofTerm(12, 1))}`),
  ).toBeVisible()
  await inspect(page, 'The form of an order')

  // What is not the price is refused at its field, and the price can be split again.
  await page.getByLabel('Amount of instalment 3').fill('300')
  await expect(page.getByText('Together 966.67 EUR. This is not the price.')).toBeVisible()
  await expect(page.getByText('The instalments add up to 966.67 EUR, and the price is 1000 EUR.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Issue', exact: true })).toBeDisabled()
  await page.getByRole('button', { name: 'Split the price again' }).click()
  await page.getByRole('combobox', { name: 'How often' }).selectOption('Every quarter')
  await page.getByLabel('How many').fill('2')
  await page.getByLabel('First due on').fill(ofTerm(-1, 15))
  await expect(
    page.getByText(`500.00 EUR on ${written(ofTerm(-1, 15))}, 500.00 EUR on ${written(ofTerm(2, 15))}`),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Issue', exact: true }).click()
  await page.getByRole('link', { name: /^Open / }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(product)
  await page.getByText('2 instalments').click()
  await expect(page.getByText(`500.00 EUR on ${written(ofTerm(2, 15))}`)).toBeVisible()

  // A renewal has its own ones.
  await page.getByRole('button', { name: 'Renew', exact: true }).click()
  await dialog(page).getByRole('textbox', { name: 'Price' }).fill('100')
  await dialog(page).getByLabel('Pay in instalments').check()
  await dialog(page).getByLabel('First due on').fill(ofTerm(12, 1))
  await dialog(page).getByLabel('How many').fill('12')
  await dialog(page).getByRole('combobox', { name: 'How often' }).selectOption('Monthly')
  await expect(
    dialog(page).getByText(`12 instalments, from ${written(ofTerm(12, 1))} to ${written(ofTerm(23, 1))}`),
  ).toBeVisible()
  await inspect(page, 'Renew')
  await dialog(page).getByRole('button', { name: 'Renew', exact: true }).click()
  await closeDialog(page)
  await expect(page.getByText('12 instalments')).toBeVisible()
  await inspect(page, 'The page of a right')

  const line = /line_\w+/u.exec(page.url())?.[0] ?? ''
  await open(page, `/accounts/${account.id}/entitlements/${line}`)
  await page.getByText(/^14 instalments, /u).click()
  const due = page.getByRole('table', { name: 'Instalments' })
  await expect(due.getByRole('row')).toHaveCount(15)
  await expect(due.getByRole('row').nth(1)).toContainText(written(ofTerm(-1, 15)))
  await expect(due.getByRole('row').nth(3)).toContainText('8.37 EUR')
  await inspect(page, 'The page of a line item')
})

test('the instalments of a period follow its corrected price, are changed, and left out', async ({ page }) => {
  await page.goto('/playground/')
  sold ??= await sell(page)
  const price = { amount: '10', currency: 'EUR' }
  const instalments = [
    { dueOn: ofTerm(0, 1), amount: '4' },
    { dueOn: ofTerm(12, 1), amount: '6' },
  ]
  const { line } = await issue(page, sold, ofTerm(0, 1), {
    lines: [{ partNumber: sold.part.id, pieces: 2, startsOn: ofTerm(0, 1), price, instalments }],
  })
  await open(page, `/console/rights/${line}`)
  await page.getByRole('button', { name: 'Actions for No. 1', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Correct' }).click()
  await expect(dialog(page).getByLabel('Amount of instalment 2')).toHaveValue('6')
  await dialog(page).getByRole('textbox', { name: 'Price' }).fill('12.01')
  await expect(dialog(page).getByLabel('Amount of instalment 1')).toHaveValue('4.81')
  await expect(dialog(page).getByLabel('Amount of instalment 2')).toHaveValue('7.20')
  await expect(dialog(page).getByLabel('Instalment 2 is due on')).toHaveValue('2027-03-01')
  await expect(dialog(page).getByText('Each kept its day and its part of the price.')).toBeVisible()
  await inspect(page, 'Correct')
  await page.screenshot({ path: `${test.info().outputDir}/correct.png` })
  await expect(dialog(page).getByText('The records keep it, and the customer can read it there.')).toBeVisible()
  await dialog(page).getByRole('textbox', { name: 'Reason' }).fill('Mistyped')
  await dialog(page).getByRole('button', { name: 'Correct', exact: true }).click()
  await closeDialog(page)
  const rows = page.getByRole('table', { name: 'Periods' }).getByRole('row')
  const now = rows.filter({ hasText: '12.01 EUR' })
  await now.getByText('2 instalments').click()
  await expect(now).toContainText('4.81 EUR on 1 Mar 2026')

  // Those that were changed stay, also if the price is refused with them.
  await page.getByRole('button', { name: 'Actions for No. 2', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Correct' }).click()
  await dialog(page).getByLabel('Amount of instalment 2').fill('7.19')
  await expect(dialog(page).getByText('The instalments add up to 12 EUR, and the price is 12.01 EUR.')).toBeVisible()
  await dialog(page).getByLabel('Pay in instalments').uncheck()
  await dialog(page).getByRole('textbox', { name: 'Reason' }).fill('Paid at once')
  await dialog(page).getByRole('button', { name: 'Correct', exact: true }).click()
  await closeDialog(page)
  await expect(rows.filter({ hasText: 'instalments' })).toHaveCount(2) // the voided ones
  await expect(now.last()).not.toContainText('instalments')
})

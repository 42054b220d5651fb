import { expect, type Page } from '@playwright/test'
import { stateOf } from '../roles.ts'
import { open, settled, test } from './test.ts'

test.use({ storageState: stateOf('Account administrator') })

/** The first amount of euros of the total that is due. */
async function due(page: Page): Promise<number> {
  const text = await page.locator('dd').first().innerText()
  return Number(/[\d,.]+(?= EUR)/u.exec(text)?.[0].replaceAll(',', ''))
}

test('next year is budgeted, and what if a line item is not renewed', async ({ page, at }) => {
  await open(page, at('/renewals'))
  await page.getByRole('link', { name: 'Budget for renewals' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Renewal budget')
  await settled(page)
  await page.getByRole('radio', { name: '18 months' }).check({ force: true })
  await expect(page).toHaveURL(/months=18/)
  await expect(page.getByRole('table', { name: 'Renewal budget' }).getByRole('rowheader')).toHaveCount(18)
  const everything = await due(page)
  expect(everything).toBeGreaterThan(0)

  // The first cell of a month says what is due.
  const months = page.getByRole('table', { name: 'Renewal budget' }).getByRole('row')
  await months
    .filter({ has: page.locator('td:nth-of-type(1)', { hasText: 'EUR' }) })
    .first()
    .getByRole('link')
    .click()
  const behind = page.getByRole('table', { name: /What is behind/ })
  await behind.getByRole('button', { name: 'Do not renew' }).first().click()
  await expect(page.getByRole('heading', { name: 'Not renewed' })).toBeVisible()
  await expect.poll(() => due(page)).toBeLessThan(everything)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Not renewed' })).toBeVisible()
  await page.getByRole('button', { name: 'Assume nothing' }).click()
  await expect.poll(() => due(page)).toBe(everything)

  await page.getByLabel('Prices rise by, per cent').fill('10')
  await page.keyboard.press('Enter')
  await expect.poll(() => due(page)).toBeCloseTo(everything * 1.1, 0)
  await expect(page.getByText(/Without these assumptions/)).toBeVisible()
  await page.getByLabel('Prices rise by, per cent').fill('much')
  await expect(page.getByRole('alert')).toContainText('This is not a number')
})

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

/** Sells a part number of which the rights renew by themselves. */
async function sellEvergreen(page: Page) {
  const sold = await sell(page)
  const { partNumber } = await change<{ partNumber: { id: string; code: string } }>(
    page,
    'changePartNumber',
    { partNumber: sold.part.id, cancelDays: 30 },
    'partNumber { id code }',
  )
  return { ...sold, part: partNumber }
}

/** A day so many days after today. */
const day = (after: number) => new Date(Date.now() + after * 86_400_000).toISOString().slice(0, 10)

test('the renewal of a right that renews by itself is cancelled, and that is taken back', async ({ page }) => {
  test.slow()
  const sold = await sellEvergreen(page)
  const { account, part } = sold
  const { line } = await issue(page, sold, day(0))
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

test('a right that renews by itself is said to renew, and one of which that is cancelled to end', async ({ page }) => {
  test.slow()
  const sold = await sellEvergreen(page)
  const { account } = sold
  // Their terms end in about two and in about three months.
  await issue(page, sold, day(-300))
  const { line, activationId } = await issue(page, sold, day(-280))
  await change(page, 'cancelRenewals', { lineItems: [line], reason: 'They leave' }, 'results { lineItem { id } }')
  const shown = async (name: string) => {
    await settled(page)
    expect.soft(await violations(page), name).toEqual([])
    await page.screenshot({ path: `${test.info().outputDir}/${name}.png`, fullPage: true })
    await page.setViewportSize({ width: 390, height: 844 })
    await expectToFit(page, name)
    await page.screenshot({ path: `${test.info().outputDir}/${name}-phone.png`, fullPage: true })
    await page.setViewportSize({ width: 1280, height: 900 })
  }
  await open(page, `/accounts/${account.id}`)
  await expect(page.getByText('1 right renews by itself.')).toBeVisible()
  await expect(page.getByText('1 right and 1 coverage end in the next 90 days.')).toBeVisible()
  const attention = page.getByRole('region', { name: 'Needs attention' })
  await expect(attention.getByText(/It renews by itself after .* unless the renewal is cancelled by/u)).toBeVisible()
  await expect(attention.getByText(/The renewal is cancelled: it ends on/u)).toBeVisible()
  await expect(attention.getByText(/the maintenance ends/u)).toHaveCount(1) // that of the other is renewed with it
  await shown('home')

  await open(page, `/accounts/${account.id}/entitlements`)
  await expect(page.getByText('1 ends in the next 90 days.')).toBeVisible()
  const rows = page.getByRole('table', { name: 'Entitlements' }).getByRole('row')
  await expect(rows.filter({ hasText: 'renews; cancel by' })).toContainText('Active')
  await expect(rows.filter({ hasText: 'renewal cancelled' })).toContainText('Ends soon')
  await shown('list')

  await open(page, `/accounts/${account.id}/renewals`)
  await expect(page.getByText('1 line item renews by itself.')).toBeVisible()
  const ending = page.getByRole('table', { name: 'Line items' }).getByRole('row')
  await expect(ending.filter({ hasText: 'It renews by itself after' })).not.toContainText('It stops')
  await expect(ending.filter({ hasText: 'cancelled: it ends on' })).toContainText('It stops')
  const covered = page.getByRole('table', { name: 'Coverages' }).getByRole('row')
  await expect(covered.filter({ hasText: 'It is renewed with the right' })).toHaveCount(1)
  await shown('renewals')

  await open(page, `/console/accounts/${account.id}`)
  await expect(page.getByText(/ 1 ends in the 90 days from/u)).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: activationId })).toContainText('renewal cancelled')
  await shown('customer')

  await open(page, `/accounts/${account.id}/entitlements/${line}?on=${day(200)}`)
  await expect(page.getByText(/The renewal was cancelled: it ended on/u)).toBeVisible()
  await shown('line-later')
})

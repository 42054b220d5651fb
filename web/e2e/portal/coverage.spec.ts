import { expect } from '@playwright/test'
import { violations } from '../accessibility.ts'
import { change, coverageOf, extend, issue, sell } from '../console/rightsFixture.ts'
import { stateOf } from '../roles.ts'
import { expectToFit } from './fit.ts'
import { englishOn } from './german.ts'
import { open, test } from './test.ts'

test.use({ storageState: stateOf('Operator'), locale: 'en-GB', reducedMotion: 'reduce' })

let address: string | undefined

test.beforeEach(async ({ page }) => {
  if (address === undefined) {
    const sold = await sell(page)
    // The right and its coverage end together, and grace is granted; the successor begins after it, and covers nothing
    // that is granted.
    const { line } = await issue(page, sold, '2026-03-01')
    await extend(page, await coverageOf(page, line), '2027-05-01')
    const grace = { lineItems: [line], until: '2027-03-31', reason: 'PO-7' }
    await change(page, 'grantGrace', grace, 'results { lineItem { id } }')
    address = `/accounts/${sold.account.id}/entitlements/${line}`
  }
})

test('the covered days are a picture, sentences and a table', async ({ page }) => {
  await open(page, address ?? '')
  await expect(page.getByText('It is covered without a gap until 28 Feb 2027.')).toBeVisible()
  await expect(page.getByText('From 1 May 2027 to 30 Apr 2028, a coverage is of no use')).toBeVisible()
  await expect(page.getByRole('figure')).toContainText(
    '0 gaps, 1 stretch in grace, and 1 stretch of coverage without a',
  )
  await expect(page.getByText('From 1 Mar 2027 to 31 Mar 2027, it is in grace, for known devices only.')).toBeVisible()
  await page.getByText('The covered days as a table').click()
  const rows = page.getByRole('table', { name: 'The covered days as a table' }).getByRole('row')
  await expect(rows).toHaveCount(5)
  await expect(rows.nth(1)).toContainText(/covered\s*1 Mar 2026\s*28 Feb 2027\s*10 seats\s*Maintenance/)
  // Grace serves the devices for some more days, and prolongs no coverage.
  await expect(rows.nth(2)).toContainText(/in grace\s*1 Mar 2027\s*31 Mar 2027/)
  await expect(rows.nth(3)).toContainText('no right')
  await expect(rows.nth(4)).toContainText('coverage without a right')
  await page.screenshot({ path: `${test.info().outputDir}/covered.png`, fullPage: true })
})

test('they are accessible in light and dark, and fit on a phone', async ({ page }) => {
  test.slow()
  await open(page, address ?? '')
  await page.getByText('The covered days as a table').click()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect.soft(await violations(page), colorScheme).toEqual([])
  }
  await page.setViewportSize({ width: 390, height: 844 })
  await expectToFit(page, 'covered days on a phone')
})

test.describe('in German', () => {
  test.use({ locale: 'de-DE' })

  test('they are German', async ({ page }) => {
    await open(page, address ?? '')
    await expect(page.getByText('Es ist ohne Lücke bis 28. Feb. 2027 abgedeckt.')).toBeVisible()
    await page.getByText('Die abgedeckten Tage als Tabelle').click()
    expect(await englishOn(page)).toEqual([])
  })
})

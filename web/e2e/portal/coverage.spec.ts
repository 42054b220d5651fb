import { expect } from '@playwright/test'
import { violations } from '../accessibility.ts'
import { written } from '../days.ts'
import { change, coverageOf, extend, issue, ofTerm, sell } from '../console/rightsFixture.ts'
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
    const { line } = await issue(page, sold, ofTerm(0, 1))
    await extend(page, await coverageOf(page, line), ofTerm(14, 1))
    const grace = { lineItems: [line], until: ofTerm(13, 0), reason: 'PO-7' }
    await change(page, 'grantGrace', grace, 'results { lineItem { id } }')
    address = `/accounts/${sold.account.id}/entitlements/${line}`
  }
})

test('the covered days are a picture, sentences and a table', async ({ page }) => {
  await open(page, address ?? '')
  await expect(page.getByText(`It is covered without a gap until ${written(ofTerm(12, 0))}.`)).toBeVisible()
  await expect(
    page.getByText(`From ${written(ofTerm(14, 1))} to ${written(ofTerm(26, 0))}, a coverage is of no use`),
  ).toBeVisible()
  await expect(page.getByRole('figure')).toContainText(
    '0 gaps, 1 stretch in grace, and 1 stretch of coverage without a',
  )
  await expect(
    page.getByText(
      `From ${written(ofTerm(12, 1))} to ${written(ofTerm(13, 0))}, it is in grace, for known devices only.`,
    ),
  ).toBeVisible()
  await page.getByText('The covered days as a table').click()
  const rows = page.getByRole('table', { name: 'The covered days as a table' }).getByRole('row')
  await expect(rows).toHaveCount(5)
  await expect(rows.nth(1)).toContainText(
    new RegExp(`covered\\s*${written(ofTerm(0, 1))}\\s*${written(ofTerm(12, 0))}\\s*10 seats\\s*Maintenance`, 'u'),
  )
  // Grace serves the devices for some more days, and prolongs no coverage.
  await expect(rows.nth(2)).toContainText(
    new RegExp(`in grace\\s*${written(ofTerm(12, 1))}\\s*${written(ofTerm(13, 0))}`, 'u'),
  )
  await expect(rows.nth(3)).toContainText('no right')
  await expect(rows.nth(4)).toContainText('coverage without a right')
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
    await expect(page.getByText(`Es ist ohne Lücke bis ${written(ofTerm(12, 0), 'de-DE')} abgedeckt.`)).toBeVisible()
    await page.getByText('Die abgedeckten Tage als Tabelle').click()
    expect(await englishOn(page)).toEqual([])
  })
})

import { expect } from '@playwright/test'
import { violations } from '../accessibility.ts'
import { change, issue, sell } from '../console/rightsFixture.ts'
import { stateOf } from '../roles.ts'
import { expectToFit } from './fit.ts'
import { englishOn } from './german.ts'
import { dialog, open, test } from './test.ts'

test.use({ storageState: stateOf('Operator'), reducedMotion: 'reduce' })

test('the state of a right says why something may not be done, and what helps', async ({ page }) => {
  test.slow()
  const sold = await sell(page)
  const { line } = await issue(page, sold, '2026-03-01')
  await change(page, 'holdLineItems', { lineItems: [line], reason: 'Unpaid' }, 'replayed')
  for (const address of [`/accounts/${sold.account.id}/entitlements/${line}`, `/console/rights/${line}`]) {
    await open(page, address)
    await page.getByRole('button', { name: 'Why?' }).click()
    const shown = dialog(page, 'What may be done with this right')
    await expect(shown).toContainText('The right is on hold')
    await expect(shown).toContainText('Reason: “Unpaid”')
    await expect(shown).toContainText('Release the decision, by the producer')
    await expect(shown).toContainText('Open a case')
    expect(await violations(page)).toEqual([])
    await shown.getByRole('button', { name: 'Close' }).press('Enter')
  }
  await page.setViewportSize({ width: 320, height: 640 })
  await page.getByRole('button', { name: 'Why?' }).click()
  await expect(dialog(page, 'What may be done with this right')).toContainText('The right is on hold')
  await expectToFit(page, 'the reasons on a phone')
})

test.describe('a license manager', () => {
  test.use({ storageState: stateOf('License manager'), locale: 'de-DE' })

  test('is told in German who helps, without the names of those they may not see', async ({ page, sample }) => {
    await open(page, `/accounts/${sample.account.id}/entitlements/${sample.activated.id}`)
    await page.getByRole('button', { name: 'Warum?' }).click()
    await expect(dialog(page, 'Was mit diesem Recht geht')).toContainText('Ihnen fehlt die Rolle Verlängerungen')
    expect(await englishOn(page)).toEqual([])
  })
})

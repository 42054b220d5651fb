import { expect } from '@playwright/test'
import { change, issue, ofTerm, sell } from '../console/rightsFixture.ts'
import { stateOf } from '../roles.ts'
import { expectToFit } from './fit.ts'
import { englishOn } from './german.ts'
import { open, test } from './test.ts'

test.use({ storageState: stateOf('Operator'), reducedMotion: 'reduce' })

test('the history of a line item says what was recorded, page by page', async ({ page }) => {
  test.slow()
  const sold = await sell(page)
  const { line } = await issue(page, sold, ofTerm(0, 1))
  for (let round = 0; round < 26; round += 1) {
    const lineItems = [line]
    const { effects } = await change<{ effects: { field: string | null; subjectId: string | null }[] }>(
      page,
      'holdLineItems',
      { lineItems, from: ofTerm(1, 1), reason: `Round ${round}` },
      'effects { field subjectId }',
    )
    const decision = effects.find(({ subjectId }) => subjectId?.startsWith('dec'))?.subjectId
    await change(page, 'releaseDecision', { decision, reason: 'Done' }, 'replayed')
  }
  await open(page, `/accounts/${sold.account.id}/entitlements/${line}?tab=history`)
  const rows = page.getByRole('table', { name: 'What was recorded' }).getByRole('row')
  await expect(rows.nth(1)).toContainText('No longer on hold')
  await expect(rows.nth(2)).toContainText('Put on hold')
  await expect(rows.nth(2)).toContainText('Round 25')
  await expect(rows).toHaveCount(52)
  await page.getByRole('button', { name: 'Show older ones' }).click()
  await expect(page.getByText('Granted: 10 seats')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Show older ones' })).toHaveCount(0)
  await page.setViewportSize({ width: 320, height: 640 })
  await expectToFit(page, 'the history on a phone')
})

test.describe('a license manager', () => {
  test.use({ storageState: stateOf('License manager'), locale: 'de-DE' })

  test('reads the history in German, without the records of administrators', async ({ page, sample }) => {
    await open(page, `/accounts/${sample.account.id}/entitlements/${sample.activated.id}?tab=history`)
    await expect(page.getByRole('table', { name: 'Was erfasst wurde' })).toContainText('Gewährt: ')
    await expect(page.getByRole('heading', { name: 'Wer hier etwas geändert hat' })).toHaveCount(0)
    expect(await englishOn(page)).toEqual([])
  })
})

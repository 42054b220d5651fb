import { expect, type Page } from '@playwright/test'
import { violations } from '../accessibility.ts'
import { dayAfter, written } from '../days.ts'
import { expectToFit } from '../portal/fit.ts'
import { englishOn } from '../portal/german.ts'
import { closeDialog, dialog, open, settled, takeFound } from '../portal/test.ts'
import { stateOf } from '../roles.ts'
import { change, issue, type IssuedRight, ofTerm, sell, type Sold } from './rightsFixture.ts'
import { test } from './test.ts'

test.use({
  storageState: stateOf('Operator'),
  locale: 'en-GB',
  reducedMotion: 'reduce',
  viewport: { width: 1280, height: 900 },
})

let sold: Sold | undefined

/** Issues a right by the contract, which a test then changes. */
async function issued(page: Page, startsOn: string, more = {}): Promise<IssuedRight & Sold> {
  await page.goto('/playground/')
  sold ??= await sell(page)
  return { ...sold, ...(await issue(page, sold, startsOn, more)) }
}

/** Carries out a change once its dialog says what will happen, and closes the dialog. */
async function carryOut(page: Page, says: string | RegExp, action: string) {
  await expect(dialog(page).getByText(says).first()).toBeVisible()
  await dialog(page).getByRole('button', { name: action, exact: true }).click()
  await closeDialog(page)
}

const table = (page: Page, name: string) => page.getByRole('table', { name, exact: true })
const history = (page: Page) => table(page, 'What was recorded')

/** Looks at the open dialog in light and dark, and on a phone. */
async function inspectDialog(page: Page, name: string) {
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

test('a right is renewed with fewer copies, and again only if that is said', async ({ page }) => {
  test.slow()
  const { line, part } = await issued(page, ofTerm(0, 1))
  await open(page, `/console/rights/${line}`)
  await page.getByRole('button', { name: 'Renew', exact: true }).click()
  await expect(dialog(page).getByRole('combobox', { name: 'Part number' })).toHaveText(
    new RegExp(`${part.code}, as before`, 'u'),
  )
  await expect(dialog(page).getByText('A period is added')).toBeVisible()
  await inspectDialog(page, 'Renew')
  await dialog(page).getByLabel('First day').fill(ofTerm(9, 24))
  await expect(
    dialog(page).getByText(new RegExp(`What was granted has not ended before ${written(ofTerm(12, 1))}`, 'u')),
  ).toBeVisible()
  await dialog(page).getByLabel('First day').fill('')
  await dialog(page).getByRole('textbox', { name: 'New total' }).fill('8')
  await dialog(page).getByRole('textbox', { name: 'Price' }).fill('1200,5')
  await dialog(page).getByRole('textbox', { name: 'Order number' }).fill('PO-RENEW')
  await carryOut(page, 'A period is added', 'Renew')
  const added = table(page, 'Periods').getByRole('row').nth(2)
  await expect(added).toContainText('8 seats')
  await expect(added).toContainText(written(ofTerm(12, 1)))
  await expect(added).toContainText('renews no. 1')
  await expect(table(page, 'Coverages')).toContainText('renews another')
  await expect(history(page).getByRole('row').nth(1)).toContainText(/Renewed with 8 seats|Maintenance was extended/)
  await expect(history(page)).toContainText('PO-RENEW')

  await page.getByRole('button', { name: 'Renew', exact: true }).click()
  await expect(dialog(page).getByText(new RegExp(`It is renewed from ${written(ofTerm(12, 1))}`, 'u'))).toBeVisible()
  await expect(dialog(page).getByRole('button', { name: 'Renew', exact: true })).toBeDisabled()
  await dialog(page)
    .getByRole('checkbox', { name: /^One more term/ })
    .check()
  await carryOut(page, 'A period is added', 'Renew')
  await expect(table(page, 'Periods').getByRole('row').nth(3)).toContainText('renews no. 2')
})

test('a trial is converted, and what waits for an activation begins on a day at the latest', async ({ page }) => {
  test.slow()
  const { account, part, trial, waiting, ...rest } = await issued(page, dayAfter(-3))
  const { line: tried } = await issue(page, { ...rest, account, waiting, trial, part: trial }, dayAfter(-3))
  await open(page, `/console/rights/${tried}`)
  await expect(page.getByRole('button', { name: 'Renew', exact: true })).toHaveCount(0)
  await page.getByRole('button', { name: 'Convert the trial' }).click()
  await expect(dialog(page).getByRole('button', { name: 'Convert', exact: true })).toBeDisabled()
  await inspectDialog(page, 'Convert')
  await dialog(page).getByRole('combobox', { name: 'Part number' }).selectOption(part.code)
  await carryOut(page, 'A period is added', 'Convert')
  await expect(table(page, 'Periods').getByRole('row').nth(2)).toContainText('in force')
  await expect(page.getByRole('button', { name: 'Renew', exact: true })).toBeVisible()

  await open(page, `/console/issue?account=${account.id}`)
  await page.getByRole('combobox', { name: 'Part number' }).focus()
  await page.keyboard.type(waiting.code)
  await takeFound(page, waiting.code)
  const latest = page.getByLabel('First day at the latest')
  await latest.fill(dayAfter(-1))
  await expect(latest).toHaveAttribute('aria-invalid', 'true')
  await latest.fill(dayAfter(30))
  await expect(page.getByText(/begins with an activation, by itself on/)).toBeVisible()
  await page.getByRole('button', { name: 'Issue', exact: true }).click()
  await page.getByRole('link', { name: /^Open / }).click()
  await expect(table(page, 'Periods')).toContainText('by itself on')
})

test('custom fields of a right and of an account are read and set', async ({ page }) => {
  test.slow()
  const { line, account, activationId } = await issued(page, ofTerm(0, 1))
  const fresh = `f${Date.now().toString(36)}`
  const declared: string[] = []
  const declare = async (input: object) => {
    const { customField } = await change<{ customField: { id: string } }>(
      page,
      'declareCustomField',
      input,
      'customField { id }',
    )
    declared.push(customField.id)
  }
  await declare({
    subject: 'LINE_ITEM',
    code: `${fresh}day`,
    type: 'DAY',
    labelEnglish: `Review ${fresh}`,
    labelGerman: `Prüfung ${fresh}`,
    forCustomers: true,
  })
  await declare({
    subject: 'ACCOUNT',
    code: `${fresh}tier`,
    type: 'CHOICE',
    labelEnglish: `Tier ${fresh}`,
    labelGerman: `Stufe ${fresh}`,
    choices: ['gold', 'silver'],
  })
  await declare({
    subject: 'ACCOUNT',
    code: `${fresh}factor`,
    type: 'NUMBER',
    labelEnglish: `Factor ${fresh}`,
    labelGerman: `Faktor ${fresh}`,
  })
  await open(page, `/console/rights/${line}`)
  await page.getByRole('button', { name: `Change: Custom fields of ${activationId}` }).click()
  await dialog(page).getByLabel(`Review ${fresh}`).fill('2027-03-31')
  await inspectDialog(page, 'Custom fields')
  await expect(dialog(page).getByText(`Review ${fresh}`).nth(1)).toBeVisible()
  await carryOut(page, '31 Mar 2027', 'Set')
  await expect(page.getByRole('definition').filter({ hasText: '31 Mar 2027' })).toBeVisible()
  await open(page, `/accounts/${account.id}/entitlements/${line}`)
  const details = page.getByRole('region', { name: 'Details from the producer' })
  await expect(details).toContainText(`Review ${fresh}`)
  await expect(details).toContainText('31 Mar 2027')
  await open(page, `/accounts/${account.id}/entitlements/${line}?tab=history`)
  await expect(table(page, 'Who changed it here')).toContainText(`Review ${fresh}`)

  await open(page, `/console/accounts/${account.id}`)
  await page.getByRole('button', { name: `Change: Custom fields of ${account.name}` }).click()
  await dialog(page)
    .getByRole('textbox', { name: `Factor ${fresh}` })
    .fill('much')
  await expect(dialog(page).getByText('This is not a value of the field.')).toBeVisible()
  await dialog(page)
    .getByRole('textbox', { name: `Factor ${fresh}` })
    .fill('-12,5')
  await dialog(page)
    .getByRole('combobox', { name: `Tier ${fresh}` })
    .selectOption('silver')
  await carryOut(page, `Tier ${fresh}`, 'Set')
  await expect(page.getByRole('definition').filter({ hasText: '−12.5' })).toBeVisible()
  await expect(page.getByRole('definition').filter({ hasText: 'silver' })).toBeVisible()

  // Every account and right has a field that is not retired, so that another run would find other pages.
  await page.goto('/playground/')
  for (const customField of declared) {
    await change(page, 'changeCustomField', { customField, retired: true }, 'customField { id }')
  }
})

test('the history of a right tells of a hold and its release, and leads there from the changes of the account', async ({
  page,
}) => {
  test.slow()
  const { line, account, activationId } = await issued(page, ofTerm(0, 1))
  await change(page, 'holdLineItems', { lineItems: [line], reason: 'Invoice 4711' }, 'replayed')
  await open(page, `/console/rights/${line}`)
  await page.getByRole('button', { name: 'Release' }).click()
  await dialog(page).getByRole('textbox', { name: 'Reason' }).fill('Invoice 4712')
  await carryOut(page, /The decision about .* ends on/, 'Release')
  await expect(table(page, 'Decisions')).toContainText('released')
  const rows = history(page).getByRole('row')
  await expect(rows.nth(1)).toContainText('No longer on hold')
  await expect(rows.nth(1)).toContainText('Invoice 4712')
  await expect(rows.nth(2)).toContainText('Put on hold')
  await expect(history(page)).toContainText('Granted: 10 seats')

  await open(page, `/console/accounts/${account.id}`)
  await page.getByRole('link', { name: 'Changes of rights' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Changes of rights')
  await expect(history(page).getByRole('row', { name: 'No longer on hold' }).first()).toContainText(activationId)
  expect.soft(await violations(page), 'changes of rights').toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect.soft(await violations(page), 'changes of rights, dark').toEqual([])
  await page.setViewportSize({ width: 320, height: 640 })
  await expectToFit(page, 'changes of rights on a phone')
  await page.getByLabel('until').fill('2020-01-31')
  await page.getByLabel('Recorded from').fill('2020-01-01')
  await expect(page.getByText('Nothing was recorded.')).toBeVisible()
})

test.describe('in German', () => {
  test.use({ locale: 'de-DE' })

  test('the dialogs of terms, the history and the changes are German', async ({ page }) => {
    test.slow()
    const { line, account } = await issued(page, ofTerm(0, 1))
    await open(page, `/console/rights/${line}`)
    expect.soft(await englishOn(page), 'the right').toEqual([])
    await page.getByRole('button', { name: 'Verlängern', exact: true }).first().click()
    await expect(dialog(page).getByText('Ein Zeitraum kommt hinzu')).toBeVisible()
    expect.soft(await englishOn(page), 'Verlängern').toEqual([])
    await page.keyboard.press('Escape')
    await open(page, `/console/accounts/${account.id}/changes`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Änderungen der Rechte')
    await expect(page.getByRole('table')).toBeVisible()
    expect.soft(await englishOn(page), 'the changes').toEqual([])
  })
})

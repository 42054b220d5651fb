import { expect, type Page } from '@playwright/test'
import { violations } from '../accessibility.ts'
import { written } from '../days.ts'
import { ask } from '../api.ts'
import { expectToFit } from '../portal/fit.ts'
import { englishOn } from '../portal/german.ts'
import { closeDialog, dialog, open, settled, takeFound } from '../portal/test.ts'
import { stateOf } from '../roles.ts'
import { issue, type IssuedRight, ofTerm, sell, type Sold } from './rightsFixture.ts'
import { test } from './test.ts'

test.use({
  storageState: stateOf('Operator'),
  locale: 'en-GB',
  reducedMotion: 'reduce',
  viewport: { width: 1280, height: 900 },
})

let sold: Sold | undefined

test.beforeEach(async ({ page }) => {
  sold ??= await sell(page)
})

/** What the tests sell, once it is entered. */
function ofSale(): Sold {
  if (sold === undefined) {
    throw new Error('nothing is sold yet')
  }
  return sold
}

/** Issues a right by the contract, which a test then changes. */
async function issued(page: Page, more = {}): Promise<IssuedRight> {
  await page.goto('/playground/')
  return issue(page, ofSale(), ofTerm(0, 1), more)
}

/** Carries out a change once its dialog says what will happen, and closes the dialog. */
async function carryOut(page: Page, says: string | RegExp, action: string, reason?: string) {
  await expect(dialog(page).getByText(says).first()).toBeVisible()
  if (reason !== undefined) {
    await expect(dialog(page).getByRole('button', { name: action, exact: true })).toBeDisabled()
    await dialog(page).getByRole('textbox', { name: 'Reason' }).fill(reason)
  }
  await dialog(page).getByRole('button', { name: action, exact: true }).click()
  await closeDialog(page)
}

/** Chooses what a menu offers. */
async function choose(page: Page, of: string, action: string) {
  await page.getByRole('button', { name: `Actions for ${of}`, exact: true }).click()
  await page.getByRole('menuitem', { name: action }).click()
}

/** Takes the first one of what a field finds. */
async function take(page: Page, text: string, name: string) {
  await page.keyboard.type(text)
  await takeFound(page, name)
}

const table = (page: Page, name: string) => page.getByRole('table', { name })

test('rights are issued with the keyboard alone, and once however often it is sent', async ({ page }) => {
  const { account, part, product } = ofSale()
  await open(page, '/console/issue')
  await expect(page.getByRole('combobox', { name: 'Customer' })).toBeFocused()
  await take(page, account.name, account.name)
  const number = `PO-${Date.now().toString(36)}`
  await page.keyboard.press('Tab')
  await page.keyboard.type(number)
  // Enter in a field issues nothing.
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Send activation ids to' }).fill('goods@example.com')
  await page.getByRole('combobox', { name: 'Part number' }).focus()
  await take(page, part.code.slice(0, -2), part.code)
  await page.getByRole('textbox', { name: 'Pieces' }).fill('2')
  await page.getByRole('textbox', { name: 'Price' }).fill('1200,5')
  await page.getByRole('textbox', { name: 'Currency' }).fill('eur')
  await expect(page.getByText(`${number} is issued to ${account.name}`)).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: product })).toContainText('10 seats')
  await expect(page.getByText('1,200.50 EUR')).toBeVisible()
  await expect(page.getByText('goes to goods@example.com')).toBeVisible()
  await page.getByRole('button', { name: 'Issue', exact: true }).dblclick()
  await expect(page.getByRole('heading', { name: `${number} is done` })).toBeFocused()
  await expect(page.getByRole('button', { name: /^Copy: [A-Z0-9-]{20,}/ })).toHaveCount(1)
  await page.getByRole('link', { name: /^Open / }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(product)
  await page.goto('/playground/')
  const { entitlements } = await ask<{ entitlements: { totalCount: number } }>(
    page,
    'query Issued($f: EntitlementFilterInput) { entitlements(filter: $f) { totalCount } }',
    { f: { account: account.id, numberStartsWith: number } },
  )
  expect(entitlements.totalCount).toBe(1)
})

test('what is refused stands at its field, and what was typed stays', async ({ page }) => {
  const { account, part } = ofSale()
  await open(page, `/console/accounts/${account.id}`)
  await page.getByRole('link', { name: 'Issue rights' }).click()
  await expect(page.getByRole('combobox', { name: 'Customer' })).toHaveValue(account.name)
  await page.getByRole('textbox', { name: 'Send activation ids to' }).fill('nobody')
  await page.getByRole('combobox', { name: 'Part number' }).focus()
  await take(page, part.code, part.code)
  await page.getByRole('textbox', { name: 'Pieces' }).fill('0')
  await expect(page.getByText('This is not an e-mail address.')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Pieces' })).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByRole('button', { name: 'Issue', exact: true })).toBeDisabled()
  await page.getByRole('link', { name: 'Drafts' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Drafts')
  await page.goBack()
  await expect(page.getByRole('textbox', { name: 'Send activation ids to' })).toHaveValue('nobody')
  await expect(page.getByRole('combobox', { name: 'Part number' })).toHaveValue(part.code)
})

test('a right is amended, corrected, held and released', async ({ page }) => {
  test.slow()
  const { line, activationId } = await issued(page)
  await open(page, `/console/rights/${line}`)
  await page.getByRole('button', { name: 'Amend' }).click()
  await dialog(page).getByLabel('First day').fill(ofTerm(3, 1))
  await dialog(page).getByRole('textbox', { name: 'New total' }).fill('15')
  await carryOut(page, 'A period that amends no. 1 is added', 'Amend')
  await expect(table(page, 'Periods').getByRole('row')).toHaveCount(3)
  await expect(page.locator('h1 + p')).toContainText('15 seats')

  await choose(page, 'No. 2', 'Correct')
  await dialog(page).getByRole('textbox', { name: 'Granted' }).fill('12')
  await carryOut(page, 'The recorded period is voided', 'Correct', 'Typed wrongly')
  await expect(table(page, 'Periods').getByRole('row').nth(2)).toContainText('void, corrected by no. 3')
  await expect(table(page, 'Periods').getByRole('row').nth(3)).toContainText('corrects no. 2')
  await expect(table(page, 'Ledger')).toContainText('−3')

  await choose(page, activationId, 'Hold')
  await carryOut(page, `${activationId} is put on hold`, 'Put on hold', 'The invoice is unclear')
  await expect(table(page, 'Decisions')).toContainText('The invoice is unclear')
  await page.getByRole('button', { name: 'Release' }).click()
  await carryOut(page, /The decision about .* ends on/, 'Release', 'It is clear now')
  await expect(table(page, 'Decisions')).toContainText('It is clear now')
  await expect(page.getByRole('button', { name: 'Release' })).toHaveCount(0)

  await choose(page, activationId, 'Replace the activation id')
  await carryOut(page, `${activationId} gets another activation id`, 'Replace')
  await expect(page.getByText(`formerly ${activationId}`)).toBeVisible()
})

test('a coverage is extended, ended, and covers another right', async ({ page }) => {
  test.slow()
  const first = await issued(page)
  const second = await issued(page)
  await open(page, `/console/rights/${first.line}`)
  await page
    .getByRole('button', { name: new RegExp(`^Actions for Maintenance, ${written(ofTerm(0, 1))}`, 'u') })
    .click()
  await page.getByRole('menuitem', { name: 'Extend' }).click()
  await expect(dialog(page).getByText(/before the coverage does/)).toBeVisible()
  await carryOut(page, 'A coverage is added', 'Extend')
  await expect(table(page, 'Coverages').getByRole('row')).toHaveCount(3)
  await expect(table(page, 'Coverages')).toContainText('renews another')
  await page
    .getByRole('button', { name: new RegExp(`^Actions for Maintenance, ${written(ofTerm(12, 1))}`, 'u') })
    .click()
  await page.getByRole('menuitem', { name: 'End …' }).click()
  await dialog(page).getByLabel('From').fill(ofTerm(15, 1))
  await carryOut(page, /is withdrawn$/, 'End', 'Given up')
  await expect(table(page, 'Decisions')).toContainText('Given up')

  await open(page, `/console/rights/${second.line}`)
  await page.getByRole('button', { name: 'Cover by another coverage' }).click()
  const choice = dialog(page).getByRole('combobox', { name: 'Coverage' })
  await expect(choice.getByRole('option')).not.toHaveCount(1)
  await choice.selectOption({ index: 1 })
  await dialog(page).getByLabel('From').fill(ofTerm(12, 1))
  await carryOut(page, /covers/, 'Cover')
  await expect(table(page, 'Coverages').getByRole('row')).toHaveCount(3)
})

test('a draft is found, deployed, and another one withdrawn', async ({ page }) => {
  test.slow()
  const { account } = ofSale()
  const draft = { state: 'DRAFT', shipToEmail: 'goods@example.com' }
  const [one, other] = [await issued(page, draft), await issued(page, draft)]
  await open(page, '/console/drafts')
  await expect(table(page, 'Drafts').getByRole('row', { name: one.number })).toContainText(account.name)
  await open(page, `/console/drafts?account=${account.id}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Drafts of ${account.name}`)
  await choose(page, one.number, 'Deploy')
  await expect(dialog(page).getByText(one.activationId)).toBeVisible()
  await expect(dialog(page).getByText('The mail goes to goods@example.com')).toBeVisible()
  await carryOut(page, `${one.number} becomes live`, 'Deploy')
  await expect(page.getByRole('row', { name: one.number })).toHaveCount(0)
  await choose(page, other.number, 'Withdraw …')
  await carryOut(page, /is withdrawn$/, 'Withdraw', 'Ordered twice')
  await expect(page.getByRole('row', { name: other.number })).toHaveCount(0)
})

test('the dialogs are accessible in light and dark, and fit on a phone', async ({ page }) => {
  test.setTimeout(300_000)
  const { line, activationId } = await issued(page)
  const menus = [
    [activationId, 'Hold'],
    [activationId, 'Send the activation ids again'],
    ['No. 1', 'Correct'],
  ] as const
  await open(page, `/console/rights/${line}`)
  const openings: [string, () => Promise<void>][] = [
    ['Amend', () => page.getByRole('button', { name: 'Amend' }).click()],
    ['Cover', () => page.getByRole('button', { name: 'Cover by another coverage' }).click()],
    ...menus.map(([of, action]): [string, () => Promise<void>] => [action, () => choose(page, of, action)]),
  ]
  for (const [name, openDialog] of openings) {
    await openDialog()
    await expect(dialog(page)).toBeVisible()
    await settled(page)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect.soft(await violations(page), `${name}, ${colorScheme}`).toEqual([])
    }
    await page.setViewportSize({ width: 390, height: 844 })
    await expectToFit(page, `${name} on a phone`)
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.keyboard.press('Escape')
  }
})

test.describe('a support agent', () => {
  test.use({ storageState: stateOf('Support agent') })

  test('reads a right and drafts, and gets no button that would be refused', async ({ page, visitor }) => {
    const operator = await (await visitor({ storageState: stateOf('Operator') })).newPage()
    await operator.goto('/playground/')
    const { line } = await issue(operator, ofSale(), ofTerm(0, 1))
    await open(page, `/console/rights/${line}`)
    await expect(table(page, 'Periods')).toContainText('10 seats')
    await expect(page.getByText('Rights are changed by operators.')).toBeVisible()
    await expect(page.getByRole('button', { name: /^(?:Amend|Actions for|Release|Cover)/ })).toHaveCount(0)
    await open(page, '/console/drafts')
    await expect(page.getByRole('link', { name: /^Issue/ })).toHaveCount(0)
    await open(page, '/console/issue')
    await expect(page.getByText('Rights are issued by operators.')).toBeVisible()
  })
})

test.describe('in German', () => {
  test.use({ locale: 'de-DE' })

  test('the screens and dialogs are German', async ({ page }) => {
    test.slow()
    const { line, activationId } = await issued(page)
    for (const address of [
      `/console/rights/${line}`,
      '/console/drafts',
      `/console/issue?account=${ofSale().account.id}`,
    ]) {
      await open(page, address)
      expect.soft(await englishOn(page), address).toEqual([])
    }
    await open(page, `/console/rights/${line}`)
    await page.getByRole('button', { name: 'Menge ändern' }).click()
    await dialog(page).getByRole('textbox', { name: 'Neue Gesamtmenge' }).fill('15')
    await expect(dialog(page).getByText('Ein Zeitraum, der Nr. 1 ändert, kommt hinzu')).toBeVisible()
    expect.soft(await englishOn(page), 'Menge ändern').toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: `Aktionen für ${activationId}` }).click()
    await page.getByRole('menuitem', { name: 'Anhalten' }).click()
    await expect(dialog(page).getByText(`${activationId} wird angehalten`)).toBeVisible()
    expect.soft(await englishOn(page), 'Anhalten').toEqual([])
  })
})

test('a coverage is added to a right, once for the same days', async ({ page }) => {
  const { line } = await issued(page)
  await open(page, `/console/rights/${line}`)
  await page.getByRole('button', { name: 'Add a coverage' }).click()
  await dialog(page).getByLabel('Kind').selectOption('SUPPORT')
  await carryOut(page, /coverage/i, 'Add')
  await expect(table(page, 'Coverages')).toContainText('Support')
  await page.getByRole('button', { name: 'Add a coverage' }).click()
  await dialog(page).getByLabel('Kind').selectOption('SUPPORT')
  await expect(dialog(page)).toContainText('of the same kind covers it')
})

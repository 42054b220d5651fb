import { expect, type Page } from '@playwright/test'
import { violations } from '../accessibility.ts'
import { englishOn } from '../portal/german.ts'
import { expectToFit } from '../portal/fit.ts'
import { closeDialog, dialog, open, settled } from '../portal/test.ts'
import { stateOf } from '../roles.ts'
import { test } from './test.ts'

test.use({ storageState: stateOf('Operator'), reducedMotion: 'reduce', viewport: { width: 1280, height: 900 } })

/** A name that no other run gives. */
const fresh = (what: string) => `${what} ${Date.now().toString(36)}`

const field = (page: Page, name: string) => dialog(page).getByRole('textbox', { name, exact: true })
const choice = (page: Page, name: string) => dialog(page).getByRole('combobox', { name, exact: true })

/** Carries out a change once its dialog says what will happen, and closes the dialog. */
async function carryOut(page: Page, says: string | RegExp, action: string) {
  await expect(dialog(page).getByText(says).first()).toBeVisible()
  await dialog(page).getByRole('button', { name: action, exact: true }).click()
  await closeDialog(page)
}

/** Chooses what a menu offers. */
async function choose(page: Page, of: string, action: string) {
  await page.getByRole('button', { name: `Actions for ${of}`, exact: true }).click()
  await page.getByRole('menuitem', { name: action }).click()
}

test('an operator enters what is sold, from the product line to the price, and retires it', async ({ page }) => {
  test.slow()
  const [line, model, product, code] = [
    fresh('Cranes'),
    fresh('Counted'),
    fresh('Lift'),
    fresh('LIFT').replace(' ', '-'),
  ]
  await open(page, '/console/catalog?tab=products')
  await page.getByRole('button', { name: 'New product line' }).click()
  await expect(dialog(page).getByText('Fill in what is missing')).toBeVisible()
  await field(page, 'Name').fill(line)
  await carryOut(page, `${line} is added`, 'Create product line')
  await expect(page.getByRole('heading', { name: line })).toBeVisible()

  await page.getByRole('tab', { name: 'License models' }).click()
  await page.getByRole('button', { name: 'New license model' }).click()
  await field(page, 'Name').fill(model)
  await field(page, 'Hours of a lease').fill('36')
  await field(page, 'Days of grace').fill('14')
  await carryOut(page, `${model} is added`, 'Create license model')
  await expect(page.getByRole('row', { name: model })).toContainText('lease of 36 hours · 14 days of grace')

  await page.getByRole('tab', { name: 'Products' }).click()
  await page.getByRole('button', { name: 'New product', exact: true }).click()
  await choice(page, 'Product line').selectOption(line)
  await choice(page, 'License model').selectOption(model)
  await field(page, 'Name').fill(product)
  await carryOut(page, `${product} is added`, 'Create product')
  await expect(page.getByRole('table', { name: line }).getByRole('row', { name: product })).toContainText(model)

  await page.getByRole('tab', { name: 'Part numbers' }).click()
  await page.getByRole('button', { name: 'New part number' }).click()
  await field(page, 'Code').fill(code)
  await field(page, 'Find the product').fill(product)
  await choice(page, 'Product').selectOption(product)
  await choice(page, 'Unit').selectOption('seats')
  await choice(page, 'Term').selectOption('subscription')
  await choice(page, 'Start').selectOption('on a fixed day')
  await expect(dialog(page).getByText(`${code} is added`)).toBeVisible()
  await dialog(page).getByRole('button', { name: 'Create part number' }).click()
  await dialog(page)
    .getByRole('link', { name: `Open ${code}` })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(code)
  await expect(page.getByText('the length of the term')).toBeVisible()
  await expect(page.getByText(`${model}, that of the product`)).toBeVisible()

  await page.getByRole('button', { name: 'Change', exact: true }).click()
  await field(page, 'Length').fill('1')
  await carryOut(page, `${code} changes`, 'Change part number')
  await expect(page.getByText('Nothing is missing.')).toBeVisible()
  await expect(page.getByText('subscription, 1 year')).toBeVisible()

  await page.getByRole('button', { name: 'Set list price' }).click()
  await field(page, 'Amount').fill('99,5')
  await field(page, 'Currency').fill('eur')
  await carryOut(page, /99\.50/, 'Set price')
  await expect(page.getByRole('row', { name: '99.50 EUR' })).toContainText('valid')

  await choose(page, code, 'Retire …')
  await carryOut(page, 'Not offered any more since', 'Retire')
  await expect(page.getByText(/^Retired since/)).toBeVisible()

  await open(page, '/console/catalog?retired=true')
  await page.getByRole('searchbox', { name: 'Find part numbers' }).fill(code)
  await expect(page.locator('tbody tr')).toHaveCount(1)
  await expect(page.getByRole('row', { name: code })).toContainText('99.50 EUR')
  await expect(page.getByRole('row', { name: code })).toContainText('retired')
  await page.getByRole('link', { name: code }).click()
  await choose(page, code, 'Bring back')
  await carryOut(page, `${code} changes`, 'Bring back')
  await expect(page.getByText(/^Retired since/)).toHaveCount(0)
})

test('a license model gets other terms from a day on, and a product and a level are changed', async ({ page }) => {
  test.slow()
  const model = fresh('Floating')
  await open(page, '/console/catalog?tab=models')
  await page.getByRole('button', { name: 'New license model' }).click()
  await field(page, 'Name').fill(model)
  await carryOut(page, `${model} is added`, 'Create license model')
  await choose(page, model, 'New terms')
  await dialog(page).getByLabel('Valid from').fill('2999-01-01')
  await field(page, 'Moves to other devices').fill('3')
  await carryOut(page, 'Moves to other devices', 'Set terms')
  const row = page.getByRole('row', { name: model })
  await expect(row).toContainText('any number of moves')
  await row.getByText('1 other version').click()
  await expect(row).toContainText(/2999: no leases · no grace · no overdraft · 3 moves/)

  const level = fresh('Gold')
  await page.getByRole('tab', { name: 'Coverage levels' }).click()
  await page.getByRole('button', { name: 'New coverage level' }).click()
  await field(page, 'Code').fill(level.replace(' ', '-'))
  await field(page, 'Name').fill(level)
  await field(page, 'Rank').fill('7')
  await carryOut(page, 'is added', 'Create level')
  await choose(page, level, 'Change')
  await field(page, 'Rank').fill('8')
  await carryOut(page, 'Rank', 'Change level')
  await expect(page.getByRole('row', { name: level })).toContainText('8')
})

test('what is refused stands at its field', async ({ page }) => {
  await open(page, '/console/catalog')
  const taken = await page.locator('tbody th a').first().textContent()
  await page.getByRole('button', { name: 'New part number' }).click()
  await field(page, 'Code').fill(taken ?? '')
  await expect(
    dialog(page).getByText('Something else has this code already. Give another code, or change that one.'),
  ).toBeVisible()
  await expect(field(page, 'Code')).toHaveAttribute('aria-invalid', 'true')
})

/** The dialogs, by the address of their page and the buttons that open them. */
const dialogs = [
  ['/console/catalog', 'New part number'],
  ['/console/catalog?tab=products', 'New product line'],
  ['/console/catalog?tab=products', 'New product'],
  ['/console/catalog?tab=models', 'New license model'],
  ['/console/catalog?tab=units', 'New unit'],
  ['/console/catalog?tab=levels', 'New coverage level'],
  ['/console/catalog?tab=features', 'New feature'],
] as const

test('the dialogs are accessible in light and dark, and fit on a phone', async ({ page, known }) => {
  test.setTimeout(480_000) // axe looks at nine dialogs, each twice
  const ofPart = ['Change', 'Set list price'].map((name) => [`/console/catalog/${known.part}`, name] as const)
  for (const [path, name] of [...dialogs, ...ofPart]) {
    await open(page, path)
    await page.getByRole('button', { name, exact: true }).click()
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

  test('reads the catalog, and gets no button that would be refused', async ({ page, known }) => {
    for (const address of [...new Set(dialogs.map(([path]) => path)), `/console/catalog/${known.part}`]) {
      await open(page, address)
      const none = page.getByText(/^There are no .* yet\.$/)
      await expect(page.locator('main table, main dl').or(none).first()).toBeVisible()
      await expect(page.getByRole('button', { name: /^(?:New|Actions for|Change$|Set list price)/ })).toHaveCount(0)
    }
  })
})

test.describe('in German', () => {
  test.use({ locale: 'de-DE' })

  test('the dialogs are German', async ({ page, known }) => {
    test.slow()
    for (const [path, name] of [
      ['/console/catalog', 'Neue Artikelnummer'],
      ['/console/catalog?tab=products', 'Neues Produkt'],
      ['/console/catalog?tab=models', 'Neues Lizenzmodell'],
      ['/console/catalog?tab=units', 'Neue Einheit'],
      [`/console/catalog/${known.part}`, 'Listenpreis festlegen'],
    ] as const) {
      await open(page, path)
      await page.getByRole('button', { name, exact: true }).click()
      await expect(dialog(page)).toBeVisible()
      expect.soft(await englishOn(page), name).toEqual([])
      await page.keyboard.press('Escape')
    }
  })
})

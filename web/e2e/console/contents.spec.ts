import { expect, type Page } from '@playwright/test'
import { violations } from '../accessibility.ts'
import { expectToFit } from '../portal/fit.ts'
import { englishOn } from '../portal/german.ts'
import { closeDialog, dialog, open, settled } from '../portal/test.ts'
import { stateOf } from '../roles.ts'
import { change, sell } from './rightsFixture.ts'
import { test } from './test.ts'

test.use({ storageState: stateOf('Operator'), reducedMotion: 'reduce', viewport: { width: 1280, height: 900 } })

/** Carries out a change once its dialog says what will happen, and closes the dialog. */
async function carryOut(page: Page, action: string) {
  await dialog(page).getByRole('button', { name: action, exact: true }).click()
  await closeDialog(page)
}

async function choose(page: Page, of: string, action: string) {
  await page.getByRole('button', { name: `Actions for ${of}`, exact: true }).click()
  await page.getByRole('menuitem', { name: action, exact: true }).click()
}

test('a suite gets products, and a product features', async ({ page }) => {
  test.slow()
  const { product } = await sell(page)
  const fresh = Date.now().toString(36)
  const { productLine } = await change<{ productLine: { id: string } }>(
    page,
    'createProductLine',
    { name: `Bundles ${fresh}` },
    'productLine { id }',
  )
  const suite = `Bundle ${fresh}`
  await change(page, 'createProduct', { productLine: productLine.id, name: suite, kind: 'SUITE' }, 'product { id }')
  await change(page, 'createFeature', { code: `LIFT_${fresh}`, version: '1' }, 'feature { id }')
  await open(page, `/console/catalog?tab=products&text=${encodeURIComponent(suite)}`)
  await choose(page, suite, 'Products of the suite')
  await dialog(page).getByRole('textbox', { name: 'Find the product' }).fill(product)
  await dialog(page).getByRole('combobox', { name: 'Add a product of the suite' }).selectOption(product)
  await dialog(page)
    .getByRole('textbox', { name: `How many: ${product}` })
    .fill('3')
  await settled(page)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect.soft(await violations(page), colorScheme).toEqual([])
  }
  await page.setViewportSize({ width: 390, height: 844 })
  await expectToFit(page, 'the dialog on a phone')
  await page.setViewportSize({ width: 1280, height: 900 })
  await carryOut(page, 'Set products')
  await expect(page.getByRole('row', { name: suite })).toContainText(`contains 3 × ${product}`)
  await choose(page, suite, 'Features')
  await dialog(page).getByRole('textbox', { name: 'Find the feature' }).fill(`LIFT_${fresh}`)
  await dialog(page).getByRole('combobox', { name: 'Add a feature' }).selectOption(`LIFT_${fresh} 1`)
  await carryOut(page, 'Set features')
  await expect(page.getByRole('row', { name: suite })).toContainText(`features: LIFT_${fresh} 1`)
})

test('part numbers with gaps are found', async ({ page }) => {
  await page.goto('/playground/')
  const code = `GAP-${Date.now().toString(36)}`
  await change(page, 'createPartNumber', { code }, 'partNumber { id }')
  await open(page, '/console/catalog?incomplete=true')
  await expect(page.getByRole('row', { name: code })).toBeVisible()
  await expect(page.getByText(/part numbers were looked through\.$/)).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'complete' })).toHaveCount(0)
  expect(await violations(page)).toEqual([])
})

test('an operator changes the names of a person, and what is refused is said in the words of the console', async ({
  page,
}) => {
  const userName = `pier-${Date.now().toString(36)}`
  await page.goto('/playground/')
  await change(page, 'addUser', { userName, firstName: 'Pier' }, 'user { id }')
  await open(page, `/console/?text=${userName}`)
  await page.getByRole('button', { name: /^Change names: / }).click()
  await dialog(page).getByRole('textbox', { name: 'Name on pages' }).fill('Pier at the crane')
  await dialog(page).getByRole('textbox', { name: 'First name' }).fill('')
  await carryOut(page, 'Change person')
  await expect(page.getByText('Pier at the crane').first()).toBeVisible()
})

test.describe('in German', () => {
  test.use({ locale: 'de-DE' })

  test('refusals of the catalog are German', async ({ page }) => {
    const { part } = await sell(page)
    await open(page, '/console/catalog')
    await page.getByRole('button', { name: 'Neue Artikelnummer' }).click()
    await dialog(page).getByRole('textbox', { name: 'Code', exact: true }).fill(part.code)
    await expect(dialog(page).getByText('Diesen Code hat schon etwas anderes.')).toBeVisible()
    expect.soft(await englishOn(page), 'the dialog').toEqual([])
    await page.keyboard.press('Escape')
    await open(page, '/console/catalog?incomplete=true')
    await expect(page.getByText(/sind durchgesehen/)).toBeVisible()
    expect.soft(await englishOn(page), 'the part numbers with gaps').toEqual([])
  })
})

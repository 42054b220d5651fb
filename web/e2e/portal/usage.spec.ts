import { expect } from '@playwright/test'
import { stateOf } from '../roles.ts'
import { open, settled, test } from './test.ts'

test.use({ storageState: stateOf('Account administrator') })

test('figures of use lead to the line items behind them', async ({ page, at }) => {
  await open(page, at())
  await page.keyboard.press('g')
  await page.keyboard.press('u')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Usage')
  await settled(page)
  const figure = page.getByRole('link', { name: /^Line items: \d+, Harborline Install, servers$/ })
  const counted = Number(await figure.innerText())
  await figure.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Entitlements')
  await settled(page)
  await expect(page.getByRole('table').getByRole('rowheader').getByRole('link')).toHaveCount(counted)
})

test('groups and product lines narrow what is shown, and the address keeps them', async ({ page, sample, at }) => {
  await open(page, at('/usage'))
  const rows = page.getByRole('table', { name: 'In use' }).getByRole('rowheader')
  await expect(rows).not.toHaveCount(0)
  const all = await rows.count()
  const [line] = sample.productLines
  await page.getByRole('combobox', { name: 'Product line' }).selectOption({ label: line?.name ?? '' })
  await expect(page).toHaveURL(new RegExp(`productLine=${line?.id}`))
  await expect.poll(async () => [...new Set(await rows.allInnerTexts())]).toEqual([line?.name])
  await expect.poll(() => rows.count()).toBeLessThan(all)
  await page.getByRole('combobox', { name: 'Group' }).selectOption({ label: 'By product' })
  await settled(page)
  await expect(rows.filter({ hasText: line?.name ?? '' }), 'rows are products now').toHaveCount(0)
  await page.goBack()
  await page.goBack()
  await expect(rows).toHaveCount(all)
})

test('reports of meters are a chart and a table of the same', async ({ page, at }) => {
  await open(page, at('/usage'))
  const section = page.getByRole('region', { name: 'Reports of meters' })
  const charts = section.getByRole('figure')
  await expect.poll(() => charts.count()).toBeGreaterThan(1)
  const said = await charts.evaluateAll((figures) => figures.map((one) => one.getAttribute('aria-label') ?? ''))
  expect(
    said.some((text) => text.includes('too many')),
    'a meter of the sample went beyond what is granted',
  ).toBe(true)
  await section.getByRole('radio', { name: 'Table' }).check()
  await expect(page).toHaveURL(/view=table/)
  await expect(section.getByRole('table')).toHaveCount(said.length)
  for (const [index, text] of said.entries()) {
    const [, used = '', granted = ''] = /: ([\d,.]+) of ([\d,.]+) used/.exec(text) ?? []
    const row = section.getByRole('table').nth(index).getByRole('row').last()
    await expect(row).toContainText(used)
    await expect(row).toContainText(granted)
  }
  await page.getByRole('combobox', { name: 'Meter' }).selectOption({ index: 1 })
  await expect(section.getByRole('table')).toHaveCount(1)
})

test('a past day has its own use, and says so if no meter had reported', async ({ page, at }) => {
  await open(page, at('/usage?on=2024-06-30&months=3'))
  await expect(page.locator('main')).toContainText('No meter has reported anything in these 3 months.')
  await expect(page.getByRole('table', { name: 'In use' })).toBeVisible()
})

test('use is on paper without buttons', async ({ page, at }) => {
  await open(page, at('/usage'))
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('table', { name: 'In use' }).getByRole('columnheader', { name: 'Granted' })).toBeVisible()
  await expect(page.getByRole('figure').first()).toBeVisible()
  await expect(page.getByRole('radio', { name: 'Table' })).toBeHidden()
  const paper = await page.pdf({ format: 'A4' })
  expect((paper.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length).toBeLessThanOrEqual(3)
})

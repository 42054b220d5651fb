import { expect } from '@playwright/test'
import { stateOf } from '../roles.ts'
import { open, test } from './test.ts'

test.use({ storageState: stateOf('Account administrator') })

test('a list is printed with its sentence and its rows, and without what paper cannot do', async ({
  page,
  sample,
  at,
}) => {
  await open(page, at('/entitlements?group=none'))
  const rows = page.getByRole('table').getByRole('rowheader')
  // The first rows are drawn first, and the others follow.
  const said = await page.locator('main output', { hasText: /^\d+ of \d+ shown$/ }).innerText()
  await expect(rows).toHaveCount(Number.parseInt(said, 10))
  const names = await rows.allInnerTexts()
  expect(names.length).toBeGreaterThan(10)

  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('main')).toContainText(/\d+ of \d+ line items/)
  await expect(page.locator('body')).toContainText(sample.account.name)
  await expect.poll(() => rows.allInnerTexts()).toEqual(names)
  for (const row of [rows.first(), rows.last()]) {
    await expect(row).toBeVisible()
  }
  await expect(page.getByRole('navigation', { name: 'Screens' })).toHaveCount(0)
  await expect(page.locator('main').getByRole('button', { name: 'Search or jump to' })).toHaveCount(0)
  const ink = () => rows.first().evaluate((row) => getComputedStyle(row).color)
  await expect.poll(ink, 'dark ink, also for those who like a dark screen').toMatch(/rgb\((?:\d|[1-4]\d), /)

  await page.emulateMedia({ media: null, colorScheme: null })
  const paper = await page.pdf({ format: 'A4' })
  const pages = paper.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []
  expect(pages.length, 'pages of A4').toBeGreaterThan(1)
  expect(pages.length, 'pages of A4').toBeLessThan(names.length / 5)
})

test('paper says what a list leaves out', async ({ page, at }) => {
  await page.emulateMedia({ media: 'print' })
  await open(page, at('/entitlements?ends=90&order=newest&text=a'))
  const filters = page.locator('main search')
  const said = (words: string) => filters.locator('span[aria-hidden]', { hasText: new RegExp(`^${words}`) })
  for (const words of ['Active or in grace', 'Ends within 90 days', 'Newest first']) {
    await expect(said(words)).toBeVisible()
  }
  await expect(filters.getByRole('searchbox')).toHaveValue('a')
  await expect(said('Coverage')).toBeHidden()
  await expect(filters.getByRole('button')).toHaveCount(0)

  await open(page, at('/entitlements'))
  const folded = page.getByRole('table').getByText(/^6 of \d+ shown$/)
  await expect(folded.first()).toBeVisible()
  await expect(
    page
      .getByRole('table')
      .getByText(/^Show all/)
      .first(),
  ).toBeHidden()

  await open(page, at())
  await expect(page.locator('main').getByText(/^8 of \d+ rows\.$/)).toBeVisible()
})

test('a line item is printed on few pages, with its timeline', async ({ page, sample, at }) => {
  await open(page, at(`/entitlements/${sample.activated.id}`))
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(sample.activated.product)
  await expect(page.getByRole('figure', { name: /^Timeline/ })).toBeVisible()
  await expect(page.locator('main')).toContainText(sample.activated.activationId)
  const paper = await page.pdf({ format: 'A4' })
  expect((paper.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length).toBeLessThanOrEqual(2)
})

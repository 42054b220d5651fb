import { expect, type Page } from '@playwright/test'
import { stateOf } from '../roles.ts'
import { open, settled, test } from './test.ts'

test.use({ storageState: stateOf('Account administrator') })

/** The place of the cell that has the focus, in the chart. */
function place(page: Page): Promise<string | undefined> {
  return page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.place)
}

/** The first number of a text. */
function numberIn(text: string): number {
  return Number(/[\d,]+/u.exec(text)?.[0].replaceAll(',', ''))
}

test('the keyboard leads through the chart, and to what a cell counts', async ({ page, at }) => {
  await open(page, at())
  await page.keyboard.press('g')
  await page.keyboard.press('r')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Renewals')
  await settled(page)
  const grid = page.getByRole('grid')
  await expect(grid.locator('[tabindex="0"]')).toHaveCount(1)
  await grid.locator('[tabindex="0"]').focus()
  const go = async (key: string, to: string) => {
    await page.keyboard.press(key)
    await expect.poll(() => place(page), `after ${key}`).toBe(to)
  }
  await go('Control+Home', '0 0')
  await go('ArrowRight', '0 1')
  await go('ArrowDown', '1 1')
  await go('ArrowLeft', '1 0')
  await go('ArrowLeft', '1 0') // there is nothing before the first month
  await go('End', '1 17')
  await go('ArrowUp', '0 17')

  await go('Control+Home', '0 0')
  // A cell without anything has a label; the link in another says the same in its title.
  const label = () =>
    page.evaluate(() => {
      const cell = document.activeElement
      return cell?.getAttribute('title') ?? cell?.getAttribute('aria-label') ?? ''
    })
  for (let column = 1; column <= 17 && !/ line items?/.test(await label()); column++) {
    await go('ArrowRight', `0 ${column}`)
  }
  const chosen = await label()
  expect(chosen).toMatch(/^\w+ \d{4}, .+: \d+ line items?/)
  const [, month = '', productLine = '', count = ''] = /^(\w+ \d{4}), (.+): (\d+) line item/.exec(chosen) ?? []
  await page.keyboard.press('Enter')
  const heading = page.getByRole('heading', { name: `What ends: ${month}, ${productLine}` })
  await expect(heading).toBeFocused()
  await expect(page).toHaveURL(/month=\d{4}-\d\d.*productLine=pline_/)
  await settled(page)
  const rows = page.getByRole('table', { name: 'Line items' }).getByRole('rowheader')
  await expect.poll(() => rows.count()).toBeGreaterThanOrEqual(Number(count))
  await expect(grid.locator('[aria-selected="true"]')).toHaveCount(1)
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'What ends: within 90 days' })).toBeVisible()
})

test('figures lead to lists that have as many line items, and the page counts what the figures leave out', async ({
  page,
  at,
}) => {
  const buckets = ['overdue', 'first', 'second', 'third', 'later']
  let seen = 0
  for (const bucket of buckets) {
    await open(page, at(`/renewals?bucket=${bucket}`))
    const card = page.getByRole('region', { name: 'What ends when' }).getByRole('listitem').nth(buckets.indexOf(bucket))
    const figure = card.getByRole('link', { name: /^[\d,]+ line items?$/ })
    if ((await figure.count()) === 0) {
      continue
    }
    seen++
    const counted = numberIn(await figure.innerText())
    const section = page.getByRole('region', { name: 'Line items', exact: true })
    const listed = numberIn(
      await section.getByRole('link', { name: /^Show [\d,]+ line items? in Entitlements$/ }).innerText(),
    )
    const left = section.getByText(/^.*The figures count [\d,]+ fewer/)
    const fewer = (await left.count()) === 0 ? 0 : numberIn((await left.innerText()).replace(/^.*The figures/, ''))
    expect(listed - fewer, bucket).toBe(counted)
    await figure.click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Entitlements')
    await settled(page)
    await expect(page.locator('main output').first()).toContainText(`${listed} line`)
  }
  expect(seen, 'buckets with line items in the sample').toBeGreaterThan(2)
})

test('a trial that ended is listed, and said not to be counted', async ({ page, at }) => {
  await open(page, at('/renewals?bucket=overdue'))
  const table = page.getByRole('table', { name: 'Line items' })
  await expect(table.getByText('A trial ended. It is not counted.').first()).toBeVisible()
  await expect(table.getByText('It stopped: nobody may use it any more.').first()).toBeVisible()
  await table.getByRole('rowheader').getByRole('link').first().click()
  await expect(page).toHaveURL(/\/entitlements\/line_/)
})

test('the table has what the chart has, and its address keeps it', async ({ page, at }) => {
  await open(page, at('/renewals'))
  const cells = page.getByRole('grid').getByRole('gridcell').getByRole('link')
  await expect.poll(() => cells.count()).toBeGreaterThan(5)
  const inChart = await cells.evaluateAll((links) => links.map((link) => link.getAttribute('title')).toSorted())
  await page.getByRole('radio', { name: 'Table' }).check()
  await expect(page).toHaveURL(/view=table/)
  const table = page.getByRole('table', { name: 'What ends when' })
  const inTable = () =>
    table
      .getByRole('rowheader')
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getAttribute('aria-label')).toSorted())
  await expect.poll(inTable).toEqual(inChart)
  await page.reload()
  await expect(table).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('grid')).toBeVisible()
})

test('another day and the accounts below change what ends', async ({ page, at }) => {
  await open(page, at('/renewals?on=2024-06-30'))
  await expect(page.getByRole('heading', { name: /^Month by month, Apr 2024 to Sept? 2025$/ })).toBeVisible()
  await expect(page.locator('main')).toContainText(/within 90 days of (?:30 Jun|Jun 30,) 2024/)
  await open(page, at('/renewals?bucket=later'))
  const figures = page.getByRole('region', { name: 'What ends when' })
  const before = await figures.innerText()
  await page.getByRole('combobox', { name: 'Accounts' }).selectOption({ label: 'This account only' })
  await expect(page).toHaveURL(/below=false/)
  await settled(page)
  await expect(figures).not.toHaveText(before, { useInnerText: true })
})

test('what cannot be loaded says so, and can be tried again', async ({ page, at }) => {
  await open(page, at('/settings'))
  const answer = { errors: [{ message: 'The database is busy.', extensions: { code: 'UNAVAILABLE' } }] }
  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('"Renewals"') ? route.fulfill({ json: answer }) : route.fallback(),
  )
  await page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('link', { name: /^Renewals/ })
    .click()
  const notice = page.getByRole('main').getByRole('alert')
  await expect(notice).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText('Nothing is overdue')
  await page.unroute('**/graphql')
  await notice.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('region', { name: 'What ends when' })).toBeVisible()
})

test('the chart is on paper, on few pages', async ({ page, at }) => {
  await open(page, at('/renewals'))
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('grid')).toBeVisible()
  // The chart begins some months ago and has more than a year, so that it always has the next January.
  const january = `Jan ${new Date().getUTCFullYear() + 1}`
  await expect(page.getByRole('grid').getByRole('columnheader', { name: january })).toBeVisible()
  await expect(page.getByRole('radio', { name: 'Table' })).toBeHidden()
  const paper = await page.pdf({ format: 'A4' })
  expect((paper.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length).toBeLessThanOrEqual(3)
})

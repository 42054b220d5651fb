import { expect } from '@playwright/test'
import { test } from './guard.ts'
import { exampleNames, openPlayground, runExample } from './playground-page.ts'

test.use({ colorScheme: 'light', viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 })

test('take the picture of the README', async ({ page }) => {
  await openPlayground(page)
  const answer = await runExample(page, exampleNames[0] ?? '')
  expect(answer.errors).toBeUndefined()
  await page.mouse.move(0, 0)
  // The editors color their text a few lines at a time.
  for (const line of await page.locator('.graphiql-query-editor .view-line', { hasText: /[a-z]/ }).all()) {
    await expect(line.locator('span span').last()).not.toHaveClass('mtk1')
  }
  await expect(page.locator('.graphiql-response span.mtk1', { hasText: '"' })).toHaveCount(0)
  await page.screenshot({ path: '../docs/playground.png' })
})

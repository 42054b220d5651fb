import { expect } from '@playwright/test'
import { violations } from './accessibility.ts'
import { ask, send } from './api.ts'
import { allowErrors, takeError } from './console-errors.ts'
import { test } from './guard.ts'
import { openPlayground, tabTitles } from './playground-page.ts'
import { nobody, takeRole } from './roles.ts'

test.use({ storageState: nobody })

test('the header tells who is signed in, and leads to the others and out', async ({ page }) => {
  await takeRole(page, 'License manager')
  await openPlayground(page)
  const session = page.getByRole('navigation', { name: 'Session' })
  await expect(session).toContainText('manager@sample.example')
  await expect(page.getByRole('status')).toBeEmpty()

  await session.getByRole('link', { name: 'Switch' }).click()
  await page.getByRole('button', { name: 'Member of the community' }).click()
  await expect(session).toContainText('reader@sample.example')
  await session.getByRole('link', { name: 'Sign out' }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/signed-out$/)
})

test('a session that has ended shows its error, and the way back', async ({ page, findings }) => {
  allowErrors(findings, 'status of 401')
  await takeRole(page, 'License manager')
  await openPlayground(page, `?query=${encodeURIComponent('query Mine { viewer { name } }')}`)
  // As from another tab. Opening and closing a real tab sometimes makes Chromium stop responding to the test.
  const left = await page.evaluate(
    async () => (await fetch('/sign-out', { method: 'POST', body: new URLSearchParams() })).url,
  )
  expect(left).toMatch(/\/signed-out$/)

  await page.locator('.graphiql-execute-button').click()
  await expect(page.locator('.graphiql-response .view-lines')).toContainText('UNAUTHENTICATED')
  const session = page.getByRole('navigation', { name: 'Session' })
  await expect(session.getByRole('link')).toHaveText(['Sign in'])
  await takeError(findings, 'status of 401')
  await page.screenshot({ path: 'e2e/screenshots/session-ended.png' })

  await session.getByRole('link', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'License manager' }).click()
  await expect(session).toContainText('manager@sample.example')
  await expect(tabTitles(page).first()).toHaveText('Mine')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test(`a banner tells as whom one looks, in the ${colorScheme} scheme`, async ({ page }) => {
      await takeRole(page, 'Support agent')
      const { accounts } = await ask<{ accounts: { nodes: { id: string; name: string }[] } }>(
        page,
        '{ accounts(first: 1, filter: { kind: CUSTOMER }) { nodes { id name } } }',
      )
      const [account = { id: '', name: '' }] = accounts.nodes
      await send(page, 'mutation Look($account: ID) { viewAs(input: { account: $account }) { errors { code } } }', {
        account: account.id,
      })
      await openPlayground(
        page,
        `?query=${encodeURIComponent('mutation Stop { viewAs(input: {}) { errors { code } } }')}`,
      )
      const banner = page.getByRole('status')
      await expect(banner).toHaveText(`Looking as ${account.name} — nothing can be changed`)
      await page.screenshot({ path: `e2e/screenshots/viewing-as-${colorScheme}.png` })
      const inHeader = (await violations(page)).filter((violation) => violation.includes('muniment-'))
      expect(inHeader).toEqual([])

      await page.locator('.graphiql-execute-button').click()
      await expect(banner).toBeEmpty()
    })
  })
}

test('the header fits into the window of a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await takeRole(page, 'Account administrator')
  await openPlayground(page)
  const header = page.getByRole('banner')
  await expect(header.getByRole('navigation', { name: 'Session' })).toContainText('administrator@sample.example')
  const beyond = () => header.evaluate((element) => element.scrollWidth - element.clientWidth)
  await expect.poll(beyond, 'wider than the window by').toBe(0)
  await page.screenshot({ path: 'e2e/screenshots/phone.png' })
})

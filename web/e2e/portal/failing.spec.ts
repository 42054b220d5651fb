import { expect, type Page } from '@playwright/test'
import { stateOf } from '../roles.ts'
import { open, settled, test } from './test.ts'

test.use({ storageState: stateOf('Account administrator') })

/** Lets the server fail some questions, until what is returned is called. */
async function fail(page: Page, ...questions: string[]) {
  const answer = { errors: [{ message: 'The database is busy.', extensions: { code: 'UNAVAILABLE' } }] }
  const about = (body: string | null) =>
    questions.includes((JSON.parse(body ?? '{}') as { operationName?: string }).operationName ?? '')
  await page.route('**/graphql', (route) =>
    about(route.request().postData()) ? route.fulfill({ json: answer }) : route.fallback(),
  )
  return () => page.unroute('**/graphql')
}

/** Goes to a screen from another one, so that its first answers are not in the page. */
async function go(page: Page, name: RegExp) {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name }).click()
}

test('home does not say that nobody waits if it does not know', async ({ page, at }) => {
  await open(page, at('/settings'))
  const mend = await fail(page, 'WaitingRequests', 'LeftBehind')
  await go(page, /^Home/)
  const notice = page.getByRole('main').getByRole('alert')
  await expect(notice).toContainText(
    'Whether somebody waits for access, or still has it without need, could not be loaded.',
  )
  await expect(page.getByRole('main')).not.toContainText('nobody waits')
  await expect(page.getByRole('main')).not.toContainText('Nothing needs attention.')
  await mend()
  await notice.getByRole('button', { name: 'Try again' }).click()
  await expect(notice).toHaveCount(0)
  await expect(page.getByRole('main')).toContainText(/for access|left behind|nobody waits/)
})

test('home of another day speaks only of rights, and says so', async ({ page, at }) => {
  await open(page, at('?on=2015-01-01'))
  await expect(page.getByRole('main')).toContainText('Nothing is over-used, and nothing ends soon.')
  await expect(page.getByRole('main')).not.toContainText('nobody waits')
  await expect(page.getByRole('main')).toContainText(
    'Requests for access, and access that may be left behind, are shown only for today.',
  )
})

test('to try again asks for all of the list that failed', async ({ page, at }) => {
  await open(page, at('/settings'))
  const mend = await fail(page, 'LineItems', 'LineItemSummary', 'LinePositions')
  await go(page, /^Entitlements/)
  const main = page.getByRole('main')
  await expect(main.getByRole('alert')).toHaveCount(2)
  await mend()
  await main.getByRole('alert').last().getByRole('button', { name: 'Try again' }).click()
  await expect(main.getByRole('alert')).toHaveCount(0)
  await settled(page)
  await expect(page.locator('main h1 + p')).toContainText('active.')
  await expect(main).toContainText('Last change')
  await expect(main.getByRole('table').getByRole('rowheader').first()).toBeVisible()
})

for (const [question, words] of [
  ['LineItemSummary', 'How many line items there are, and when they last changed, could not be loaded.'],
  ['LinePositions', 'Not all groups and sums could be loaded.'],
] as const) {
  test(`the list says what it lacks without ${question}`, async ({ page, at }) => {
    await open(page, at('/settings'))
    const mend = await fail(page, question)
    await go(page, /^Entitlements/)
    const notice = page.getByRole('main').getByRole('alert')
    await expect(notice).toContainText(words)
    await expect(page.getByRole('main').getByRole('table').getByRole('rowheader').first()).toBeVisible()
    await mend()
    await notice.getByRole('button', { name: 'Try again' }).click()
    await expect(notice).toHaveCount(0)
    await settled(page)
    await expect(page.locator('main tbody tr').first()).toContainText(/ of |unlimited/)
    await expect(page.getByRole('main')).toContainText('Last change')
  })
}

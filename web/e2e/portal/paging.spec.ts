import { expect, type Page } from '@playwright/test'
import { ask } from '../api.ts'
import { stateOf } from '../roles.ts'
import { dialog, open, settled, test } from './test.ts'

/** The part of a request that is about rows. */
interface Asked {
  account?: string
  id?: string
  liveOnly?: boolean
  first?: number
  after?: string | null
}

/** Lets lists that are read page by page have small pages, because the sample base has few rows. Returns what they ask. */
async function smallPages(page: Page, first: number): Promise<Asked[]> {
  const asked: Asked[] = []
  await page.route('**/graphql', async (route) => {
    const body = route.request().postDataJSON() as { variables?: Asked }
    if (body.variables?.first !== 50) {
      await route.fallback()
      return
    }
    asked.push(body.variables)
    await route.fallback({ postData: JSON.stringify({ ...body, variables: { ...body.variables, first } }) })
  })
  return asked
}

test.describe('of the producer', () => {
  test.use({ storageState: stateOf('Operator') })

  test('people of another account begin with the first after "more" and a switch', async ({ page }) => {
    await open(page, '/accounts')
    const { accounts } = await ask<{
      accounts: { nodes: { id: string; name: string; memberships: { totalCount: number } }[] }
    }>(page, '{ accounts(first: 30) { nodes { id name memberships(filter: { current: true }) { totalCount } } } }')
    const [one, other] = accounts.nodes.filter(({ memberships }) => memberships.totalCount > 2)
    const asked = await smallPages(page, 2)
    await open(page, `/accounts/${one?.id}`)
    await page
      .getByRole('navigation', { name: 'Screens' })
      .getByRole('link', { name: /^People/ })
      .click()
    await expect(page.locator('main')).toContainText(/2 of \d+ shown/)
    await page.getByRole('button', { name: /^Show \d+ more$/ }).click()
    await expect(page.locator('main')).toContainText(/[34] of \d+ shown/)

    await page.keyboard.press('s')
    await dialog(page)
      .getByRole('combobox')
      .fill(other?.name ?? '')
    await dialog(page)
      .getByRole('option', { name: other?.name ?? '' })
      .first()
      .click()
    await expect(page).toHaveURL(new RegExp(`/accounts/${other?.id}/people`))
    await settled(page)
    await expect(page.locator('main')).toContainText(`2 of ${other?.memberships.totalCount} shown`)
    expect(asked.filter(({ account }) => account === other?.id).map(({ after }) => after)).toEqual([null])
  })
})

test.describe('of a customer', () => {
  test.use({ storageState: stateOf('Account administrator') })

  test('activations of another day begin with the first after "more"', async ({ page, sample, at }) => {
    const asked = await smallPages(page, 1)
    await open(page, at(`/entitlements/${sample.activated.id}?tab=activations`))
    const rows = page.getByRole('table', { name: 'Activations' }).locator('tbody tr')
    await expect(rows).toHaveCount(1)
    await page.getByRole('button', { name: /^Show \d+ more$/ }).click()
    await expect(rows).toHaveCount(2)

    await page.keyboard.press('d')
    await dialog(page).getByRole('button', { name: /year/ }).first().click()
    await expect(page).toHaveURL(/on=/)
    await settled(page)
    await expect(page.getByText('This could not be loaded')).toHaveCount(0)
    await expect(rows.first()).toBeVisible()
    expect(asked.filter(({ liveOnly }) => liveOnly === false).map(({ after }) => after)).toEqual([null])
  })
})

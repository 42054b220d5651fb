import { expect } from '@playwright/test'
import { ask } from '../api.ts'
import { nobody, stateOf, takeRole } from '../roles.ts'
import { closeDialog, dialog, open, openPalette, settled, test } from './test.ts'

test.describe('member of the community', () => {
  test.use({ storageState: stateOf('Member of the community') })

  test('sees which services are closed, who can open them, and asks for one', async ({ page, at, findings }) => {
    await open(page, at('/services'))
    await expect(page.locator('main')).toContainText('Community is open to you.')
    const downloads = page.getByRole('listitem').filter({ hasText: 'Downloads' })
    await expect(downloads).toContainText('Your access to this account does not include it.')
    await expect(downloads).toContainText(/These can open it: .*Account administrator/)
    await downloads.getByRole('button', { name: 'Ask for downloads' }).click()
    await expect(dialog(page, 'Ask for access to downloads')).toContainText('asks for access')
    await expect(dialog(page).getByRole('button', { name: 'Ask for access' })).toBeEnabled()
    await page.keyboard.press('Escape') // other tests count the requests
    expect(findings.errors).toEqual([])
  })

  test('sees the links of the producer, and only these', async ({ page, at }) => {
    await open(page, at('/services'))
    const { serviceLinks } = await ask<{ serviceLinks: { name: string; address: string }[] }>(
      page,
      'query Links { serviceLinks { name address } }',
    )
    const links = page.getByRole('region', { name: 'Elsewhere' }).getByRole('link')
    await expect(links).toHaveText(serviceLinks.map(({ name }) => name))
    for (const [index, { address }] of serviceLinks.entries()) {
      await expect(links.nth(index)).toHaveAttribute('href', address)
    }
  })
})

test.describe('administrator', () => {
  test.use({ storageState: stateOf('Account administrator') })

  test('comes to the people who lack a service', async ({ page, at }) => {
    await open(page, at('/services'))
    await page
      .getByRole('link', { name: /access to the account without it/ })
      .first()
      .click()
    await settled(page)
    await expect(page).toHaveURL(/\/people\?lacks=/)
    await expect(page.getByRole('table')).toContainText('Member of the community')
  })

  test('opens the queries of a screen in the playground, each in a tab', async ({ page, at, sample }) => {
    await open(page, at(`/entitlements/${sample.activated.id}`))
    const opened = page.context().waitForEvent('page')
    await openPalette(page)
    await page.keyboard.type('queries of this screen')
    await page.getByRole('option', { name: /in the playground/ }).click()
    const playground = await opened
    const tabs = playground.locator('[role=tab] > .graphiql-tab-button')
    await expect(tabs.filter({ hasText: /^Line$/ })).toHaveCount(1)
    await expect(tabs.filter({ hasText: /^LineTimeline$/ })).toHaveCount(1)
    await expect(tabs.filter({ hasText: /^Viewer$/ })).toHaveCount(0)
    await expect(playground.locator('.graphiql-query-editor .view-lines')).toContainText('query Line')
    await expect(playground.locator('.graphiql-query-editor .view-lines')).not.toContainText('__typename')
    await playground.locator('.graphiql-execute-button').click()
    await expect(playground.locator('.graphiql-response .view-lines')).toContainText('lineItem')
    await playground.close()
  })
})

test.describe('support agent', () => {
  test.use({ storageState: stateOf('Support agent') })

  test('reads that the role at the producer shows everything, and manages no widgets', async ({ page, at }) => {
    await open(page, at('/services'))
    await expect(page.locator('main')).toContainText('Your role at the producer lets you see it for every account.')
    await open(page, at('/settings'))
    await expect(page.getByRole('heading', { name: 'Queries of widgets' })).toHaveCount(0)
    await page.goto('/accounts/producer/widgets')
    await expect(page.getByText('Only operators of the producer see and change this.')).toBeVisible()
  })
})

test.describe('operator', () => {
  test.use({ storageState: stateOf('Operator') })

  test('registers a query for widgets and a site, and removes both', async ({ page, findings }) => {
    await page.goto('/accounts')
    await page.getByRole('link', { name: 'Widgets on other sites' }).click()
    await settled(page)
    const name = `Seats ${Date.now()}`
    await page.getByRole('button', { name: 'Register a query' }).click()
    await dialog(page).getByLabel('Name').fill(name)
    await dialog(page).getByLabel('Query').fill('query Seats { lost }')
    await expect(dialog(page)).toContainText('This cannot be done yet')
    await dialog(page).getByLabel('Query').fill(`query Seats${Date.now()} { viewer { name } }`)
    await expect(dialog(page)).toContainText(`${name} is added`)
    await dialog(page).getByRole('button', { name: 'Register' }).click()
    await expect(dialog(page)).toContainText('What happened')
    await closeDialog(page)
    await expect(page.getByRole('listitem').filter({ hasText: name })).toBeVisible()

    const origin = `https://site${Date.now()}.example.com`
    await page.getByRole('button', { name: 'Add a site' }).click()
    await dialog(page).getByLabel('Address of the site').fill(origin)
    await dialog(page).getByRole('button', { name: 'Add site' }).click()
    await closeDialog(page)
    await expect(page.getByRole('listitem').filter({ hasText: origin })).toBeVisible()

    for (const [which, action] of [
      [`Remove the query ${name}`, 'Remove query'],
      [`Remove the site ${origin}`, 'Remove site'],
    ] as const) {
      await page.getByRole('button', { name: which }).click()
      await dialog(page).getByRole('button', { name: action }).click()
      await closeDialog(page)
      await expect(page.getByRole('button', { name: which })).toHaveCount(0)
    }
    expect(findings.errors).toEqual([])
  })
})

test.describe('their own settings', () => {
  test.use({ storageState: nobody })

  test('the language of e-mails is chosen, and kept by the server', async ({ page, at }) => {
    await takeRole(page, 'License manager', '/sign-out')
    await open(page, at('/settings'))
    const change = async (to: string) => {
      await page.getByRole('button', { name: 'Change the language of e-mails' }).click()
      await dialog(page).getByLabel('Language of e-mails').selectOption({ label: to })
      await dialog(page).getByRole('button', { name: 'Change language' }).click()
      await closeDialog(page)
      await expect(page.locator('#profile')).toContainText(`Language of e-mails${to}`)
      const { viewer } = await ask<{ viewer: { user: { notificationLanguage: string } } }>(
        page,
        'query Mine { viewer { user { notificationLanguage } } }',
      )
      expect(viewer.user.notificationLanguage).toBe(to === 'German' ? 'DE' : 'EN')
    }
    const profile = page.locator('#profile')
    await expect(profile).toContainText(/Language of e-mails(?:German|English)/)
    const first = (await profile.textContent())?.includes('Language of e-mailsGerman') === true
    for (const to of first ? ['English', 'German', 'English'] : ['German', 'English']) {
      await change(to)
    }
  })
})

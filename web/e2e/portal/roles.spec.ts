import { expect } from '@playwright/test'
import { nobody, stateOf, takeRole } from '../roles.ts'
import { newMember } from './people.ts'
import { dialog, open, openPalette, settled, test } from './test.ts'

test.describe('license manager', () => {
  test.use({ storageState: stateOf('License manager') })

  test('finds a line item by its activation id, and sees where it is activated', async ({ page, sample, at }) => {
    await open(page, at())
    await openPalette(page)
    await page.keyboard.type(sample.activated.activationId.toLowerCase())
    const found = page.getByRole('option', { name: sample.activated.activationId })
    await expect(found).toBeVisible()
    await expect(found).toHaveAttribute('data-active-item', 'true')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(sample.activated.product)
    await page.getByRole('link', { name: /^Activations/ }).click()
    await settled(page)
    await expect(page.getByRole('table', { name: 'Activations' }).getByRole('row').nth(1)).toContainText('In use')
  })

  test('sees that people and records are for administrators', async ({ page, at }) => {
    await open(page, at('/people'))
    await expect(page.locator('main')).toContainText('Only administrators see the other people of this account.')
    await open(page, at('/activity'))
    await expect(page.locator('main')).toContainText('Only administrators see the records of an account.')
    await open(page, at())
    await expect(page.getByRole('navigation', { name: 'Screens' }).first()).not.toContainText('Activity')
  })
})

test.describe('member of the community', () => {
  test.use({ storageState: stateOf('Member of the community') })

  test('is told in words what is closed', async ({ page, at, findings }) => {
    for (const path of ['', '/entitlements']) {
      await open(page, at(path))
      await expect(page.locator('main')).toContainText('Your access does not include licensing.')
      await expect(page.locator('main')).toContainText(/Ask .+ to open it for you\./)
    }
    await page.getByRole('button', { name: 'Ask for licensing' }).click()
    await expect(dialog(page, 'Ask for access to licensing')).toContainText('asks for access')
    await expect(dialog(page).getByRole('button', { name: 'Ask for access' })).toBeEnabled()
    await page.keyboard.press('Escape') // other tests count the requests
    await open(page, at('/settings'))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings')
    expect(findings.errors).toEqual([])
  })
})

test.describe('member with one product line', () => {
  test.use({ storageState: stateOf('Account administrator') })

  test('sees only what belongs to it', async ({ page, sample, at, visitor, baseURL }) => {
    const [only = { id: '', name: '' }, ...others] = sample.productLines
    expect(others.length, 'product lines that must not be seen').toBeGreaterThan(0)
    await open(page, at())
    const access = { roles: ['LICENSE_MANAGER'], serviceAccess: ['LICENSING'], productLine: only.id }
    const { page: own } = await newMember(page, await visitor(), sample, 'Lena Limited', access, baseURL)
    await open(own, '/accounts')
    await expect(own).toHaveURL(new RegExp(at()))
    await open(own, at('/entitlements?status=all'))
    await expect(own.getByRole('table')).toContainText(only.name)
    for (const { name } of others) {
      await expect(own.getByRole('table')).not.toContainText(name)
      await open(page, at('/entitlements?status=all'))
      await expect(page.getByRole('table')).toContainText(name)
    }
  })
})

test.describe('support agent', () => {
  test.use({ storageState: nobody })

  test('chooses an account, and looks as its administrator', async ({ page, sample, at }) => {
    await takeRole(page, 'Support agent', '/sign-out')
    await open(page, '/accounts')
    await page.getByRole('combobox').fill(sample.account.name)
    await page.getByRole('option', { name: sample.account.name }).first().click()
    await expect(page).toHaveURL(new RegExp(at()))
    await settled(page)

    await openPalette(page)
    await page.keyboard.type('view as')
    await page.getByRole('option', { name: `View as an administrator of ${sample.account.name}` }).click()
    await dialog(page).getByRole('button', { name: 'View as the customer' }).click()
    const banner = page.getByRole('region', { name: 'What you see' })
    await expect(banner).toContainText(
      `You see what an administrator of ${sample.account.name} sees, and cannot change anything.`,
    )
    await open(page, at('/people'))
    await expect(page.getByRole('button', { name: 'Invite people' })).toHaveCount(0)
    await banner.getByRole('button', { name: 'Stop viewing as the customer' }).click()
    await expect(banner).toHaveCount(0)
  })
})

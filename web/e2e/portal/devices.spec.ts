import { expect } from '@playwright/test'
import { ask } from '../api.ts'
import { stateOf } from '../roles.ts'
import { open, settled, test } from './test.ts'

test.describe('license manager', () => {
  test.use({ storageState: stateOf('License manager') })

  test('finds a device, sees what it uses, and comes from there to the line item and back', async ({
    page,
    sample,
    at,
  }) => {
    await open(page, at())
    const { device } = await ask<{ device: { fingerprint: string } }>(
      page,
      'query Machine($id: ID!) { device(id: $id) { fingerprint } }',
      { id: sample.device },
    )
    await page.keyboard.press('g')
    await page.keyboard.press('d')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Devices')
    await page.getByRole('searchbox').fill(device.fingerprint)
    await expect(page).toHaveURL(/text=/)
    await settled(page)
    const rows = page.getByRole('table', { name: 'Devices' }).getByRole('row')
    await expect(rows.nth(1)).toContainText(device.fingerprint)
    await rows.nth(1).getByRole('link').click()
    await settled(page)
    const uses = page.getByRole('table', { name: 'What it uses' })
    await uses.getByRole('link', { name: sample.activated.product }).first().click()
    await settled(page)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(sample.activated.product)
    await page.goBack()
    await settled(page)
    await expect(uses).toBeVisible()
  })

  test('comes from a line item to its device, and to the license server that holds a part of it', async ({
    page,
    sample,
    at,
  }) => {
    await open(page, at(`/entitlements/${sample.activated.id}?tab=activations`))
    await page.getByRole('table', { name: 'Activations' }).getByRole('link').first().click()
    await settled(page)
    await expect(page).toHaveURL(/\/devices\/dev_/)
    await expect(page.locator('main')).toContainText('What it uses')
    await open(page, at(`/entitlements/${sample.served.id}?tab=servers`))
    await page.getByRole('table').getByRole('link').first().click()
    await settled(page)
    await expect(page).toHaveURL(/\/devices\/srv_/)
    await expect(page.getByRole('table', { name: 'What it holds' })).toContainText(sample.served.product)
  })

  test('filters are in the address, and count what the server counts', async ({ page, sample, at }) => {
    await open(page, at('/devices'))
    const line = sample.productLines[0] ?? { id: '', name: '' }
    const chip = page.getByRole('combobox', { name: 'Product line' })
    await chip.focus()
    await expect(chip.getByRole('option', { name: line.name, exact: true })).toHaveCount(1)
    await chip.selectOption(line.id)
    await expect(page).toHaveURL(new RegExp(`productLine=${line.id}`))
    await page.getByRole('combobox', { name: 'Last seen' }).selectOption('90')
    await settled(page)
    const { devices } = await ask<{ devices: { totalCount: number } }>(
      page,
      `query Idle($filter: DeviceFilterInput!) { devices(filter: $filter, orderBy: NAME) { totalCount } }`,
      {
        filter: {
          account: sample.account.id,
          includeSubAccounts: true,
          status: ['ACTIVE'],
          productLine: line.id,
          notSeenSince: `${new Date(Date.now() - 90 * 86_400_000).toISOString().slice(0, 10)}T00:00:00Z`,
        },
      },
    )
    const rows = page.getByRole('table', { name: 'Devices' }).getByRole('row')
    await expect(rows).toHaveCount(Math.min(devices.totalCount, 50) + (devices.totalCount > 0 ? 1 : 0))
    await page.goBack()
    await expect(page).not.toHaveURL(/idle=/)
    await expect(page).toHaveURL(/productLine=/)
  })
})

test.describe('member of the community', () => {
  test.use({ storageState: stateOf('Member of the community') })

  test('is told in words that devices are closed', async ({ page, sample, at, findings }) => {
    for (const path of ['/devices', `/devices/${sample.device}`]) {
      await open(page, at(path))
      await expect(page.locator('main')).toContainText('Your access does not include licensing.')
    }
    expect(findings.errors).toEqual([])
  })
})

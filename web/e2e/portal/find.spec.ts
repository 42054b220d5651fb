import { expect } from '@playwright/test'
import { stateOf } from '../roles.ts'
import { dialog, open, openPalette, settled, test } from './test.ts'

test.describe('an administrator of a customer', () => {
  test.use({ storageState: stateOf('Account administrator') })

  test('finds actions, and an id as an e-mail carries it', async ({ page, sample, at }) => {
    await open(page, at())
    await openPalette(page)
    const field = dialog(page).getByRole('combobox')
    await field.fill(`Activation id: ${sample.activated.activationId}.`)
    await expect(dialog(page).getByRole('option')).toContainText(sample.activated.activationId)
    await field.fill('export')
    await expect(dialog(page).getByRole('option', { name: 'Export all line items as CSV' })).toBeVisible()
    await field.fill('domains')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/tab=domains/)

    // The dialog opens again, although the page is the same.
    for (const _ of [1, 2]) {
      await settled(page)
      await openPalette(page)
      await page.keyboard.type('invite')
      await expect(dialog(page).getByRole('option', { name: 'Invite people' })).toHaveAttribute(
        'data-active-item',
        'true',
      )
      await page.keyboard.press('Enter')
      await expect(dialog(page, 'Invite people')).toBeVisible()
      await expect(page).toHaveURL(/\/people$/)
      await page.keyboard.press('Escape')
      await expect(dialog(page)).toHaveCount(0)
    }
  })

  test('finds a line item in the list by an id with words around it', async ({ page, sample, at }) => {
    await open(page, at('/entitlements'))
    await page.getByRole('searchbox').fill(`Id: ${sample.activated.activationId}.`)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('table').getByRole('rowheader').getByRole('link')).toHaveCount(1)
  })
})

test.describe('a support agent', () => {
  test.use({ storageState: stateOf('Support agent') })

  test('finds a customer by what they read out', async ({ page, sample }) => {
    await page.goto('/accounts')
    const field = page.getByRole('combobox')
    await expect(field).toBeFocused()
    await page.mouse.click(5, 5)
    await page.keyboard.press('Control+k')
    await expect(field).toBeFocused()
    for (const text of [sample.activated.id, sample.activated.activationId.toLowerCase()]) {
      await field.fill(text)
      await expect(page.getByRole('option')).toContainText(sample.activated.activationId)
    }
    await field.fill(sample.activated.entitlement)
    await expect(page.getByRole('option')).toContainText(`${sample.account.name} · ${sample.activated.entitlement}`)
    await field.fill(sample.activated.activationId)
    await expect(page.getByRole('option')).toContainText(sample.activated.activationId)
    await page.getByRole('option').click()
    await expect(page).toHaveURL(new RegExp(`/${sample.account.id}/entitlements/${sample.activated.id}`))
  })
})

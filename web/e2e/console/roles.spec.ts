import { expect } from '@playwright/test'
import { closeDialog, dialog, open } from '../portal/test.ts'
import { nobody, stateOf, takeRole } from '../roles.ts'
import { test } from './test.ts'

test.describe('a support agent', () => {
  test.use({ storageState: stateOf('Support agent'), viewport: { width: 1440, height: 900 } })

  test('finds a customer by what they read out, and sees whether they are in support', async ({ page, sample }) => {
    await page.goto('/')
    await expect(page).toHaveURL(/\/console\/$/)
    const field = page.getByRole('searchbox')
    await expect(field).toBeFocused()
    await field.fill(`Activation id: ${sample.activated.activationId.toLowerCase()}.`)
    const line = page.getByRole('link', { name: sample.activated.product })
    await expect(line).toHaveAttribute('href', new RegExp(`/entitlements/${sample.activated.id}$`))
    await page.getByRole('link', { name: sample.account.name }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(sample.account.name)
    await expect(page.getByText(/\d+ of \d+ rights are active/)).toBeVisible()
    await expect(page.getByRole('table')).toContainText(/until|Not in support/)
    for (const name of ['People', 'Devices', 'Last changes']) {
      await expect(page.getByRole('heading', { name })).toBeInViewport()
    }
    // Another day answers for that day.
    await page.keyboard.press('d')
    await dialog(page).getByRole('textbox').or(dialog(page).locator('input[type=date]')).fill('2019-01-01')
    await dialog(page).getByRole('button', { name: 'Show this day' }).click()
    await expect(page).toHaveURL(/on=2019-01-01/)
    await expect(page.getByText(/You see what was true on .*2019/)).toBeVisible()
    // What was opened is listed for the next time.
    await page.goto('/console/')
    await expect(page.getByRole('region', { name: 'Opened last' }).getByRole('listitem')).not.toHaveCount(0)
  })

  test('opens the only result with Enter, and comes back with Back', async ({ page, sample }) => {
    await open(page, '/console/')
    await page.getByRole('searchbox').fill(sample.account.id)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(sample.account.name)
    await page.goBack()
    await expect(page.getByRole('searchbox')).toHaveValue(sample.account.id)
  })

  test('sees nothing that changes something', async ({ page, known }) => {
    await open(page, '/console/people')
    await expect(page.getByText('Only operators see who works for the producer.')).toBeVisible()
    await expect(page.getByRole('link', { name: /^Our people/ })).toHaveCount(0)
    await open(page, '/console/jobs?show=all')
    await expect(page.getByText('Only operators try jobs again or give them up.')).toBeVisible()
    await expect(page.getByRole('button', { name: /^Actions for/ })).toHaveCount(0)
    await open(page, `/console/imports/${known.run}`)
    await expect(page.getByRole('heading', { name: 'Findings by rule' })).toBeVisible()
  })
})

test.describe('a customer', () => {
  test.use({ storageState: stateOf('Account administrator') })

  test('is told that the console is not for them, and led back', async ({ page, sample }) => {
    await open(page, '/console/jobs')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is for the people of the producer')
    await expect(page.getByRole('navigation')).toHaveCount(0)
    await page.getByRole('link', { name: 'Go to your account' }).click()
    await expect(page).toHaveURL(new RegExp(`/accounts/${sample.account.id}$`))
    await expect(page.getByRole('link', { name: 'Operator console' })).toHaveCount(0)
  })
})

test.describe('nobody', () => {
  test.use({ storageState: nobody })

  test('signs in first, and comes back to the address', async ({ page }) => {
    await page.goto('/console/server')
    await expect(page).toHaveURL(/\/sign-in\?return_to=%2Fconsole%2Fserver/)
    await page.getByRole('button', { name: 'Operator' }).click()
    await expect(page).toHaveURL(/\/console\/server$/)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Server')
  })
})

test.describe('an operator', () => {
  // A new sign-in ends the session of its browser, so these tests do not begin with the one that all tests share.
  test.use({ storageState: nobody })

  test('views as a customer, and the console waits', async ({ page, sample }) => {
    await takeRole(page, 'Operator', `/console/accounts/${sample.account.id}`)
    await page.getByRole('button', { name: 'View as the customer …' }).click()
    await dialog(page)
      .getByLabel(/^Reason/)
      .fill('Case 4711')
    await dialog(page).getByRole('button', { name: 'View as the customer' }).click()
    await expect(page).toHaveURL(new RegExp(`/accounts/${sample.account.id}$`))
    await expect(page.getByText('You see what an administrator of')).toBeVisible()
    await page.goto('/console/')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'The console is closed while you view as a customer',
    )
    await page.getByRole('button', { name: 'Stop viewing as the customer' }).click()
    await expect(page.getByRole('searchbox')).toBeVisible()
  })

  test('goes from the portal to the console and back', async ({ page, sample }) => {
    await takeRole(page, 'Operator', '/sign-out')
    await open(page, `/accounts/${sample.account.id}`)
    await page.getByRole('link', { name: 'Operator console' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Find')
    await page.getByRole('link', { name: 'Customer portal' }).click()
    await expect(page).toHaveURL(/\/accounts$/)
  })

  test('adds a person of the producer, changes the role, and deactivates them', async ({ page }) => {
    await takeRole(page, 'Operator', '/sign-out')
    const name = `agent-${Date.now().toString(36)}`
    await open(page, '/console/people')
    await page.getByRole('button', { name: 'Add a person' }).click()
    await dialog(page).getByLabel('E-mail address').fill(`${name}@producer.example`)
    await dialog(page).getByLabel('Name to show').fill(name)
    await expect(dialog(page)).toContainText(/gets a user/)
    await dialog(page).getByRole('button', { name: 'Add a person' }).click()
    await closeDialog(page)
    const row = page.getByRole('row', { name: new RegExp(name) })
    await expect(row).toContainText('Support agent')
    await row.getByRole('button', { name: `Actions for ${name}` }).click()
    await page.getByRole('menuitem', { name: 'Change role' }).click()
    await dialog(page).getByRole('combobox').selectOption('OPERATOR')
    await dialog(page).getByRole('button', { name: 'Change role' }).click()
    await closeDialog(page)
    await expect(row).toContainText('Operator')
    await row.getByRole('button', { name: `Actions for ${name}` }).click()
    await page.getByRole('menuitem', { name: 'Deactivate' }).click()
    await dialog(page)
      .getByRole('button', { name: `Deactivate ${name}` })
      .click()
    await closeDialog(page)
    await expect(row).toContainText('Deactivated')
  })

  test('cannot change themselves', async ({ page }) => {
    await takeRole(page, 'Operator', '/sign-out')
    await open(page, '/console/people')
    const own = page.getByRole('row').filter({ hasText: 'operator@sample.example' })
    await own.getByRole('button', { name: /^Actions for/ }).click()
    await expect(page.getByRole('menuitem', { name: /^Deactivate/ })).toHaveAttribute('aria-disabled', 'true')
  })
})

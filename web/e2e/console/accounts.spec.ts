import { expect, type Page } from '@playwright/test'
import { violations } from '../accessibility.ts'
import { englishOn } from '../portal/german.ts'
import { expectToFit } from '../portal/fit.ts'
import { closeDialog, dialog } from '../portal/test.ts'
import { stateOf } from '../roles.ts'
import { test } from './test.ts'

test.use({ storageState: stateOf('Operator'), reducedMotion: 'reduce', viewport: { width: 1280, height: 900 } })

/** Opens a screen, and waits for its title. The buttons of these tests are there with it. */
async function open(page: Page, address: string) {
  await page.goto(address)
  await expect(page.locator('h1').first()).toHaveText(/\S/)
}

/** Waits until a change is done, and closes its dialog. While it is being done there is a button "Close" too. */
async function finish(page: Page) {
  await expect(dialog(page).getByRole('heading', { name: 'What happened' })).toBeVisible()
  await closeDialog(page)
  await expect(dialog(page)).toHaveCount(0)
}

/** A name that no other run gives. */
const fresh = (what: string) => `${what} ${Date.now().toString(36)}`

test('an operator creates an account, changes it, places it below another, and retires it', async ({
  page,
  sample,
}) => {
  test.slow()
  const name = fresh('Pier')
  await open(page, '/console/')
  await page.getByRole('button', { name: 'New account' }).click()
  await expect(dialog(page).getByText('Fill in what is missing')).toBeVisible()
  await dialog(page).getByRole('textbox', { name: 'Name' }).fill(name)
  await dialog(page).getByRole('textbox', { name: 'Country' }).fill('zz')
  await expect(dialog(page).getByText('This is not the code of a country.')).toBeVisible()
  await dialog(page).getByRole('textbox', { name: 'Country' }).fill('de')
  await dialog(page).getByRole('textbox', { name: 'City' }).fill('Bremen')
  await expect(dialog(page).getByText(`The account ${name} is created`)).toBeVisible()
  await dialog(page).getByRole('button', { name: 'Create account' }).click()
  await expect(dialog(page).getByText(`The account ${name} was created`)).toBeVisible()
  await dialog(page)
    .getByRole('link', { name: `Open the page of ${name}` })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  await expect(page.getByText('Customer · Bremen, DE')).toBeVisible()

  const choose = async (action: string | RegExp) => {
    await page.getByRole('button', { name: /^Actions for/ }).click()
    await page.getByRole('menuitem', { name: action }).click()
  }
  await choose('Change account')
  await dialog(page).getByRole('combobox', { name: 'Kind' }).selectOption('CHANNEL_PARTNER')
  await dialog(page).getByRole('textbox', { name: 'City' }).fill('')
  await dialog(page).getByRole('button', { name: 'Change account' }).click()
  await finish(page)
  await expect(page.getByText('Channel partner · DE')).toBeVisible()

  await choose('Place below another account …')
  await dialog(page).getByRole('textbox', { name: 'Find the account' }).fill(sample.account.name)
  await dialog(page).getByRole('combobox', { name: 'Account above' }).selectOption(sample.account.id)
  await expect(dialog(page).getByText('Directly below')).toBeVisible()
  await dialog(page).getByRole('button', { name: 'Place account' }).click()
  await finish(page)
  await expect(page.getByRole('link', { name: sample.account.name, exact: true })).toBeVisible()

  await choose('Retire …')
  await expect(dialog(page).getByText(`${name} is retired`)).toBeVisible()
  await dialog(page).getByRole('button', { name: 'Retire account' }).click()
  await finish(page)
  await expect(page.getByText(/retired since/)).toBeVisible()
  await choose('Reinstate')
  await dialog(page).getByRole('button', { name: 'Reinstate account' }).click()
  await finish(page)
  await expect(page.getByText(/retired since/)).toHaveCount(0)

  await choose(/^Remove from below/)
  await dialog(page).getByRole('button', { name: 'Remove from there' }).click()
  await finish(page)
  await expect(page.getByRole('link', { name: sample.account.name, exact: true })).toHaveCount(0)
})

test('an operator adds a user', async ({ page }) => {
  const address = `${fresh('ada').replace(' ', '.')}@new.example`
  await open(page, '/console/')
  await page.getByRole('button', { name: 'New user' }).click()
  await dialog(page).getByRole('textbox', { name: 'E-mail address' }).fill(address)
  await dialog(page).getByRole('textbox', { name: 'First name' }).fill('Ada')
  await expect(dialog(page).getByText(`${address} gets a user`)).toBeVisible()
  await dialog(page).getByRole('button', { name: 'Add user' }).click()
  await finish(page)
  await page.getByRole('searchbox').fill(address)
  await expect(page.getByText(address).first()).toBeVisible()
})

test('the dialogs are accessible in light and dark, and on a phone', async ({ page, sample }) => {
  test.slow() // axe looks at three pages, each twice
  for (const [path, buttons] of [
    ['/console/', ['New account']],
    ['/console/', ['New user']],
    [`/console/accounts/${sample.account.id}`, [/^Actions for/, 'Place below another account …']],
  ] as const) {
    await open(page, path)
    for (const name of buttons) {
      await page.getByRole('button', { name }).or(page.getByRole('menuitem', { name })).click()
    }
    await expect(dialog(page)).toBeVisible()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect.soft(await violations(page), `${String(buttons)}, ${colorScheme}`).toEqual([])
    }
    await page.setViewportSize({ width: 390, height: 844 })
    await expectToFit(page, `${String(buttons)} on a phone`)
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.keyboard.press('Escape')
  }
})

test.describe('a support agent', () => {
  test.use({ storageState: stateOf('Support agent') })

  test('gets no button that would be refused', async ({ page, sample }) => {
    await open(page, '/console/')
    await expect(page.getByRole('button', { name: /^New/ })).toHaveCount(0)
    await open(page, `/console/accounts/${sample.account.id}`)
    await expect(page.getByRole('button', { name: /^Actions for/ })).toHaveCount(0)
  })
})

test.describe('in German', () => {
  test.use({ locale: 'de-DE' })

  test('the dialogs are German', async ({ page }) => {
    for (const name of ['Neues Konto', 'Neue Person']) {
      await open(page, '/console/')
      await page.getByRole('button', { name }).click()
      await expect(dialog(page)).toBeVisible()
      expect.soft(await englishOn(page), name).toEqual([])
      await page.keyboard.press('Escape')
    }
  })
})

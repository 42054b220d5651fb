import { expect, type Page } from '@playwright/test'
import { test as guarded } from '../guard.ts'
import { quiet } from '../traffic.ts'
import { readSample, type Sample } from './sample.ts'

/** The test of the portal, with what is known of the sample base. */
export const test = guarded.extend<{ sample: Sample; at: (path?: string) => string }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from the pattern.
  sample: async ({}, use) => {
    await use(await readSample())
  },
  /** The address of a screen of the sample account. */
  at: async ({ sample }, use) => {
    await use((path = '') => `/accounts/${sample.account.id}${path}`)
  },
})

/** Opens a screen of the portal, and waits until all of it is there. */
export async function open(page: Page, address: string) {
  await page.goto(address)
  await settled(page)
}

/** Waits until a screen has its title, and nothing of it is still being asked for or drawn. */
export async function settled(page: Page) {
  await expect(page.locator('h1').first()).toHaveText(/\S/)
  await quiet(page)
  await expect(page.locator('main [class*="Skeleton"], main [aria-busy="true"]')).toHaveCount(0)
}

/** Opens the command palette, and waits until it takes what is typed. */
export async function openPalette(page: Page) {
  await page.keyboard.press('Control+k')
  await expect(dialog(page).getByRole('combobox')).toBeFocused()
}

/** Takes with Enter what a field has found first, once Enter would take it: a moment after it can be seen. */
export async function takeFound(page: Page, name: string) {
  await expect(page.getByRole('option', { name }).first()).toHaveAttribute('data-active-item', 'true')
  await page.keyboard.press('Enter')
}

/** Closes a dialog once it has said what was done: with a key, because it may still grow, and a click would miss. */
export async function closeDialog(page: Page) {
  await expect(dialog(page)).toContainText('What happened')
  // The title takes the focus when the dialog says so, and would take it from the button.
  await expect(dialog(page).getByRole('heading', { level: 2 }).first()).toBeFocused()
  await dialog(page).getByRole('button', { name: 'Close' }).press('Enter')
  await expect(dialog(page)).toHaveCount(0)
}

/** Closes a dialog while its change is being carried out. */
export async function leaveDialog(page: Page) {
  await dialog(page).getByRole('button', { name: 'Close' }).press('Enter')
  await expect(dialog(page)).toHaveCount(0)
}

/** The dialog that is open. */
export function dialog(page: Page, name?: string | RegExp) {
  return page.getByRole('dialog', name === undefined ? {} : { name })
}

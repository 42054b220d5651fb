import { expect } from '@playwright/test'
import { violations } from '../accessibility.ts'
import { englishOn } from '../portal/german.ts'
import { inspect } from '../portal/inspect.ts'
import { dialog, open, settled } from '../portal/test.ts'
import { stateOf } from '../roles.ts'
import { operatorScreens, screens } from './screens.ts'
import { test } from './test.ts'

test.use({ storageState: stateOf('Operator'), reducedMotion: 'reduce', viewport: { width: 1280, height: 900 } })

for (const screen of [...screens, ...operatorScreens]) {
  test(`accessible, still, and whole on a phone: ${screen.name}`, async ({ page, known }) => {
    test.slow() // a page of findings has a thousand elements that axe looks at three times
    await inspect(page, screen.path(known))
  })
}

test('the dialogs of people and keys are accessible in light and dark', async ({ page }) => {
  for (const [path, button] of [
    ['/console/people', 'Add a person'],
    ['/console/people?tab=keys', 'Create API key'],
  ] as const) {
    await open(page, path)
    await page.getByRole('button', { name: button }).click()
    await expect(dialog(page)).toBeVisible()
    await settled(page)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect.soft(await violations(page), `${button}, ${colorScheme}`).toEqual([])
    }
    await page.keyboard.press('Escape')
  }
})

test.describe('in German', () => {
  test.use({ locale: 'de-DE' })

  test('every screen is German for a German browser', async ({ page, known }) => {
    test.setTimeout(480_000)
    for (const screen of [...screens, ...operatorScreens]) {
      await open(page, screen.path(known))
      await expect(page.locator('html')).toHaveAttribute('lang', /^de/)
      expect.soft(await englishOn(page), screen.name).toEqual([])
    }
  })
})

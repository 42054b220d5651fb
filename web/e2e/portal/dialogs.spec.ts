import { expect } from '@playwright/test'
import { violations, violationsOfColor } from '../accessibility.ts'
import { stateOf } from '../roles.ts'
import { dialogs } from './dialogs.ts'
import { dialog, open, settled, test } from './test.ts'

test.use({
  storageState: stateOf('Account administrator'),
  reducedMotion: 'reduce',
  viewport: { width: 1280, height: 900 },
})

for (const { name, path, show, onlyWide = false } of dialogs) {
  test(`accessible, and whole on a phone: ${name}`, async ({ page, at }) => {
    await open(page, at(path))
    await show(page)
    const over = page.locator('dialog[open], [popover]:popover-open, [role=menu]:visible')
    await expect(over).toHaveCount(1)
    await expect(over.locator('[class*="Skeleton"], [class*="asking"]')).toHaveCount(0)
    await settled(page)
    expect.soft(await violations(page), 'violations in the light scheme').toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect.soft(await violationsOfColor(page), 'violations in the dark scheme').toEqual([])

    const narrow = [
      { width: 640, height: 450 },
      { width: 320, height: 640 },
    ]
    for (const viewport of onlyWide ? [] : narrow) {
      await page.setViewportSize(viewport)
      const outside = async () => {
        const box = await over.boundingBox()
        const inside = box !== null && box.x >= 0 && box.x + box.width <= viewport.width
        return inside ? null : box
      }
      const softly = expect.configure({ soft: true })
      await softly.poll(outside, `outside a window of ${viewport.width} px`).toBeNull()
      const beyond = () => over.evaluate((element) => element.scrollWidth - element.clientWidth)
      await softly.poll(beyond, `wider than itself at ${viewport.width} px by`).toBeLessThanOrEqual(0)
      // What is below the edge can be reached by scrolling.
      const last = over.getByRole('button').last()
      if ((await last.count()) > 0) {
        await last.scrollIntoViewIfNeeded()
        await expect(last).toBeInViewport()
      }
    }
  })
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true })

  test('the rest of the screens is behind a button, and accessible', async ({ page, at }) => {
    await open(page, at())
    await page.getByRole('button', { name: 'More', exact: true }).tap()
    await expect(dialog(page, 'More').getByRole('link', { name: /^Settings/ })).toBeVisible()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect.soft(await violations(page), `violations in the ${colorScheme} scheme`).toEqual([])
    }
    await dialog(page, 'More')
      .getByRole('link', { name: /^Activity/ })
      .tap()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Activity')
    await expect(dialog(page)).toHaveCount(0)
  })
})

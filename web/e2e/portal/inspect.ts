import { expect, type Page } from '@playwright/test'
import { violations, violationsOfColor } from '../accessibility.ts'
import { expectToFit, offered } from './fit.ts'
import { shifts, watchShifts } from './shift.ts'
import { open, settled } from './test.ts'

/** How much may move while a screen is loaded. */
const mostShift = 0.02

/** Opens a screen, and looks at it in light and dark, twice as large, and as narrow as a phone of today can be. */
export async function inspect(page: Page, address: string) {
  await watchShifts(page)
  await open(page, address)
  const moved = await shifts(page)
  expect.soft(moved.sum, `moved while loading: ${moved.what.join('\n')}`).toBeLessThan(mostShift)

  const wide = await offered(page)
  expect.soft(await violations(page), 'violations in the light scheme').toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect.soft(await violationsOfColor(page), 'violations in the dark scheme').toEqual([])

  for (const viewport of [
    { width: 640, height: 450 },
    { width: 320, height: 640 },
  ]) {
    await page.setViewportSize(viewport)
    await settled(page)
    await expectToFit(page, `beyond the edge at ${viewport.width} px`)
    const lost = async () => {
      const narrow = new Set(await offered(page))
      return wide.filter((name) => !narrow.has(name))
    }
    await expect.configure({ soft: true }).poll(lost, `lost at ${viewport.width} px`).toEqual([])
  }
  expect.soft(await violations(page), 'violations on a phone').toEqual([])
}

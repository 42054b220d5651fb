import { expect } from '@playwright/test'
import { violations } from '../accessibility.ts'
import { stateOf } from '../roles.ts'
import { expectToFit, offered } from './fit.ts'
import { screens } from './screens.ts'
import { shifts, watchShifts } from './shift.ts'
import { open, settled, test } from './test.ts'

test.use({ storageState: stateOf('Account administrator'), reducedMotion: 'reduce', viewport: { width: 1280, height: 900 } })

/** What a narrow window does not need: a phone shows the rows without columns. */
const onlyWide = new Set(['Columns'])

/** How much may move while a screen is loaded. */
const mostShift = 0.02

for (const screen of screens) {
  test(`accessible, still, and whole on a phone: ${screen.name}`, async ({ page, sample, at }) => {
    await watchShifts(page)
    await open(page, at(screen.path(sample)))
    const moved = await shifts(page)
    expect.soft(moved.sum, `moved while loading: ${moved.what.join('\n')}`).toBeLessThan(mostShift)

    const wide = await offered(page)
    expect.soft(await violations(page), 'violations in the light scheme').toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect.soft(await violations(page), 'violations in the dark scheme').toEqual([])

    // Twice as large, and as narrow as a phone of today can be.
    for (const viewport of [
      { width: 640, height: 450 },
      { width: 320, height: 640 },
    ]) {
      await page.setViewportSize(viewport)
      await settled(page)
      await expectToFit(page, `beyond the edge at ${viewport.width} px`)
      const narrow = new Set(await offered(page))
      expect.soft(wide.filter((name) => !narrow.has(name) && !onlyWide.has(name)), `lost at ${viewport.width} px`).toEqual([])
    }
    expect.soft(await violations(page), 'violations on a phone').toEqual([])
  })
}

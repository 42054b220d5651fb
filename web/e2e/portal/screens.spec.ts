import { expect, type Page } from '@playwright/test'
import { violations } from '../accessibility.ts'
import { type Role, stateOf } from '../roles.ts'
import { expectToFit, offered } from './fit.ts'
import { screens } from './screens.ts'
import { shifts, watchShifts } from './shift.ts'
import { open, settled, test } from './test.ts'

test.use({ reducedMotion: 'reduce', viewport: { width: 1280, height: 900 } })

/** How much may move while a screen is loaded. */
const mostShift = 0.02

/** Opens a screen, and looks at it in light and dark, twice as large, and as narrow as a phone of today can be. */
async function inspect(page: Page, address: string) {
  await watchShifts(page)
  await open(page, address)
  const moved = await shifts(page)
  expect.soft(moved.sum, `moved while loading: ${moved.what.join('\n')}`).toBeLessThan(mostShift)

  const wide = await offered(page)
  expect.soft(await violations(page), 'violations in the light scheme').toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect.soft(await violations(page), 'violations in the dark scheme').toEqual([])

  for (const viewport of [
    { width: 640, height: 450 },
    { width: 320, height: 640 },
  ]) {
    await page.setViewportSize(viewport)
    await settled(page)
    await expectToFit(page, `beyond the edge at ${viewport.width} px`)
    const narrow = new Set(await offered(page))
    expect
      .soft(
        wide.filter((name) => !narrow.has(name)),
        `lost at ${viewport.width} px`,
      )
      .toEqual([])
  }
  expect.soft(await violations(page), 'violations on a phone').toEqual([])
}

test.describe('administrator', () => {
  test.use({ storageState: stateOf('Account administrator') })

  for (const screen of screens) {
    test(`accessible, still, and whole on a phone: ${screen.name}`, async ({ page, sample, at }) => {
      test.slow(screen.path(sample).startsWith('/developers'), 'axe looks at hundreds of links of the reference')
      await inspect(page, at(screen.path(sample)))
    })
  }
})

/** What others see instead. */
const others: readonly { role: Role; path: string | null }[] = [
  { role: 'License manager', path: '/people' },
  { role: 'License manager', path: '/activity' },
  { role: 'Member of the community', path: '' },
  { role: 'Operator', path: null },
]

for (const { role, path } of others) {
  test.describe(role, () => {
    test.use({ storageState: stateOf(role) })

    test(`accessible, still, and whole on a phone: ${path ?? 'choice of an account'}`, async ({ page, at }) => {
      await inspect(page, path === null ? '/accounts' : at(path))
    })
  })
}

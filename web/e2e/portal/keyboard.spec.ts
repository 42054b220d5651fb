import { once } from 'node:events'
import { expect, type Page } from '@playwright/test'
import { stateOf } from '../roles.ts'
import { idle } from '../traffic.ts'
import { dialog, open, openPalette, settled, test } from './test.ts'

test.use({ storageState: stateOf('Account administrator') })

/** Presses Tab until something has the focus, and expects that each step can be seen. */
async function tabTo(page: Page, selector: string, most = 60) {
  for (let step = 0; step < most; step++) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate((wanted) => {
      const element = document.activeElement ?? document.body
      // The mark may be on the element, on what it lies over, or on the row or field that it belongs to.
      const seen = [element, element.parentElement ?? element].some((marked) =>
        ['', '::before', '::after'].some((part) => {
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(marked, part)
          return boxShadow !== 'none' || (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1.5)
        }),
      )
      // The parts of a date field, between which Tab goes too, are marked by the browser.
      const ofBrowser = element.matches('input[type=date]')
      return { seen: seen || ofBrowser, is: element.matches(wanted), what: element.outerHTML.slice(0, 100) }
    }, selector)
    expect.soft(at.seen, `the focus can be seen on ${at.what}`).toBe(true)
    if (at.is) {
      return
    }
  }
  throw new Error(`${most} steps of Tab do not lead to ${selector}`)
}

test('the keyboard alone leads from Home to a line item, and to an invitation', async ({ page, sample, at }) => {
  await open(page, at())
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await tabTo(page, 'main *')

  await page.keyboard.press('g')
  await page.keyboard.press('e')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Entitlements')
  await expect(page).toHaveTitle(/^Entitlements · /)
  await settled(page)
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type(sample.activated.activationId)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/text=/)
  await expect(page.getByRole('table').getByRole('rowheader').getByRole('link')).toHaveCount(1)
  await tabTo(page, 'th[scope=row] a')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(sample.activated.product)
  await settled(page)
  await tabTo(page, 'a[href*="tab=activations"]')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/tab=activations/)

  await openPalette(page)
  await page.keyboard.type('people')
  await expect(page.getByRole('option', { name: 'People G P' })).toHaveAttribute('data-active-item', 'true')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('People')
  await settled(page)

  await tabTo(page, 'button[data-main="true"]')
  const invite = page.getByRole('button', { name: 'Invite people' })
  await expect(invite).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog(page, 'Invite people')).toBeVisible()
  await tabTo(page, 'dialog textarea')
  await page.keyboard.type('nobody@keyboard.example')
  await expect(dialog(page)).toContainText('nobody@keyboard.example gets an invitation')
  await tabTo(page, 'dialog button[type=submit]')
  await expect(dialog(page).getByRole('button', { name: 'Invite 1 person' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
  await expect(invite).toBeFocused()

  await page.keyboard.press('?')
  await expect(dialog(page)).toContainText('Go to Entitlements')
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
})

test('what is typed before the palette is loaded is not lost', async ({ page, at }) => {
  const release = new AbortController()
  const released = once(release.signal, 'abort')
  await page.route('**/Palette-*.js', async (route) => {
    await released
    await route.fallback()
  })
  const asked = page.waitForRequest('**/Palette-*.js')
  await page.goto(at())
  await expect(page.locator('h1').first()).toHaveText(/\S/)
  await idle(page) // the page listens to keys once it is drawn
  await page.keyboard.press('Control+k')
  await page.keyboard.type('peo')
  await expect(dialog(page).getByRole('textbox')).toHaveValue('peo')
  await asked
  release.abort()
  const field = dialog(page).getByRole('combobox')
  await expect(field).toHaveValue('peo')
  await expect(field).toBeFocused()
  await page.keyboard.type('ple')
  await expect(field).toHaveValue('people')
  await expect(page.getByRole('option', { name: 'People G P' })).toHaveAttribute('data-active-item', 'true')
})

test('Enter opens the first result for the text that stands there, also if it has to wait for it', async ({
  page,
  sample,
  at,
}) => {
  await open(page, at())
  await openPalette(page)
  const field = dialog(page).getByRole('combobox')
  await page.route('**/graphql', async (route) => {
    await page.waitForTimeout(300)
    await route.fallback()
  })
  await field.fill('nothing of that name')
  await page.keyboard.press('Enter')
  await field.fill(sample.activated.id)
  await expect(dialog(page).getByRole('option')).toContainText(sample.activated.activationId)
  await expect(page, 'Enter was pressed for another text').toHaveURL(new RegExp(`${at()}$`))
  await field.fill(sample.served.id)
  await page.keyboard.press('Enter')
  await expect(page, 'not what was found for the former text').toHaveURL(
    new RegExp(`/entitlements/${sample.served.id}`),
  )
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})

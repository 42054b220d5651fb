import { expect, type Page } from '@playwright/test'
import { closeDialog, dialog, open, settled } from '../portal/test.ts'
import { stateOf } from '../roles.ts'
import { test } from './test.ts'

/*
 * The first half year of a producer, entered through the console alone, and then read on six days of it. It has a product
 * line and customers of its own on the server of the other tests: nothing that it says depends on what else is there.
 */

test.use({
  storageState: stateOf('Operator'),
  locale: 'en-GB',
  reducedMotion: 'reduce',
  viewport: { width: 1280, height: 900 },
})

const run = Date.now().toString(36)
const now = new Date()

/** A day of the half year: the month counts from 0, six months ago. Day 0 is the last one of the month before. */
function dayOf(month: number, day: number): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 6 + month, day)).toISOString().slice(0, 10)
}

/** A day so many days after today. */
function dayAfter(days: number): string {
  return new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10)
}

/** A day as the pages write it. */
function written(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
}

const field = (page: Page, name: string) => dialog(page).getByRole('textbox', { name, exact: true })
const choice = (page: Page, name: string) => dialog(page).getByRole('combobox', { name, exact: true })

/** Carries out a change once its dialog says what will happen, and closes the dialog. */
async function carryOut(page: Page, says: string | RegExp, action: string, reason?: string) {
  if (reason !== undefined) {
    await field(page, 'Reason').fill(reason)
  }
  await expect(dialog(page).getByText(says).first()).toBeVisible()
  await dialog(page).getByRole('button', { name: action, exact: true }).click()
  await closeDialog(page)
}

const line = `Cranes ${run}`
const product = `Lifter ${run}`
const model = `Counted ${run}`
const quarter = `QUARTER-${run}`
const trial = `TRY-${run}`

/** Creates a part number, of which the dialog says what is missing until nothing is. */
async function createPart(page: Page, code: string, term: string, length: string, unit: string) {
  await open(page, '/console/catalog')
  await page.getByRole('button', { name: 'New part number' }).click()
  await field(page, 'Code').fill(code)
  const missing = dialog(page).getByText(/^Before rights can be issued under it, this is missing/u)
  await expect(missing).toContainText('the product')
  await field(page, 'Find the product').fill(product)
  await choice(page, 'Product').selectOption(product)
  await choice(page, 'Unit').selectOption('seats')
  await field(page, 'Units in one piece').fill('5')
  await choice(page, 'Term').selectOption(term)
  await choice(page, 'Start').selectOption('on a fixed day')
  await expect(missing).toHaveText(/missing: the length of the term\.$/u)
  await field(page, 'Length').fill(length)
  await choice(page, 'Length counted in').selectOption(unit)
  await expect(dialog(page).getByText('Nothing is missing.')).toBeVisible()
  await expect(dialog(page).getByText(`${code} is added`)).toBeVisible()
  await dialog(page).getByRole('button', { name: 'Create part number' }).click()
  await dialog(page)
    .getByRole('link', { name: `Open ${code}` })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(code)
  await expect(page.getByText('Nothing is missing.')).toBeVisible()
}

async function enterCatalog(page: Page) {
  await open(page, '/console/catalog?tab=products')
  await page.getByRole('button', { name: 'New product line' }).click()
  await field(page, 'Name').fill(line)
  await carryOut(page, `${line} is added`, 'Create product line')
  await page.getByRole('tab', { name: 'License models' }).click()
  await page.getByRole('button', { name: 'New license model' }).click()
  await field(page, 'Name').fill(model)
  await field(page, 'Days of grace').fill('0')
  await dialog(page).getByLabel('Valid from').fill(dayOf(-6, 1))
  await carryOut(page, `${model} is added`, 'Create license model')
  await page.getByRole('tab', { name: 'Products' }).click()
  await page.getByRole('button', { name: 'New product', exact: true }).click()
  await choice(page, 'Product line').selectOption(line)
  await choice(page, 'License model').selectOption(model)
  await field(page, 'Name').fill(product)
  await carryOut(page, `${product} is added`, 'Create product')
  await createPart(page, trial, 'trial', '30', 'days')
  await createPart(page, quarter, 'subscription', '3', 'months')
  await page.getByRole('button', { name: 'Set list price' }).click()
  await field(page, 'Amount').fill('40')
  await field(page, 'Currency').fill('EUR')
  await carryOut(page, /\b40\b/u, 'Set price')
}

/** Creates a customer, and returns the id of the account. */
async function createCustomer(page: Page, name: string): Promise<string> {
  await open(page, '/console')
  await page.getByRole('button', { name: 'New account' }).click()
  await field(page, 'Name').fill(name)
  await carryOut(page, `${name} is created`, 'Create account')
  await open(page, `/console?text=${encodeURIComponent(name)}`)
  await page.getByRole('link', { name, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

interface Order {
  customer: string
  part?: string
  pieces: number
  startsOn: string
}

/** Issues an order, and returns the address of what it grants in the console. */
async function issue(page: Page, number: string, { customer, part = quarter, pieces, startsOn }: Order) {
  await page.goto(`/console/issue?account=${customer}`)
  await page.getByRole('textbox', { name: 'Order number' }).fill(number)
  await page.getByRole('combobox', { name: 'Part number' }).focus()
  await page.keyboard.type(part)
  await expect(page.getByRole('option', { name: part }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Pieces' }).fill(String(pieces))
  await page.getByLabel('First day', { exact: true }).fill(startsOn)
  await page.getByRole('button', { name: 'Issue', exact: true }).click()
  await expect(page.getByRole('heading', { name: `${number} is done` })).toBeVisible()
  const href = await page.getByRole('link', { name: /^Open / }).getAttribute('href')
  return href ?? ''
}

/** Opens the page of a right in the console, and returns its activation id. */
async function openRight(page: Page, address: string): Promise<string> {
  await open(page, address)
  const named = await page.getByRole('button', { name: /^Actions for [\dA-Z]{5}-/u }).getAttribute('aria-label')
  return named?.replace('Actions for ', '') ?? ''
}

async function choose(page: Page, of: string, action: string) {
  await page.getByRole('button', { name: `Actions for ${of}`, exact: true }).click()
  await page.getByRole('menuitem', { name: action }).click()
}

/** Renews the right that is shown, from the day after its last end, with as many as before unless it is said. */
async function renew(page: Page, seats?: string) {
  await page.getByRole('button', { name: 'Renew', exact: true }).click()
  if (seats !== undefined) {
    await field(page, 'New total').fill(seats)
  }
  await carryOut(page, 'A period is added', 'Renew')
}

/** What the portal says of a right on a day, in one sentence. */
async function sentence(page: Page, account: string, right: string, day: string) {
  const id = right.split('/').at(-1) ?? ''
  await page.goto(`/accounts/${account}/entitlements/${id}?on=${day}`)
  await settled(page)
  return page.locator('main p[class*="sentence"]').first()
}

test('a producer enters half a year of business, and every day of it is told as it was', async ({ page }) => {
  test.setTimeout(180_000)
  page.setDefaultTimeout(20_000)
  await enterCatalog(page)
  const customers = [
    await createCustomer(page, `Heron of ${run}`),
    await createCustomer(page, `Crane of ${run}`),
    await createCustomer(page, `Stork of ${run}`),
  ] as const
  const [heron, crane, stork] = customers

  // Thirty orders: seven that something is done with, and others.
  const two = { pieces: 2 }
  const late = await issue(page, `HY-${run}-1`, { ...two, customer: heron, startsOn: dayOf(0, 1) })
  const early = await issue(page, `HY-${run}-2`, { ...two, customer: crane, startsOn: dayOf(4, 1) })
  const fewer = await issue(page, `HY-${run}-3`, { ...two, customer: stork, startsOn: dayOf(0, 1) })
  const wrong = await issue(page, `HY-${run}-4`, { ...two, customer: heron, startsOn: dayOf(4, 1) })
  const tried = await issue(page, `HY-${run}-5`, { customer: crane, part: trial, pieces: 1, startsOn: dayAfter(-3) })
  const held = await issue(page, `HY-${run}-6`, { ...two, customer: stork, startsOn: dayOf(4, 1) })
  const withdrawn = await issue(page, `HY-${run}-7`, { ...two, customer: heron, startsOn: dayOf(4, 1) })
  for (let order = 8; order <= 30; order++) {
    const customer = customers[order % 3] ?? heron
    const startsOn = dayOf(order % 6, 1 + (order % 27))
    await issue(page, `HY-${run}-${order}`, { customer, pieces: 1 + (order % 3), startsOn })
  }

  // A term that ended three months ago is renewed only now: from the day after its end.
  await openRight(page, late)
  await expect(page.getByRole('table', { name: 'Ledger' })).toContainText('Opening amount')
  await renew(page)
  await expect(page.getByRole('table', { name: 'Periods' }).getByRole('row').nth(2)).toContainText(written(dayOf(3, 1)))
  await openRight(page, early)
  await renew(page)
  await openRight(page, fewer)
  await renew(page, '6')
  await openRight(page, wrong)
  await choose(page, 'No. 1', 'Correct')
  await field(page, 'Granted').fill('8')
  await carryOut(page, 'The recorded period is voided', 'Correct', 'Ten were typed, eight were ordered')
  await openRight(page, tried)
  await page.getByRole('button', { name: 'Convert the trial' }).click()
  await choice(page, 'Part number').selectOption(quarter)
  await carryOut(page, 'A period is added', 'Convert')
  const stopped = await openRight(page, held)
  await choose(page, stopped, 'Hold')
  await carryOut(page, `${stopped} is put on hold`, 'Put on hold', 'The invoice is not paid')
  const taken = await openRight(page, withdrawn)
  await choose(page, taken, 'Withdraw the entitlement …')
  await carryOut(page, /is withdrawn$/u, 'Withdraw', 'Returned to the dealer')

  // What customers read out finds a right that was issued here, in small letters, too.
  await open(page, '/console/')
  await page.getByRole('searchbox').fill(`Activation id: ${stopped.toLowerCase()}.`)
  const found = page.getByRole('link', { name: product })
  await expect(found).toHaveCount(1)
  await expect(found).toHaveAttribute('href', new RegExp(`/entitlements/${held.split('/').at(-1)}$`, 'u'))

  // Six days.
  const today = dayAfter(0)
  await expect(await sentence(page, heron, late, dayOf(-1, 15))).toContainText(`beginning on ${written(dayOf(0, 1))}`)
  await expect(await sentence(page, heron, late, dayOf(1, 15))).toContainText('10 seats')
  const third = dayOf(3, 15)
  await expect(await sentence(page, heron, late, third)).toContainText('10 seats')
  await expect(await sentence(page, stork, fewer, third)).toContainText('6 seats')
  await expect(await sentence(page, heron, wrong, dayOf(4, 15))).toContainText('8 seats')
  await expect(await sentence(page, crane, early, dayOf(7, 15))).toContainText('10 seats')
  await expect(await sentence(page, stork, held, today)).toContainText(/on hold/iu)
  await expect(await sentence(page, heron, withdrawn, today)).toContainText(/withdrawn/iu)
  await expect(await sentence(page, crane, tried, today)).toContainText('5 seats')

  // The portal tells of the mended right who did it, though that is recorded of its periods.
  const id = wrong.split('/').at(-1)
  await open(page, `/accounts/${heron}/entitlements/${id}?tab=history`)
  await expect(page.getByText('Granted: 8 seats, and not 10 seats')).toBeVisible()
  const changed = page.getByRole('table', { name: 'Who changed it here' })
  await expect(changed).toContainText('Ten were typed, eight were ordered')
})

import { expect, type Page } from '@playwright/test'
import { written } from '../days.ts'
import { dialog, open, settled } from '../portal/test.ts'
import { join, signIn, test } from './producer.ts'
import {
  carryOut,
  choice,
  createCustomer,
  type Customer,
  dayOf,
  enterCatalog,
  field,
  issue,
  product,
  quarter,
  type Right,
  table,
  takeStep,
} from './selling.ts'
import {
  covered,
  days,
  early,
  fewer,
  held,
  late,
  ordersFrom,
  type Told,
  told,
  tried,
  withdrawn,
  wrong,
} from './told.ts'

/*
 * The first half year of a producer, from an empty database on, through the pages of console and portal alone. Then the
 * administrators of the customers ask what they own on six days, and why.
 */

test.use({ locale: 'en-GB', reducedMotion: 'reduce', viewport: { width: 1280, height: 900 } })

/** Chooses what a menu offers. */
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

/** Opens what a customer owns on a day. */
async function openList(page: Page, { id }: Customer, day: string) {
  await open(page, `/accounts/${id}/entitlements?on=${day}&status=all&group=none`)
  await expect(page.getByText('10 of 10 shown')).toBeVisible()
}

const row = (page: Page, { activationId }: Right) => page.getByRole('row').filter({ hasText: activationId })

/** Reads from a list of the portal what a right is on its day. */
async function expectOnDay(page: Page, right: Right, is: string) {
  const cells = row(page, right).getByRole('cell')
  const seats = Number.parseInt(is, 10)
  if (Number.isNaN(seats)) {
    await expect(cells.nth(1)).toHaveText(is)
  } else {
    await expect(cells.getByRole('meter', { name: `0 of ${seats} seats in use` })).toBeVisible()
    await expect(cells.nth(1)).toHaveText(/^(?:Active|Ends soon)$/u)
    await expect(cells.nth(3)).toHaveText(is.endsWith('+') ? /^(?:until|ends) \d/u : /^(?:ended \d|not covered)/u)
  }
}

/** Reads on the page of a right, which the list leads to, what it is on a day and why. */
async function expectReasons(page: Page, right: Right, { sentence: [day, says], because }: Told) {
  await openList(page, right.customer, day)
  await row(page, right).getByRole('link', { name: product }).click()
  await settled(page)
  await expect(page.locator('h1 + p')).toContainText(says)
  await page.getByRole('link', { name: 'History' }).click()
  for (const event of because) {
    await expect(table(page, 'What was recorded')).toContainText(event)
  }
}

/** Does on the page of each right, which a function opens, what happens to it after it was issued. */
async function live(page: Page, openRight: (number: number) => Promise<Right>) {
  // A term that ended three months ago is renewed only now: from the day after its end.
  await openRight(late)
  await expect(table(page, 'Ledger')).toContainText('Opening amount')
  await renew(page)
  await expect(table(page, 'Periods').getByRole('row').nth(2)).toContainText(written(dayOf(3, 1)))
  await openRight(early)
  await renew(page)
  await openRight(fewer)
  await renew(page, '6')
  await openRight(wrong)
  await choose(page, 'No. 1', 'Correct')
  await field(page, 'Granted').fill('8')
  await carryOut(page, 'The recorded period is voided', 'Correct', 'Ten were typed, eight were ordered')
  await openRight(tried)
  await page.getByRole('button', { name: 'Convert the trial' }).click()
  await choice(page, 'Part number').selectOption(quarter)
  await carryOut(page, 'A period is added', 'Convert')
  const { activationId: stopped } = await openRight(held)
  await choose(page, stopped, 'Hold')
  await carryOut(page, `${stopped} is put on hold`, 'Put on hold', 'The invoice is not paid')
  const { activationId: returned } = await openRight(withdrawn)
  await choose(page, returned, 'Withdraw the entitlement …')
  await carryOut(page, /is withdrawn$/u, 'Withdraw', 'Returned to the dealer')
  // Maintenance that ended is bought again, after a month without it.
  await openRight(covered)
  await page.getByRole('button', { name: /^Actions for Maintenance/u }).click()
  await page.getByRole('menuitem', { name: 'Extend' }).click()
  await dialog(page).getByLabel('First day').fill(dayOf(4, 1))
  await carryOut(page, 'A coverage is added', 'Extend')
}

/** Asks on each of the six days what a customer owns, and then why. */
async function ask(page: Page, customer: Customer, right: (number: number) => Right) {
  const own = [...told].filter(([number]) => right(number).customer === customer)
  for (const [place, day] of days.entries()) {
    await openList(page, customer, day)
    for (const [number, { on }] of own) {
      await expectOnDay(page, right(number), on[place] ?? '')
    }
  }
  for (const [number, tells] of own) {
    await expectReasons(page, right(number), tells)
  }
}

test('a producer enters half a year of business, and every day of it is told as it was', async ({
  page,
  producer,
  visitor,
}) => {
  test.setTimeout(600_000)
  page.setDefaultTimeout(20_000)
  await signIn(page, producer.operator, producer)
  await expect(page).toHaveURL(/\/console\/?$/u)
  await test.step('the catalog is entered', () => enterCatalog(page))

  await takeStep(page, 'Customer account')
  const [heron, crane, stork] = [
    await createCustomer(page, 'Heron'),
    await createCustomer(page, 'Crane'),
    await createCustomer(page, 'Stork'),
  ]
  for (const { name, administrator } of [heron, crane, stork]) {
    await test.step(`${name} joins`, async () =>
      join(await (await visitor()).newPage(), administrator, `Ada ${name}`, producer))
  }
  const issued = await test.step('thirty orders are issued', async () => [
    ...(await issue(page, heron, ordersFrom(1))),
    ...(await issue(page, crane, ordersFrom(11))),
    ...(await issue(page, stork, ordersFrom(21))),
  ])
  expect(issued).toHaveLength(30)
  const right = (number: number) => issued[number - 1] as Right
  await test.step('eight of the rights are changed', () =>
    live(page, async (number) => {
      await open(page, `/console/rights/${right(number).id}`)
      return right(number)
    }))

  // What customers read out finds a right that was issued here, in small letters, too.
  await open(page, '/console/')
  await page.getByRole('searchbox').fill(`Activation id: ${right(held).activationId.toLowerCase()}.`)
  const found = page.getByRole('link', { name: product })
  await expect(found).toHaveCount(1)
  await expect(found).toHaveAttribute('href', new RegExp(`/entitlements/${right(held).id}$`, 'u'))

  const pages = new Map<Customer, Page>()
  for (const customer of [heron, crane, stork]) {
    await test.step(`${customer.name} asks`, async () => {
      const theirs = await (await visitor()).newPage()
      pages.set(customer, theirs)
      await signIn(theirs, customer.administrator, producer)
      await ask(theirs, customer, right)
    })
  }
  const [ofHeron, ofCrane] = [pages.get(heron) ?? page, pages.get(crane) ?? page]
  // The portal tells of the mended right who did it, though that is recorded of its periods.
  await open(ofHeron, `/accounts/${heron.id}/entitlements/${right(wrong).id}?tab=history`)
  await expect(table(ofHeron, 'Who changed it here')).toContainText('Ten were typed, eight were ordered')
  // Nothing of other customers is there.
  await open(ofHeron, `/accounts/${heron.id}/entitlements/${right(early).id}`)
  await expect(ofHeron.getByText('There is no such line item.')).toBeVisible()
  // The covered days are told in sentences.
  await open(ofCrane, `/accounts/${crane.id}/entitlements/${right(covered).id}`)
  const gap = new RegExp(`Maintenance: \\d+ days are not covered, ${written(dayOf(3, 1))} to`, 'u')
  await expect(ofCrane.getByText(gap)).toBeVisible()
  await expect(ofCrane.getByText(`It is covered without a gap until ${written(dayOf(7, 0))}.`)).toBeVisible()
})

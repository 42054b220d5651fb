import { expect, type Page } from '@playwright/test'
import { dayIn } from '../days.ts'
import { closeDialog, dialog, open, settled, takeFound } from '../portal/test.ts'

/** A day of the half year: month 0 began six months ago. Day 0 is the last one of the month before. */
export function dayOf(month: number, day: number): string {
  return dayIn(month - 6, day)
}

export const field = (page: Page, name: string) => dialog(page).getByRole('textbox', { name, exact: true })
export const choice = (page: Page, name: string) => dialog(page).getByRole('combobox', { name, exact: true })
export const table = (page: Page, name: string) => page.getByRole('table', { name, exact: true })

/** Carries out a change once its dialog says what will happen, and closes the dialog. */
export async function carryOut(page: Page, says: string | RegExp, action: string, reason?: string) {
  if (reason !== undefined) {
    await field(page, 'Reason').fill(reason)
  }
  await expect(dialog(page).getByText(says).first()).toBeVisible()
  await dialog(page).getByRole('button', { name: action, exact: true }).click()
  await closeDialog(page)
}

/** Follows a step of those that the start page lists, which is the next one. */
export async function takeStep(page: Page, name: string) {
  await open(page, '/console/')
  const steps = page.getByRole('region', { name: 'From an empty server to the first order' })
  const next = steps.locator('[aria-current="step"]')
  await expect(next).toContainText('next')
  await next.getByRole('link', { name }).click()
  await settled(page)
}

const line = 'Cranes'
export const product = 'Lifter'
const model = 'By seat'
export const quarter = 'LIFTER-3M'
export const forever = 'LIFTER-P'
export const trial = 'LIFTER-T'

interface Part {
  term: string
  /** How long the term lasts, and in what that is counted. */
  length?: readonly [string, string]
  coverage?: string
  coverageLength?: readonly [string, string]
}

/** Creates a part number, of which the dialog says what is missing until nothing is, and opens its page. */
async function createPart(page: Page, code: string, { term, length, coverage, coverageLength }: Part) {
  await page.getByRole('button', { name: 'New part number' }).click()
  await field(page, 'Code').fill(code)
  const missing = dialog(page).getByText(/^Before rights can be issued under it, this is missing/u)
  await expect(missing).toContainText('the product')
  await field(page, 'Find the product').fill(product)
  await choice(page, 'Product').selectOption(product)
  await choice(page, 'License model').selectOption(model)
  await choice(page, 'Unit').selectOption('seats')
  await field(page, 'Units in one piece').fill('5')
  await choice(page, 'Start').selectOption('on a fixed day')
  await expect(missing).toHaveText(/missing: the term\.$/u)
  await choice(page, 'Term').selectOption(term)
  if (length !== undefined) {
    await expect(missing).toHaveText(/missing: the length of the term\.$/u)
    await field(page, 'Length').fill(length[0])
    await choice(page, 'Length counted in').selectOption(length[1])
  }
  if (coverage !== undefined) {
    await choice(page, 'Coverage sold along').selectOption(coverage)
    await choice(page, 'Level of the coverage').selectOption('Office hours')
  }
  if (coverageLength !== undefined) {
    await expect(missing).toHaveText(/missing: how long the coverage lasts\.$/u)
    await field(page, 'Length of the coverage').fill(coverageLength[0])
    await choice(page, 'Length of the coverage counted in').selectOption(coverageLength[1])
  }
  await expect(dialog(page).getByText('Nothing is missing.')).toBeVisible()
  await expect(dialog(page).getByText(`${code} is added`)).toBeVisible()
  await dialog(page).getByRole('button', { name: 'Create part number' }).click()
  await dialog(page)
    .getByRole('link', { name: `Open ${code}` })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(code)
  await expect(page.getByText('Nothing is missing.')).toBeVisible()
}

/** Enters what is sold, step by step as the start page says it. */
export async function enterCatalog(page: Page) {
  await takeStep(page, 'Product line')
  await page.getByRole('button', { name: 'New product line' }).click()
  await field(page, 'Name').fill(line)
  await carryOut(page, `${line} is added`, 'Create product line')
  await takeStep(page, 'Product')
  await page.getByRole('button', { name: 'New product', exact: true }).click()
  await choice(page, 'Product line').selectOption(line)
  await field(page, 'Name').fill(product)
  await carryOut(page, `${product} is added`, 'Create product')
  await takeStep(page, 'License model')
  await page.getByRole('button', { name: 'New license model' }).click()
  await field(page, 'Name').fill(model)
  await field(page, 'Days of grace').fill('0')
  await dialog(page).getByLabel('Valid from').fill(dayOf(-6, 1))
  await carryOut(page, `${model} is added`, 'Create license model')
  await page.getByRole('tab', { name: 'Coverage levels' }).click()
  await page.getByRole('button', { name: 'New coverage level' }).click()
  await field(page, 'Code').fill('OFFICE')
  await field(page, 'Name').fill('Office hours')
  await field(page, 'Rank').fill('1')
  await carryOut(page, 'is added', 'Create level')
  await takeStep(page, 'Part number')
  await createPart(page, quarter, { term: 'subscription', length: ['3', 'months'], coverage: 'support' })
  await page.getByRole('link', { name: 'All part numbers' }).click()
  await createPart(page, forever, { term: 'without end', coverage: 'maintenance', coverageLength: ['3', 'months'] })
  await page.getByRole('link', { name: 'All part numbers' }).click()
  await createPart(page, trial, { term: 'trial', length: ['30', 'days'] })
  await takeStep(page, `Price: ${quarter}`)
  await page.getByRole('button', { name: 'Set list price' }).click()
  await field(page, 'Amount').fill('40')
  await field(page, 'Currency').fill('EUR')
  await carryOut(page, /\b40\b/u, 'Set price')
}

export interface Customer {
  id: string
  name: string
  /** The address of its administrator. */
  administrator: string
}

/** Creates a customer and invites its first administrator. */
export async function createCustomer(page: Page, name: string): Promise<Customer> {
  const administrator = `${name.toLowerCase()}@customer.example`
  await open(page, '/console/')
  await page.getByRole('button', { name: 'New account' }).click()
  await field(page, 'Name').fill(name)
  await expect(dialog(page).getByText(`The account ${name} is created`)).toBeVisible()
  await dialog(page).getByRole('button', { name: 'Create account' }).click()
  await dialog(page).getByRole('link', { name: 'Invite its first administrator' }).click()
  await settled(page)
  await page.getByRole('button', { name: 'Invite people' }).first().click()
  await dialog(page).getByLabel('E-mail addresses').fill(administrator)
  await dialog(page)
    .getByRole('checkbox', { name: /^Administrator/u })
    .check()
  await carryOut(page, administrator, 'Invite 1 person')
  return { id: new URL(page.url()).pathname.split('/')[2] ?? '', name, administrator }
}

export interface Order {
  number: number
  part?: string
  pieces: number
  startsOn: string
}

/** What an order became. */
export interface Right {
  customer: Customer
  id: string
  activationId: string
}

/** Issues the orders of a customer, one after the other, and returns what they became. */
export async function issue(page: Page, customer: Customer, orders: readonly Order[]): Promise<Right[]> {
  const rights: Right[] = []
  await open(page, `/console/accounts/${customer.id}`)
  await page.getByRole('link', { name: 'Issue rights' }).click()
  for (const { number, part = quarter, pieces, startsOn } of orders) {
    await page.getByRole('textbox', { name: 'Order number' }).fill(`SO-${number}`)
    await page.getByRole('combobox', { name: 'Part number' }).focus()
    await page.keyboard.type(part)
    await takeFound(page, part)
    await page.getByRole('textbox', { name: 'Pieces' }).fill(String(pieces))
    await page.getByLabel('First day', { exact: true }).fill(startsOn)
    await expect(page.getByText(`SO-${number} is issued to ${customer.name}`)).toBeVisible()
    await page.getByRole('button', { name: 'Issue', exact: true }).click()
    await expect(page.getByRole('heading', { name: `SO-${number} is done` })).toBeVisible()
    const address = await page.getByRole('link', { name: /^Open / }).getAttribute('href')
    const activationId = await table(page, 'Activation ids').locator('code').innerText()
    rights.push({ customer, id: address?.split('/').at(-1) ?? '', activationId })
    await page.getByRole('button', { name: 'Issue another' }).click()
  }
  return rights
}

import type { Page } from '@playwright/test'
import { ask } from '../api.ts'
import { dayIn } from '../days.ts'

/** What the tests of rights sell and to whom. Nothing of it comes from another system, so that it may be changed here. */
export interface Sold {
  account: { id: string; name: string }
  part: { id: string; code: string }
  /** Grants 5 seats for 30 days, to try the product. */
  trial: { id: string; code: string }
  /** Grants 5 seats for a year, which the first activation begins. */
  waiting: { id: string; code: string }
  product: string
}

/** A day of the year for which rights are issued: month 0 began eight months ago, so that the year goes on. */
export function ofTerm(month: number, day: number): string {
  return dayIn(month - 8, day)
}

/** A right that was issued. */
export interface IssuedRight {
  line: string
  activationId: string
  entitlement: string
  number: string
}

type Payload = { errors: { code: string; message: string; field: string | null }[] } & Record<string, unknown>

/** Carries out a change by the contract, and returns what the selection of its payload has. */
export async function change<Result>(page: Page, name: string, input: object, selection: string): Promise<Result> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`
  const { done } = await ask<{ done: Payload }>(
    page,
    `mutation Change($input: ${type}) { done: ${name}(input: $input) { ${selection} errors { code message field } } }`,
    { input },
  )
  if (done.errors.length > 0) {
    throw new Error(`${name}: ${JSON.stringify(done.errors)}`)
  }
  return done as Result
}

/** Enters a customer, and part numbers of a product: 5 seats for a year with maintenance, for a trial, and without days. */
export async function sell(page: Page): Promise<Sold> {
  await page.goto('/playground/') // its policy lets the test ask the contract
  const fresh = Date.now().toString(36)
  const { account } = await change<{ account: Sold['account'] }>(
    page,
    'createAccount',
    { name: `Heron ${fresh}`, kind: 'CUSTOMER' },
    'account { id name }',
  )
  const { productLine } = await change<{ productLine: { id: string } }>(
    page,
    'createProductLine',
    { name: `Cranes ${fresh}` },
    'productLine { id }',
  )
  const terms = { graceDays: 14, overdraftAllowed: true, offlineAllowed: false, surplus: 'WARN' }
  const { licenseModel } = await change<{ licenseModel: { id: string } }>(
    page,
    'createLicenseModel',
    { name: `Counted ${fresh}`, activationModel: 'NODE_LOCKED', terms, startsOn: '2020-01-01' },
    'licenseModel { id }',
  )
  const name = `Hoist ${fresh}`
  const { product } = await change<{ product: { id: string } }>(
    page,
    'createProduct',
    { productLine: productLine.id, name, licenseModel: licenseModel.id, state: 'AVAILABLE' },
    'product { id }',
  )
  const { unitsOfMeasure } = await ask<{ unitsOfMeasure: { nodes: { id: string; code: string }[] } }>(
    page,
    '{ unitsOfMeasure(first: 100) { nodes { id code } } }',
  )
  const unit = unitsOfMeasure.nodes.find(({ code }) => code === 'SEAT')?.id
  const sellAs = async (code: string, more: object) => {
    const sold = { code: `${code}-${fresh}`, product: product.id, unit, packSize: 5, startRule: 'FIXED', ...more }
    return (await change<{ partNumber: Sold['part'] }>(page, 'createPartNumber', sold, 'partNumber { id code }'))
      .partNumber
  }
  const year = { term: 'SUBSCRIPTION', termLength: 1, termUnit: 'YEARS' }
  const maintenance = { coverageKind: 'MAINTENANCE', coverageLength: 1, coverageLengthUnit: 'YEARS' }
  return {
    account,
    part: await sellAs('HOIST', { ...year, ...maintenance }),
    trial: await sellAs('TRY', { term: 'TRIAL', termLength: 30, termUnit: 'DAYS' }),
    waiting: await sellAs('WAIT', { ...year, startRule: 'FIRST_ACTIVATION' }),
    product: name,
  }
}

/** Issues 10 seats from a day on. */
export async function issue(page: Page, { account, part }: Sold, startsOn: string, more = {}): Promise<IssuedRight> {
  const { entitlement, lines } = await change<{
    entitlement: { id: string; number: string }
    lines: { lineItem: { id: string; activationId: string } }[]
  }>(
    page,
    'issueEntitlement',
    { account: account.id, lines: [{ partNumber: part.id, pieces: 2, startsOn }], ...more },
    'entitlement { id number } lines { lineItem { id activationId } }',
  )
  const line = lines[0]?.lineItem
  return {
    line: line?.id ?? '',
    activationId: line?.activationId ?? '',
    entitlement: entitlement.id,
    number: entitlement.number,
  }
}

/** The coverage of a right that was issued with one. */
export async function coverageOf(page: Page, line: string): Promise<string> {
  const { lineItem } = await ask<{ lineItem: { coverageItems: { nodes: { coverage: { id: string } }[] } } }>(
    page,
    'query Coverage($id: ID!) { lineItem(id: $id) { coverageItems(first: 1) { nodes { coverage { id } } } } }',
    { id: line },
  )
  return lineItem.coverageItems.nodes[0]?.coverage.id ?? ''
}

/** Extends a coverage from a day on for a year. */
export async function extend(page: Page, coverage: string, startsOn: string) {
  await change(page, 'extendCoverage', { coverage, startsOn, length: 1, lengthUnit: 'YEARS' }, 'coverage { id }')
}

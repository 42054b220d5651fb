import { type BrowserContext, expect, type Page } from '@playwright/test'
import { ask, freshAddress, invite, type Refusals } from '../api.ts'
import { linkTo } from '../outbox.ts'
import type { Sample } from './sample.ts'

/** Somebody who became a member during the test, in a browser of their own. */
export interface Member {
  page: Page
  name: string
  address: string
}

interface Access {
  roles: string[]
  serviceAccess: string[]
  productLine?: string
}

/**
 * Lets somebody become a member as everybody does: by an invitation that they accept.
 *
 * @param administrator a page of somebody who may invite
 */
export async function newMember(
  administrator: Page,
  context: BrowserContext,
  sample: Sample,
  name: string,
  access: Access,
  baseURL: string | undefined,
): Promise<Member> {
  const address = freshAddress(name.toLowerCase().replaceAll(/\W+/g, '-'))
  await invite(administrator, { account: sample.account.id, email: address, ...access })
  const page = await context.newPage()
  await page.goto(await linkTo(address, 'invitation', baseURL))
  await page.getByLabel('Your name').fill(name)
  await page.getByRole('button', { name: 'Accept' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/invitation'))
  return { page, name, address }
}

/** Asks for access as somebody who has a session would with a page of their own. */
export async function askForAccess(page: Page, sample: Sample, note: string) {
  await page.goto('/playground/') // its policy lets the test ask the contract
  const { requestAccess } = await ask<{ requestAccess: Refusals }>(
    page,
    'mutation Ask($input: RequestAccessInput!) { requestAccess(input: $input) { errors { code message } } }',
    { input: { account: sample.account.id, roles: ['LICENSE_MANAGER'], serviceAccess: ['LICENSING'], note } },
  )
  expect(requestAccess.errors).toEqual([])
}

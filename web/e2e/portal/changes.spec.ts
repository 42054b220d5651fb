import { expect, type Page, type Request } from '@playwright/test'
import { ask, type Refusals } from '../api.ts'
import { allowErrors } from '../console-errors.ts'
import { nobody, stateOf, takeRole } from '../roles.ts'
import { newMember } from './people.ts'
import { closeDialog, dialog, leaveDialog, open, settled, test } from './test.ts'

test.use({ storageState: stateOf('Account administrator') })

const reader = { roles: ['READER'], serviceAccess: ['COMMUNITY'] }

/** Whether a request carries something out. Only changes have an idempotency key, and only if they are not dry runs. */
function carriesOut(request: Request): boolean {
  const { variables } = (request.postDataJSON() ?? {}) as { variables?: { input?: { idempotencyKey?: string } } }
  return variables?.input?.idempotencyKey !== undefined
}

/** Holds back the next change until the test lets it go. */
async function hold(page: Page) {
  let release: (() => void) | undefined
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  const held = page.waitForRequest((request) => request.url().endsWith('/graphql') && carriesOut(request))
  await page.route('**/graphql', async (route) => {
    if (carriesOut(route.request())) {
      await released
    }
    await route.fallback()
  })
  return { held, release: () => release?.() }
}

/** Begins to make a key of the viewer, up to the button that makes it. */
async function beginKey(page: Page, name: string) {
  const keys = page.getByRole('region', { name: 'Your API keys' })
  await keys.getByRole('button', { name: 'Create API key' }).click()
  await dialog(page).getByLabel('Name').fill(name)
  await expect(dialog(page)).toContainText(`The key ${name} is made`)
  await dialog(page).getByRole('button', { name: 'Create API key' }).click()
  return keys
}

async function revoke(page: Page, name: string) {
  await page.getByRole('button', { name: `Revoke the key ${name}` }).click()
  await dialog(page).getByRole('button', { name: 'Revoke key' }).click()
  await closeDialog(page)
}

test('a key whose dialog was closed while it was made is on the page, and is told of', async ({ page, at }) => {
  const name = `Closed early ${Date.now().toString(36)}`
  await open(page, at('/settings'))
  const { held, release } = await hold(page)
  const keys = await beginKey(page, name)
  await held
  await leaveDialog(page)
  release()
  await expect(page.getByText(/^Done: Create an API key of yours/).last()).toBeVisible()
  await expect(keys).toContainText('It is shown only once')
  await expect(keys.getByRole('listitem').filter({ hasText: name })).toContainText('never used')
  await keys.getByRole('button', { name: 'I have kept the key' }).click()
  await revoke(page, name)
})

test('a key is not lost if the viewer goes back while it is made', async ({ page, at }) => {
  const name = `Gone back ${Date.now().toString(36)}`
  await open(page, at())
  await page
    .getByRole('link', { name: /^Settings/ })
    .first()
    .click()
  await settled(page)
  const { held, release } = await hold(page)
  await beginKey(page, name)
  await held
  await page.goBack()
  await expect(page).toHaveURL(new RegExp(`${at()}/?$`))
  release()
  await expect(page.getByText(/The key itself is in the settings/).last()).toBeVisible()
  await page
    .getByRole('link', { name: /^Settings/ })
    .first()
    .click()
  const keys = page.getByRole('region', { name: 'Your API keys' })
  await expect(keys).toContainText('It is shown only once')
  await expect(keys.getByRole('listitem').filter({ hasText: name })).toBeVisible()
  await keys.getByRole('button', { name: 'I have kept the key' }).click()
  await revoke(page, name)
})

test('a key whose only answer was lost has to be revoked, and the dialog says so', async ({ page, at, findings }) => {
  allowErrors(findings, 'ERR_FAILED')
  const name = `Lost ${Date.now().toString(36)}`
  await open(page, at('/settings'))
  let lost = false
  await page.route('**/graphql', async (route) => {
    if (lost || !carriesOut(route.request())) {
      return route.fallback()
    }
    lost = true
    await route.fetch()
    await route.abort()
  })
  const keys = await beginKey(page, name)
  await expect(dialog(page)).toContainText('It is not known whether this was done')
  await dialog(page).getByRole('button', { name: 'Try again' }).click()
  await expect(dialog(page)).toContainText('it cannot be shown any more. Revoke this key, and create another.')
  await closeDialog(page)
  await expect(keys.getByRole('listitem').filter({ hasText: name })).toBeVisible()
  await revoke(page, name)
})

test('what was sent is no draft any more, also if the dialog was closed first', async ({ page, at }) => {
  await open(page, at('/people'))
  const { held, release } = await hold(page)
  const address = `closed-${Date.now().toString(36)}@example.org`
  const invite = page.getByRole('button', { name: 'Invite people' }).first()
  await invite.click()
  await dialog(page).getByLabel('E-mail addresses').fill(address)
  await dialog(page)
    .getByRole('button', { name: 'Invite one person' })
    .or(dialog(page).getByRole('button', { name: /^Invite 1/ }))
    .click()
  await held
  await leaveDialog(page)
  release()
  await expect(page.getByText(/^Done: Invite people/).last()).toBeVisible()
  await invite.click()
  await expect(dialog(page)).toContainText('Fill in what is missing')
  await expect(dialog(page).getByLabel('E-mail addresses')).toHaveValue('')
})

test('what others changed meanwhile is shown before anything is done', async ({
  page,
  sample,
  at,
  visitor,
  baseURL,
}) => {
  const name = `Mona Meanwhile ${Date.now().toString(36)}`
  await open(page, at())
  await newMember(page, await visitor(), sample, name, reader, baseURL)
  const other = await (await visitor({ storageState: nobody })).newPage()
  await takeRole(other, 'Account administrator')

  await open(page, at(`/people?text=${encodeURIComponent(name)}`))
  await page.getByRole('button', { name: `Actions for ${name}` }).click()
  await page.getByRole('menuitem', { name: 'Change access' }).click()
  await dialog(page)
    .getByRole('checkbox', { name: /^renewals manager/i })
    .check()
  await expect(
    dialog(page)
      .getByRole('listitem')
      .filter({ hasText: /before:.*reader/i }),
  ).toBeVisible()

  const { account } = await ask<{
    account: { memberships: { nodes: { id: string; user: { displayName: string } }[] } }
  }>(
    other,
    'query Who($account: ID!, $text: String) { account(id: $account) { memberships(first: 5, filter: { text: $text }) { nodes { id user { displayName } } } } }',
    { account: sample.account.id, text: name },
  )
  const { changeMemberAccess } = await ask<{ changeMemberAccess: Refusals }>(
    other,
    'mutation Change($input: ChangeMemberAccessInput!) { changeMemberAccess(input: $input) { errors { code message } } }',
    { input: { membership: account.memberships.nodes[0]?.id, roles: ['ACCOUNT_ADMINISTRATOR'] } },
  )
  expect(changeMemberAccess.errors).toEqual([])

  await dialog(page).getByRole('button', { name: 'Change access' }).click()
  await expect(dialog(page).getByRole('alert')).toContainText('Something else was changed meanwhile')
  await expect(
    dialog(page)
      .getByRole('listitem')
      .filter({ hasText: /before:.*administrator/i }),
  ).toBeVisible()
  await dialog(page).getByRole('button', { name: 'Cancel' }).click()
})

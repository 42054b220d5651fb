import { expect, type Page } from '@playwright/test'
import { ask, freshAddress, invite, ownAccount, type Refusals, send } from './api.ts'
import { allowErrors } from './console-errors.ts'
import { test } from './guard.ts'
import { linkTo } from './outbox.ts'
import { nobody, takeRole } from './roles.ts'

test.use({ storageState: nobody })

interface Sight {
  viewer: {
    name: string
    canChange: boolean
    viewingAs: { id: string } | null
    memberships: { id: string; account: { id: string }; roles: string[]; serviceAccess: string[] }[]
  }
  lineItems: { totalCount: number; nodes: { account: { id: string } }[] }
  node: { memberships: { totalCount: number; nodes: { id: string; user: { userName: string } }[] } } | null
}

/** What the viewer of a page is and sees: all line items, and the members of one account. */
async function look(page: Page, account: string, licensed = true): Promise<Sight> {
  return ask<Sight>(
    page,
    `query Look($account: ID!, $licensed: Boolean!) {
      viewer {
        name
        canChange
        viewingAs { id }
        memberships { id account { id } roles serviceAccess }
      }
      lineItems(first: 100) @include(if: $licensed) { totalCount nodes { account { id } } }
      node(id: $account) {
        ... on Account { memberships(first: 100) { totalCount nodes { id user { userName } } } }
      }
    }`,
    { account, licensed },
  )
}

interface Entry {
  action: string
  actor: { name: string }
  label: string
  byProducer: boolean
  reason: string
  recordedAt: string
}

/** The audit entries of an account since a moment, oldest first. */
async function records(page: Page, account: string, since: string): Promise<Entry[]> {
  const { node } = await ask<{ node: { auditEntries: { nodes: Entry[] } } }>(
    page,
    `query Records($account: ID!, $since: DateTime!) {
      node(id: $account) {
        ... on Account {
          auditEntries(first: 100, filter: { recordedSince: $since }) {
            nodes { action actor { name } label byProducer reason recordedAt }
          }
        }
      }
    }`,
    { account, since },
  )
  return node.auditEntries.nodes.toReversed()
}

async function accept(page: Page, link: string, name: string) {
  await page.goto(link)
  await page.getByLabel('Your name').fill(name)
  await page.getByRole('button', { name: 'Accept' }).click()
  await page.waitForURL('**/accounts/*')
  await page.goto('/playground/') // its policy lets the test ask the contract
}

test('an administrator lets colleagues in, who see what was granted, and one of them out', async ({
  page,
  visitor,
  findings,
  baseURL,
}) => {
  test.setTimeout(180_000)
  const since = new Date().toISOString()
  const reader = freshAddress('reader')
  const manager = freshAddress('manager')

  await takeRole(page, 'Account administrator')
  const account = await ownAccount(page)
  await invite(page, { account: account.id, email: reader, roles: ['READER'], serviceAccess: ['COMMUNITY'] })
  await invite(page, { account: account.id, email: manager, roles: ['LICENSE_MANAGER'], serviceAccess: ['LICENSING'] })
  const { lineItems: rights } = await ask<{ lineItems: { totalCount: number } }>(
    page,
    'query Rights($account: ID!) { lineItems(first: 1, filter: { account: $account }) { totalCount } }',
    { account: account.id },
  )
  expect(rights.totalCount).toBeGreaterThan(0)

  const first = await (await visitor()).newPage()
  await accept(first, await linkTo(reader, 'invitation', baseURL), 'Renate Reader')
  const second = await (await visitor()).newPage()
  await accept(second, await linkTo(manager, 'invitation', baseURL), 'Mario Manager')

  const seenByFirst = await look(first, account.id, false)
  expect(seenByFirst.viewer).toMatchObject({
    name: reader,
    memberships: [{ account: { id: account.id }, roles: ['READER'], serviceAccess: ['COMMUNITY'] }],
  })
  const closed = await send(first, '{ lineItems(first: 1) { totalCount } }')
  expect(JSON.stringify(closed)).toContain('SERVICE_CLOSED')

  const seenBySecond = await look(second, account.id)
  expect(seenBySecond.viewer).toMatchObject({
    name: manager,
    memberships: [{ account: { id: account.id }, roles: ['LICENSE_MANAGER'], serviceAccess: ['LICENSING'] }],
  })
  expect(seenBySecond.lineItems.totalCount).toBe(rights.totalCount)
  expect(new Set(seenBySecond.lineItems.nodes.map((line) => line.account.id))).toEqual(new Set([account.id]))

  for (const seen of [seenByFirst, seenBySecond]) {
    expect(seen.node?.memberships.totalCount).toBe(1)
    expect(seen.node?.memberships.nodes.map(({ user }) => user.userName)).toEqual([seen.viewer.name])
  }

  const { removeMember } = await ask<{ removeMember: Refusals }>(
    page,
    `mutation Remove($input: RemoveMemberInput!) {
      removeMember(input: $input) { errors { code message } }
    }`,
    { input: { membership: seenByFirst.viewer.memberships[0]?.id, reason: 'The journey ends here' } },
  )
  expect(removeMember.errors).toEqual([])

  // The playground page may send a request too, after the session has ended.
  allowErrors(findings, 'status of 401')
  const refused = await send(first, '{ viewer { name } }')
  expect(refused.status).toBe(401)
  expect(refused.errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED')
  await first.goto('/playground/')
  await expect(first).toHaveURL(/\/sign-in\?/)
  expect((await look(second, account.id)).viewer.name).toBe(manager)

  const entries = (await records(page, account.id, since)).filter(({ label, actor }) =>
    [reader, manager].some((address) => label === address || actor.name === address),
  )
  const told = entries.map(({ action, actor, label }) => `${actor.name} ${action} ${label}`)
  expect(told).toContain(`administrator@sample.example inviteMembers ${reader}`)
  expect(told).toContain(`administrator@sample.example inviteMembers ${manager}`)
  expect(told).toContain(`${reader} acceptInvitation ${reader}`)
  expect(told).toContain(`${manager} acceptInvitation ${manager}`)
  expect(told).toContain(`administrator@sample.example removeMember ${reader}`)
  expect(entries.find(({ action }) => action === 'removeMember')?.reason).toBe('The journey ends here')
})

test('a support agent looks as an account, changes nothing, and is seen to have looked', async ({ page, visitor }) => {
  const since = new Date().toISOString()
  const administrator = await (await visitor()).newPage()
  await takeRole(administrator, 'Account administrator')
  const account = await ownAccount(administrator)

  await takeRole(page, 'Support agent')
  const before = await look(page, account.id)
  expect(before.viewer).toMatchObject({ viewingAs: null, canChange: false })

  const { viewAs } = await ask<{ viewAs: Refusals & { account: { id: string } } }>(
    page,
    'mutation View($input: ViewAsInput!) { viewAs(input: $input) { account { id } errors { code message } } }',
    { input: { account: account.id, reason: 'Case 4711' } },
  )
  expect(viewAs).toEqual({ account: { id: account.id }, errors: [] })

  const seen = await look(page, account.id)
  const own = await look(administrator, account.id)
  expect(seen.viewer).toMatchObject({ viewingAs: { id: account.id }, canChange: false })
  expect(seen.lineItems).toEqual(own.lineItems)
  expect(seen.lineItems.totalCount).toBeLessThan(before.lineItems.totalCount)
  expect(seen.node).toEqual(own.node)

  const { inviteMembers } = await ask<{ inviteMembers: Refusals }>(
    page,
    `mutation Invite($input: InviteMembersInput!) {
      inviteMembers(input: $input) { errors { code message } }
    }`,
    {
      input: {
        account: account.id,
        emails: [freshAddress('refused')],
        roles: ['READER'],
        serviceAccess: ['COMMUNITY'],
      },
    },
  )
  expect(inviteMembers.errors.map(({ code }) => code)).toEqual(['READ_ONLY'])

  const entries = await records(administrator, account.id, since)
  expect(entries.filter(({ action }) => action === 'viewAs')).toMatchObject([
    { actor: { name: 'support@sample.example' }, byProducer: true, reason: 'Case 4711', label: account.name },
  ])
  expect(entries.filter(({ action }) => action === 'inviteMembers')).toEqual([])
})

test('an operator who looks as an account changes nothing until they look with own eyes again', async ({
  page,
  visitor,
}) => {
  const administrator = await (await visitor()).newPage()
  await takeRole(administrator, 'Account administrator')
  const account = await ownAccount(administrator)
  await takeRole(page, 'Operator')

  const outcomes: string[][] = []
  for (const lookedAs of [account.id, null]) {
    const { viewAs } = await ask<{ viewAs: Refusals }>(
      page,
      'mutation View($input: ViewAsInput!) { viewAs(input: $input) { errors { code message } } }',
      { input: { account: lookedAs } },
    )
    expect(viewAs.errors).toEqual([])
    const { inviteMembers } = await ask<{ inviteMembers: Refusals }>(
      page,
      `mutation Invite($input: InviteMembersInput!) {
        inviteMembers(input: $input) { errors { code message } }
      }`,
      {
        input: {
          account: account.id,
          emails: [freshAddress('tried')],
          roles: ['READER'],
          serviceAccess: ['COMMUNITY'],
          dryRun: true,
        },
      },
    )
    outcomes.push(inviteMembers.errors.map(({ code }) => code))
  }
  expect(outcomes).toEqual([['READ_ONLY'], []])
})

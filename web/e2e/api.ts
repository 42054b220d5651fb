import { expect, type Page } from '@playwright/test'

/** The response of the server, with its HTTP status. */
export interface Reply<Data> {
  status: number
  data?: Data
  errors?: { message: string; extensions?: { code?: string } }[]
}

/** A part of the payload of every mutation. */
export interface Refusals {
  errors: { code: string; message: string }[]
}

/**
 * Sends an operation from a page of the server, with the session of its browser. A session runs trusted documents only, so
 * the session is exchanged for a token of the playground first. A browser without a session sends the operation alone.
 */
export async function send<Data>(
  page: Page,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Reply<Data>> {
  return page.evaluate(async (body) => {
    const exchange = await fetch('/playground/token', { method: 'POST' })
    const { token } = exchange.ok ? await exchange.json() : { token: undefined }
    const headers = { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) }
    const response = await fetch('/graphql', { method: 'POST', headers, body })
    return { status: response.status, ...(await response.json()) }
  }, JSON.stringify({ query, variables }))
}

/** Sends an operation whose response must have no errors. */
export async function ask<Data>(page: Page, query: string, variables: Record<string, unknown> = {}): Promise<Data> {
  const { status, data, errors } = await send<Data>(page, query, variables)
  expect({ status, errors }).toEqual({ status: 200, errors: undefined })
  return data as Data
}

/** The account of the viewer, who has signed in with a sample role of a customer. */
export async function ownAccount(page: Page): Promise<{ id: string; name: string }> {
  const { viewer } = await ask<{ viewer: { memberships: { account: { id: string; name: string } }[] } }>(
    page,
    '{ viewer { memberships { account { id name } } } }',
  )
  expect(viewer.memberships).toHaveLength(1)
  return viewer.memberships[0]?.account ?? { id: '', name: '' }
}

/** Invites one person and returns the id of the invitation. */
export async function invite(
  page: Page,
  input: {
    account: string
    email: string
    roles: string[]
    serviceAccess: string[]
    greeting?: string
    productLine?: string
  },
): Promise<string> {
  const { email, ...rest } = input
  const { inviteMembers } = await ask<{
    inviteMembers: Refusals & { invitations: { id: string; email: string; state: string }[] }
  }>(
    page,
    `mutation Invite($input: InviteMembersInput!) {
      inviteMembers(input: $input) { invitations { id email state } errors { code message } }
    }`,
    { input: { ...rest, emails: [email] } },
  )
  expect(inviteMembers).toEqual({ invitations: [{ id: expect.any(String), email, state: 'OPEN' }], errors: [] })
  return inviteMembers.invitations[0]?.id ?? ''
}

/** An address that no other run has used. */
export function freshAddress(name: string): string {
  return `${name}-${Date.now().toString(36)}@journey.example`
}

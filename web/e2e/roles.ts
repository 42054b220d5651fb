import type { Page } from '@playwright/test'

/** The sample roles, as the buttons of the sign-in page name them. */
export const roles = [
  'Account administrator',
  'License manager',
  'Member of the community',
  'Support agent',
  'Operator',
] as const
export type Role = (typeof roles)[number]

/** What a run keeps. Each of two parts of a run that are made at the same time has a folder of its own. */
export const results = `e2e/.results/${process.env.MUNIMENT_E2E_PART ?? 'whole'}`

/** The file with the session of a role, which all tests of a run share. A test that ends its session takes its own. */
export function stateOf(role: Role): string {
  return `${results}/${role.toLowerCase().replaceAll(' ', '-')}.json`
}

/** The state of a browser in which no user has signed in. */
export const nobody = { cookies: [], origins: [] }

/** Signs in with a sample role by a click, and waits until the next page starts to load. */
export async function takeRole(page: Page, role: Role, returnTo = '/playground/') {
  await page.goto(`/sign-in?return_to=${encodeURIComponent(returnTo)}`)
  // The next page may lead on at once, so its address is waited for from before the click.
  await Promise.all([
    page.waitForURL((url) => url.pathname === returnTo, { waitUntil: 'commit' }),
    page.getByRole('button', { name: role }).click(),
  ])
}

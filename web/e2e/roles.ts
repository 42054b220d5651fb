import type { Page } from '@playwright/test'

/** The sample roles, as the buttons of the sign-in page name them. */
export type Role = 'Account administrator' | 'License manager' | 'Member of the community' | 'Support agent' | 'Operator'

/** Where the session of the operator is kept for the tests of a run. */
export const operatorState = 'e2e/.results/operator.json'

/** The state of a browser in which nobody has signed in. */
export const nobody = { cookies: [], origins: [] }

/** Takes a sample role by the click, and waits until the page that it leads to begins to come. */
export async function takeRole(page: Page, role: Role, returnTo = '/playground/') {
  await page.goto(`/sign-in?return_to=${encodeURIComponent(returnTo)}`)
  await page.getByRole('button', { name: role }).click()
  await page.waitForURL((url) => url.pathname === returnTo, { waitUntil: 'commit' })
}

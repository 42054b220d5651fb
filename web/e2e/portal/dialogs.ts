import type { Page } from '@playwright/test'

/** A dialog or menu over a screen, and how one comes to it. Steps need no words of a language. */
export interface Over {
  name: string
  /** The screen below, under the address of the account. */
  path: string
  show: (page: Page) => Promise<void>
  /** Whether a phone has no use for it, because it shows rows without columns. */
  onlyWide?: true
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

/** Every dialog that an administrator can open on the sample base, with what a test made before. */
export const dialogs: readonly Over[] = [
  { name: 'command palette', path: '', show: (page) => page.keyboard.press('Control+k') },
  { name: 'choice of account', path: '', show: (page) => page.keyboard.press('s') },
  { name: 'choice of day', path: '', show: (page) => page.keyboard.press('d') },
  { name: 'shortcuts', path: '', show: (page) => page.keyboard.press('?') },
  { name: 'columns', path: '/entitlements', show: (page) => button(page, 'Columns').click(), onlyWide: true },
  {
    name: 'days of a filter',
    path: '/entitlements',
    show: async (page) => {
      await page.getByRole('combobox', { name: 'Ends', exact: true }).selectOption('choose')
    },
  },
  { name: 'invite', path: '/people', show: (page) => button(page, 'Invite people').first().click() },
  { name: 'actions of a member', path: '/people', show: (page) => button(page, 'Actions for License manager').click() },
  ...['Change access', 'Suspend member', 'Remove member …'].map((action) => ({
    name: action,
    path: '/people',
    show: async (page: Page) => {
      await button(page, 'Actions for License manager').click()
      await page.getByRole('menuitem', { name: action }).click()
    },
  })),
  { name: 'claim a domain', path: '/people?tab=domains', show: (page) => button(page, 'Claim a domain').click() },
  {
    name: 'language of e-mails',
    path: '/settings',
    show: (page) => button(page, 'Change the language of e-mails').click(),
  },
  { name: 'key of a person', path: '/settings', show: (page) => button(page, 'Create API key').first().click() },
  { name: 'key of the account', path: '/settings', show: (page) => button(page, 'Create API key').last().click() },
]

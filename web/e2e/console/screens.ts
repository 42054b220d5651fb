import type { Page } from '@playwright/test'
import type { Sample } from '../portal/sample.ts'

/** What the tests of the console know of the sample base, besides what those of the portal know. */
export interface Known {
  sample: Sample
  /** The newest run of an import. */
  run: string
  /** The first part number of the catalog. */
  part: string
}

/** A screen of the console, by its address. */
export interface ConsoleScreen {
  name: string
  path: (known: Known) => string
}

const fixed = (name: string, path: string): ConsoleScreen => ({ name, path: () => path })
const customer = (name: string, search = ''): ConsoleScreen => ({
  name,
  path: ({ sample }) => `/console/accounts/${sample.account.id}${search}`,
})

/** The screens that every one of the producer's people can open. */
export const screens: readonly ConsoleScreen[] = [
  fixed('search', '/console/'),
  { name: 'search by a name', path: ({ sample }) => `/console/?text=${encodeURIComponent(sample.account.name)}` },
  { name: 'search by an activation id', path: ({ sample }) => `/console/?text=${sample.activated.activationId}` },
  fixed('search without a result', '/console/?text=qqqq'),
  customer('customer'),
  customer('customer on another day', '?on=2024-06-30'),
  {
    name: 'changes of rights',
    path: ({ sample }) => `/console/accounts/${sample.account.id}/changes?from=2024-01-01&to=2024-12-31`,
  },
  fixed('imports', '/console/imports'),
  { name: 'findings of an import', path: ({ run }) => `/console/imports/${run}` },
  { name: 'findings of one severity', path: ({ run }) => `/console/imports/${run}?severity=WARNING` },
  fixed('part numbers', '/console/catalog'),
  fixed('retired part numbers', '/console/catalog?retired=true'),
  { name: 'part number', path: ({ part }) => `/console/catalog/${part}` },
  fixed('products', '/console/catalog?tab=products'),
  fixed('license models', '/console/catalog?tab=models'),
  fixed('units', '/console/catalog?tab=units'),
  fixed('coverage levels', '/console/catalog?tab=levels'),
  fixed('features', '/console/catalog?tab=features'),
  fixed('incomplete part numbers', '/console/catalog?incomplete=true'),
  fixed('custom fields', '/console/fields'),
  fixed('no such part number', '/console/catalog/part_00000000000000'),
  { name: 'right', path: ({ sample }) => `/console/rights/${sample.activated.id}` },
  fixed('no such right', '/console/rights/line_00000000000000'),
  fixed('drafts', '/console/drafts'),
  fixed('jobs', '/console/jobs'),
  fixed('all jobs', '/console/jobs?show=all'),
  fixed('server', '/console/server'),
  fixed('no such customer', '/console/accounts/acct_00000000000000'),
]

/** The screens of operators alone. */
export const operatorScreens: readonly ConsoleScreen[] = [
  fixed('issue', '/console/issue'),
  { name: 'issue to a customer', path: ({ sample }) => `/console/issue?account=${sample.account.id}` },
  fixed('people of the producer', '/console/people'),
  fixed('keys of the programs', '/console/people?tab=keys'),
]

/** Finds the newest run of an import, as one of the producer's people who is signed in. */
export function newestRun(page: Page): Promise<string> {
  return firstOf(page, '/console/imports')
}

/** Finds the first part number of the catalog, as one of the producer's people who is signed in. */
export function firstPart(page: Page): Promise<string> {
  return firstOf(page, '/console/catalog')
}

/** The id of the first thing of a list, which has a page below that of the list. */
async function firstOf(page: Page, list: string): Promise<string> {
  await page.goto(list)
  const link = page.locator(`main a[href*="${list}/"]`).first()
  const address = await link.getAttribute('href')
  return address?.split('/').at(-1) ?? ''
}

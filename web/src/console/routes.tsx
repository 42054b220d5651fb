import { createRoute } from '@tanstack/react-router'
import { only } from '../portal/contract/address.ts'
import { root, screen } from '../portal/router.tsx'
import { changesSearch, customerSearch } from './account/search.ts'
import { catalogSearch } from './catalog/search.ts'
import { findSearch } from './find/search.ts'
import { findingsSearch, jobsSearch } from './operation/search.ts'
import { issuingSearch } from './issuing/search.ts'
import { producerSearch } from './producer/search.ts'

const shell = createRoute({
  getParentRoute: () => root,
  path: '/console',
  component: screen(() => import('./shell/Shell.tsx'), 'Shell'),
})

const find = createRoute({
  getParentRoute: () => shell,
  path: '/',
  validateSearch: only(findSearch),
  component: screen(() => import('./find/Find.tsx'), 'Find'),
})

const customer = createRoute({
  getParentRoute: () => shell,
  path: '/accounts/$account',
  validateSearch: only(customerSearch),
  component: screen(() => import('./account/Customer.tsx'), 'Customer'),
})

const rightChanges = createRoute({
  getParentRoute: () => shell,
  path: '/accounts/$account/changes',
  validateSearch: only(changesSearch),
  component: screen(() => import('./account/RightChanges.tsx'), 'RightChanges'),
})

const people = createRoute({
  getParentRoute: () => shell,
  path: '/people',
  validateSearch: only(producerSearch),
  component: screen(() => import('./producer/Producer.tsx'), 'Producer'),
})

const catalog = createRoute({
  getParentRoute: () => shell,
  path: '/catalog',
  validateSearch: only(catalogSearch),
  component: screen(() => import('./catalog/Catalog.tsx'), 'Catalog'),
})

const partNumber = createRoute({
  getParentRoute: () => shell,
  path: '/catalog/$part',
  component: screen(() => import('./catalog/PartNumber.tsx'), 'PartNumber'),
})

const fields = createRoute({
  getParentRoute: () => shell,
  path: '/fields',
  component: screen(() => import('./custom/Fields.tsx'), 'Fields'),
})

const issue = createRoute({
  getParentRoute: () => shell,
  path: '/issue',
  validateSearch: only(issuingSearch),
  component: screen(() => import('./issuing/Issue.tsx'), 'Issue'),
})

const drafts = createRoute({
  getParentRoute: () => shell,
  path: '/drafts',
  validateSearch: only(issuingSearch),
  component: screen(() => import('./issuing/Drafts.tsx'), 'Drafts'),
})

const right = createRoute({
  getParentRoute: () => shell,
  path: '/rights/$line',
  component: screen(() => import('./rights/Right.tsx'), 'Right'),
})

const imports = createRoute({
  getParentRoute: () => shell,
  path: '/imports',
  component: screen(() => import('./operation/ImportRuns.tsx'), 'ImportRuns'),
})

const importRun = createRoute({
  getParentRoute: () => shell,
  path: '/imports/$run',
  validateSearch: only(findingsSearch),
  component: screen(() => import('./operation/ImportRun.tsx'), 'ImportRun'),
})

const jobs = createRoute({
  getParentRoute: () => shell,
  path: '/jobs',
  validateSearch: only(jobsSearch),
  component: screen(() => import('./operation/Jobs.tsx'), 'Jobs'),
})

const server = createRoute({
  getParentRoute: () => shell,
  path: '/server',
  component: screen(() => import('./operation/Server.tsx'), 'Server'),
})

/** The screens of the operator console. Filters, tabs and the day of a screen are in its address. */
export const consoleRoutes = shell.addChildren([
  find,
  customer,
  rightChanges,
  people,
  catalog,
  partNumber,
  fields,
  issue,
  drafts,
  right,
  imports,
  importRun,
  jobs,
  server,
])

/** The routes of the console, as the router of the page knows them. */
export type ConsoleRoutes = typeof consoleRoutes

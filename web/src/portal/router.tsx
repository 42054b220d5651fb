import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, retainSearchParams } from '@tanstack/react-router'
import { activitySearch } from './audit/search.ts'
import { isDay } from './language/format.ts'
import { only } from './contract/address.ts'
import { Broken } from './shell/Broken.tsx'
import { Lost } from './shell/Lost.tsx'
import { lineSearch, linesSearch } from './entitlement/search.ts'
import { peopleSearch } from './member/search.ts'

const root = createRootRoute({
  validateSearch: ({ on }: Record<string, unknown>): { on?: string } => ({ on: isDay(on) ? on : undefined }) as { on?: string },
  search: { middlewares: [retainSearchParams(['on'])] },
  component: Outlet,
  notFoundComponent: Lost,
})

const start = createRoute({
  getParentRoute: () => root,
  path: '/accounts',
  component: lazyRouteComponent(() => import('./account/Start.tsx'), 'Start'),
})

const account = createRoute({
  getParentRoute: () => root,
  path: '/accounts/$account',
  component: lazyRouteComponent(() => import('./shell/Shell.tsx'), 'Shell'),
})

const home = createRoute({
  getParentRoute: () => account,
  path: '/',
  component: lazyRouteComponent(() => import('./home/Home.tsx'), 'Home'),
})

const entitlements = createRoute({
  getParentRoute: () => account,
  path: '/entitlements',
  validateSearch: only(linesSearch),
  component: lazyRouteComponent(() => import('./entitlement/Entitlements.tsx'), 'Entitlements'),
})

const line = createRoute({
  getParentRoute: () => account,
  path: '/entitlements/$line',
  validateSearch: only(lineSearch),
  component: lazyRouteComponent(() => import('./entitlement/Line.tsx'), 'Line'),
})

const people = createRoute({
  getParentRoute: () => account,
  path: '/people',
  validateSearch: only(peopleSearch),
  component: lazyRouteComponent(() => import('./member/People.tsx'), 'People'),
})

const activity = createRoute({
  getParentRoute: () => account,
  path: '/activity',
  validateSearch: only(activitySearch),
  component: lazyRouteComponent(() => import('./audit/Activity.tsx'), 'Activity'),
})

const settings = createRoute({
  getParentRoute: () => account,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings/Settings.tsx'), 'Settings'),
})

/** The screens of the portal. Filters, orders, tabs and the day of a screen are in its address. */
export const router = createRouter({
  routeTree: root.addChildren([start, account.addChildren([home, entitlements, line, people, activity, settings])]),
  defaultPreload: 'intent',
  defaultErrorComponent: Broken,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

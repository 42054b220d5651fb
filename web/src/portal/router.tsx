import type { ComponentType } from 'react'
import {
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  retainSearchParams,
  type RouteComponent,
} from '@tanstack/react-router'
import type { ConsoleRoutes } from '../console/routes.tsx'
import { activitySearch } from './audit/search.ts'
import { developerSearch } from './developer/search.ts'
import { deviceSearch, devicesSearch } from './device/search.ts'
import { later } from './kit/later.tsx'
import { MissingScreen } from './kit/Missing.tsx'
import { isDay } from './language/format.ts'
import { only, readSearch, writeSearch } from './contract/address.ts'
import { LoadError } from './shell/LoadError.tsx'
import { NotFound } from './shell/NotFound.tsx'
import { lineSearch, linesSearch } from './entitlement/search.ts'
import { forecastSearch } from './forecast/search.ts'
import { peopleSearch } from './member/search.ts'
import { renewalsSearch } from './renewal/search.ts'
import { usageSearch } from './usage/search.ts'

/** A screen in a file of its own. The router's own way loads the page anew if that fails, and offline it is then gone. */
export function screen<Module>(load: () => Promise<Module>, name: keyof Module): RouteComponent {
  // The type of a screen follows from that of the router, which therefore must not follow from it.
  return later(async () => (await load())[name] as ComponentType, MissingScreen)
}

export const root = createRootRoute({
  validateSearch: ({ on }: Record<string, unknown>): { on?: string } =>
    ({ on: isDay(on) ? on : undefined }) as { on?: string },
  search: { middlewares: [retainSearchParams(['on'])] },
  component: Outlet,
  notFoundComponent: NotFound,
})

const start = createRoute({
  getParentRoute: () => root,
  path: '/accounts',
  component: screen(() => import('./account/Start.tsx'), 'Start'),
})

const widgets = createRoute({
  getParentRoute: () => root,
  path: '/accounts/producer/widgets',
  component: screen(() => import('./widget/WidgetsPage.tsx'), 'WidgetsPage'),
})

const account = createRoute({
  getParentRoute: () => root,
  path: '/accounts/$account',
  component: screen(() => import('./shell/Shell.tsx'), 'Shell'),
})

const home = createRoute({
  getParentRoute: () => account,
  path: '/',
  component: screen(() => import('./home/Home.tsx'), 'Home'),
})

const entitlements = createRoute({
  getParentRoute: () => account,
  path: '/entitlements',
  validateSearch: only(linesSearch),
  component: screen(() => import('./entitlement/Entitlements.tsx'), 'Entitlements'),
})

const line = createRoute({
  getParentRoute: () => account,
  path: '/entitlements/$line',
  validateSearch: only(lineSearch),
  component: screen(() => import('./entitlement/Line.tsx'), 'Line'),
})

const devices = createRoute({
  getParentRoute: () => account,
  path: '/devices',
  validateSearch: only(devicesSearch),
  component: screen(() => import('./device/Devices.tsx'), 'Devices'),
})

const device = createRoute({
  getParentRoute: () => account,
  path: '/devices/$device',
  validateSearch: only(deviceSearch),
  component: screen(() => import('./device/Device.tsx'), 'Device'),
})

const renewals = createRoute({
  getParentRoute: () => account,
  path: '/renewals',
  validateSearch: only(renewalsSearch),
  component: screen(() => import('./renewal/Renewals.tsx'), 'Renewals'),
})

const forecast = createRoute({
  getParentRoute: () => account,
  path: '/renewals/forecast',
  validateSearch: only(forecastSearch),
  component: screen(() => import('./forecast/Forecast.tsx'), 'Forecast'),
})

const usage = createRoute({
  getParentRoute: () => account,
  path: '/usage',
  validateSearch: only(usageSearch),
  component: screen(() => import('./usage/Usage.tsx'), 'Usage'),
})

const people = createRoute({
  getParentRoute: () => account,
  path: '/people',
  validateSearch: only(peopleSearch),
  component: screen(() => import('./member/People.tsx'), 'People'),
})

const activity = createRoute({
  getParentRoute: () => account,
  path: '/activity',
  validateSearch: only(activitySearch),
  component: screen(() => import('./audit/Activity.tsx'), 'Activity'),
})

const developers = createRoute({
  getParentRoute: () => account,
  path: '/developers',
  validateSearch: only(developerSearch),
  component: screen(() => import('./developer/Developers.tsx'), 'Developers'),
})

const services = createRoute({
  getParentRoute: () => account,
  path: '/services',
  component: screen(() => import('./service/Services.tsx'), 'Services'),
})

const settings = createRoute({
  getParentRoute: () => account,
  path: '/settings',
  component: screen(() => import('./settings/Settings.tsx'), 'Settings'),
})

const portal = account.addChildren([
  home,
  entitlements,
  line,
  renewals,
  forecast,
  devices,
  device,
  usage,
  services,
  people,
  activity,
  developers,
  settings,
])

/**
 * Makes the router of the page: the screens of the portal, and those of the operator console if the page is one of its
 * own. Filters, orders, tabs and the day of a screen are in its address. Whoever is in the portal does not load the
 * console, so that links to it load a page.
 */
export function newRouter(consoleRoutes?: ConsoleRoutes) {
  // Types know the console everywhere. Links to it are shown only where its routes are.
  const routes = [start, widgets, portal, ...(consoleRoutes ? [consoleRoutes] : [])] as [
    typeof start,
    typeof widgets,
    typeof portal,
    ConsoleRoutes,
  ]
  return createRouter({
    routeTree: root.addChildren(routes),
    parseSearch: readSearch,
    stringifySearch: writeSearch,
    defaultPreload: 'intent',
    defaultErrorComponent: LoadError,
    scrollRestoration: true,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof newRouter>
  }
}

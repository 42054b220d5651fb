import {
  Blocks,
  CalendarClock,
  ChartColumn,
  CodeXml,
  History,
  House,
  type LucideIcon,
  MonitorSmartphone,
  ScrollText,
  Settings,
  Users,
} from 'lucide-react'
import type { AccountQuery } from '../account/account.ts'

/** A screen of an account, with the second key of its shortcut, after G. */
export type Screen = {
  name:
    | 'home'
    | 'entitlements'
    | 'renewals'
    | 'devices'
    | 'usage'
    | 'services'
    | 'people'
    | 'activity'
    | 'developers'
    | 'settings'
  to:
    | '/accounts/$account'
    | '/accounts/$account/entitlements'
    | '/accounts/$account/renewals'
    | '/accounts/$account/devices'
    | '/accounts/$account/usage'
    | '/accounts/$account/people'
    | '/accounts/$account/activity'
    | '/accounts/$account/services'
    | '/accounts/$account/developers'
    | '/accounts/$account/settings'
  icon: LucideIcon
  key: string
}

const home: Screen = { name: 'home', to: '/accounts/$account', icon: House, key: 'h' }
const entitlements: Screen = { name: 'entitlements', to: '/accounts/$account/entitlements', icon: ScrollText, key: 'e' }
const renewals: Screen = { name: 'renewals', to: '/accounts/$account/renewals', icon: CalendarClock, key: 'r' }
const usage: Screen = { name: 'usage', to: '/accounts/$account/usage', icon: ChartColumn, key: 'u' }
const devices: Screen = { name: 'devices', to: '/accounts/$account/devices', icon: MonitorSmartphone, key: 'd' }
const people: Screen = { name: 'people', to: '/accounts/$account/people', icon: Users, key: 'p' }
const activity: Screen = { name: 'activity', to: '/accounts/$account/activity', icon: History, key: 'a' }
const services: Screen = { name: 'services', to: '/accounts/$account/services', icon: Blocks, key: 'v' }
const developers: Screen = { name: 'developers', to: '/accounts/$account/developers', icon: CodeXml, key: 'q' }
const settings: Screen = { name: 'settings', to: '/accounts/$account/settings', icon: Settings, key: 's' }

/** The screens that the viewer may open for an account. */
export function screensOf(account: AccountQuery['account'] | undefined): Screen[] {
  return [
    home,
    entitlements,
    renewals,
    devices,
    usage,
    services,
    ...(account?.viewerCanSeeMembers ? [people, activity] : []),
    developers,
    settings,
  ]
}

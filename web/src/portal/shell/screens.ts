import { CalendarClock, ChartColumn, History, House, type LucideIcon, ScrollText, Settings, Users } from 'lucide-react'
import type { AccountQuery } from '../account/account.ts'

/** A screen of an account, with the second key of its shortcut, after G. */
export type Screen = {
  name: 'home' | 'entitlements' | 'renewals' | 'usage' | 'people' | 'activity' | 'settings'
  to:
    | '/accounts/$account'
    | '/accounts/$account/entitlements'
    | '/accounts/$account/renewals'
    | '/accounts/$account/usage'
    | '/accounts/$account/people'
    | '/accounts/$account/activity'
    | '/accounts/$account/settings'
  icon: LucideIcon
  key: string
}

const home: Screen = { name: 'home', to: '/accounts/$account', icon: House, key: 'h' }
const entitlements: Screen = { name: 'entitlements', to: '/accounts/$account/entitlements', icon: ScrollText, key: 'e' }
const renewals: Screen = { name: 'renewals', to: '/accounts/$account/renewals', icon: CalendarClock, key: 'r' }
const usage: Screen = { name: 'usage', to: '/accounts/$account/usage', icon: ChartColumn, key: 'u' }
const people: Screen = { name: 'people', to: '/accounts/$account/people', icon: Users, key: 'p' }
const activity: Screen = { name: 'activity', to: '/accounts/$account/activity', icon: History, key: 'a' }
const settings: Screen = { name: 'settings', to: '/accounts/$account/settings', icon: Settings, key: 's' }

/** The screens that the viewer may open for an account. */
export function screensOf(account: AccountQuery['account'] | undefined): Screen[] {
  return [home, entitlements, renewals, usage, ...(account?.viewerCanSeeMembers ? [people, activity] : []), settings]
}

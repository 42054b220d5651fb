import { useNavigate } from '@tanstack/react-router'
import { Building2, CalendarClock, CalendarDays, Download, Eye, Filter, Keyboard, KeyRound, LogOut, type LucideIcon, Moon, Sun, Monitor, UserRoundCheck } from 'lucide-react'
import type { AccountQuery } from '../account/account.ts'
import { type Days, useChooseDay, useDay } from '../day/day.tsx'
import { download } from '../kit/download.ts'
import { useLanguage } from '../language/language.tsx'
import { prefer, usePreferences } from '../settings/preferences.ts'
import type { Panel } from '../shell/Shell.tsx'
import { useViewer } from '../viewer/viewer.tsx'

/** Something that the palette does. */
export type Action = { name: string; icon: LucideIcon; keys?: string; act: () => void }

/** Sends the form by which a viewer signs out. The server refuses it from other sites. */
function signOut() {
  const form = document.createElement('form')
  form.method = 'post'
  form.action = '/sign-out'
  document.body.append(form)
  form.submit()
}

/** What the palette can do for the viewer in an account. */
export function useActions({
  account,
  shown,
  days,
  open,
}: {
  account: string
  shown: AccountQuery['account'] | undefined
  days: Days
  open: (panel: Panel) => void
}): Action[] {
  const { texts } = useLanguage()
  const t = texts.palette.action
  const navigate = useNavigate()
  const { theme } = usePreferences()
  const { chosen } = useDay()
  const viewer = useViewer()
  const asThemselves = viewer.viewingAs === null && viewer.narrowedTo === null
  const chooseDay = useChooseDay()
  const settings = (hash: string) => () => void navigate({ to: '/accounts/$account/settings', params: { account }, hash })
  return [
    { name: texts.account.switch, icon: Building2, keys: 's', act: () => open('account') },
    ...(days === 'none' ? [] : [{ name: texts.day.choose, icon: CalendarDays, keys: 'd', act: () => open('day') }]),
    ...(chosen === undefined
      ? []
      : [{ name: texts.day.back, icon: CalendarClock, keys: 't', act: () => chooseDay(undefined) }]),
    ...(shown?.viewerCanManageMembers
      ? [
          {
            name: t.requests,
            icon: UserRoundCheck,
            act: () =>
              void navigate({ to: '/accounts/$account/people', params: { account }, search: { tab: 'requests' } as object }),
          },
        ]
      : []),
    ...(shown && asThemselves && viewer.producerRole !== null
      ? [{ name: texts.frame.standing.viewAs(shown.name), icon: Eye, act: () => open('viewAs') }]
      : []),
    ...(shown && asThemselves && viewer.memberships.length > 1
      ? [{ name: texts.frame.standing.narrow(shown.name), icon: Filter, act: () => open('narrow') }]
      : []),
    { name: t.keys, icon: KeyRound, act: settings('keys') },
    ...(shown?.viewerCanSeeMembers
      ? [{ name: t.export, icon: Download, act: () => void download(`/export/audit?account=${account}`) }]
      : []),
    ...(theme === 'light' ? [] : [{ name: t.light, icon: Sun, act: () => prefer({ theme: 'light' }) }]),
    ...(theme === 'dark' ? [] : [{ name: t.dark, icon: Moon, act: () => prefer({ theme: 'dark' }) }]),
    ...(theme === null ? [] : [{ name: t.system, icon: Monitor, act: () => prefer({ theme: null }) }]),
    { name: texts.shortcuts.title, icon: Keyboard, keys: '?', act: () => open('shortcuts') },
    { name: texts.frame.signOut, icon: LogOut, act: signOut },
  ]
}

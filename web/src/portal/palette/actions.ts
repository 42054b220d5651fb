import { useNavigate } from '@tanstack/react-router'
import {
  AppWindow,
  Building2,
  CalendarClock,
  CalendarDays,
  Download,
  Eye,
  Filter,
  Keyboard,
  KeyRound,
  LogOut,
  type LucideIcon,
  MailPlus,
  Moon,
  Sun,
  Monitor,
  SquareTerminal,
  UserRoundCheck,
  UserRoundSearch,
  Users,
} from 'lucide-react'
import type { AccountQuery } from '../account/account.ts'
import { type Days, useChooseDay, useDay } from '../day/day.tsx'
import { exportAddress, formats } from '../entitlement/exportAddress.ts'
import { linesFilter, linesOrder } from '../entitlement/search.ts'
import { download } from '../kit/download.ts'
import { useLanguage } from '../language/language.tsx'
import { useTexts } from '../language/screenTexts.ts'
import { inviting, type PeopleTab } from '../member/search.ts'
import { openInPlayground } from '../settings/openInPlayground.ts'
import { prefer, usePreferences } from '../settings/preferences.ts'
import type { Panel } from '../shell/Shell.tsx'
import { useViewer } from '../viewer/viewer.tsx'
import { texts as own } from './texts.ts'

/** Something that the palette does. */
export type Action = { name: string; icon: LucideIcon; keys?: string; act: () => void }

/** The parts of the screen of people that have no action with a name of its own. */
const tabs = ['invitations', 'requests', 'directory', 'domains'] as const

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
  const { texts, code } = useLanguage()
  const t = texts.palette.action
  const more = useTexts(own)
  const navigate = useNavigate()
  const { theme } = usePreferences()
  const { day, chosen } = useDay()
  const viewer = useViewer()
  const asThemselves = viewer.viewingAs === null && viewer.narrowedTo === null
  const chooseDay = useChooseDay()
  const settings = (hash: string) => () =>
    void navigate({ to: '/accounts/$account/settings', params: { account }, hash })
  const people = (search: { tab?: PeopleTab }, hash?: string) => () =>
    void navigate({ to: '/accounts/$account/people', params: { account }, search, ...(hash !== undefined && { hash }) })
  return [
    { name: texts.account.switch, icon: Building2, keys: 's', act: () => open('account') },
    ...(days === 'none' ? [] : [{ name: texts.day.choose, icon: CalendarDays, keys: 'd', act: () => open('day') }]),
    ...(chosen === undefined
      ? []
      : [{ name: texts.day.back, icon: CalendarClock, keys: 't', act: () => chooseDay(undefined) }]),
    ...(shown?.viewerCanManageMembers
      ? [
          { name: texts.people.invite, icon: MailPlus, act: people({}, inviting) },
          { name: t.requests, icon: UserRoundCheck, act: people({ tab: 'requests' }) },
        ]
      : []),
    ...(shown?.viewerCanSeeMembers
      ? [
          { name: texts.people.reviewAccess, icon: UserRoundSearch, act: people({ tab: 'review' }) },
          ...tabs.map((tab) => ({
            name: `${texts.navigation.people}: ${texts.people.tabs[tab]}`,
            icon: Users,
            act: people({ tab }),
          })),
        ]
      : []),
    ...(shown && asThemselves && viewer.producerRole !== null
      ? [{ name: texts.frame.viewing.viewAs(shown.name), icon: Eye, act: () => open('viewAs') }]
      : []),
    ...(shown && asThemselves && viewer.memberships.length > 1
      ? [{ name: texts.frame.viewing.narrow(shown.name), icon: Filter, act: () => open('narrow') }]
      : []),
    { name: t.keys, icon: KeyRound, act: settings('keys') },
    ...(viewer.producerRole === 'OPERATOR' && asThemselves
      ? [{ name: more.widgets, icon: AppWindow, act: settings('widgets') }]
      : []),
    { name: more.playground, icon: SquareTerminal, act: openInPlayground },
    ...(shown?.viewerServices.includes('LICENSING')
      ? formats.map((format) => ({
          name: t.exportLines[format],
          icon: Download,
          act: () =>
            void download(
              exportAddress(
                format,
                code,
                linesFilter(account, { status: 'all' }, day, chosen),
                linesOrder(undefined),
                chosen,
              ),
            ),
        }))
      : []),
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

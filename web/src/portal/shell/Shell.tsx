import { Link, Navigate, Outlet, useMatches, useNavigate, useParams } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useQuery } from 'urql'
import { AccountDocument, AccountMembersDocument, HeldLineItemsDocument } from '../account/account.ts'
import { AccountButton } from '../account/AccountButton.tsx'
import { readId } from '../contract/id.ts'
import { DayBanner, DayButton, DayDialog, type Days, useChooseDay, useDay } from '../day/day.tsx'
import { useToday } from '../day/today.ts'
import { heldStatuses } from '../entitlement/states.ts'
import { Dialog } from '../kit/Dialog.tsx'
import { Failure } from '../kit/Failure.tsx'
import { later, laterDialog } from '../kit/later.tsx'
import { useLanguage } from '../language/language.tsx'
import { EarlyPalette, preloadPalette } from '../palette/EarlyPalette.tsx'
import { usePreferences } from '../settings/preferences.ts'
import { useViewer } from '../viewer/viewer.tsx'
import { useArrival } from './pageTitle.ts'
import { DownloadProblem } from './DownloadProblem.tsx'
import { Keys } from './Keys.tsx'
import { NotFound } from './NotFound.tsx'
import { BottomNavigation, ScreenLink, screensOfMore, SideNavigation } from './Navigation.tsx'
import { screensOf } from './screens.ts'
import { ShortcutSheet } from './ShortcutSheet.tsx'
import { focusSearch, type Shortcut, useShortcuts } from './shortcuts.ts'
import { ViewingBanner } from './ViewingBanner.tsx'
import { Notifications } from './Notifications.tsx'
import { UserMenu } from './UserMenu.tsx'
import styles from './Shell.module.css'

const AccountChoice = later(async () => (await import('../account/AccountChoice.tsx')).AccountChoice)
const ViewAsDialog = laterDialog(async () => (await import('./ViewingDialogs.tsx')).ViewAsDialog)
const NarrowDialog = laterDialog(async () => (await import('./ViewingDialogs.tsx')).NarrowDialog)

/** What the screens know of other days. Those that are not named here know everything. */
const daysOf: Record<string, Days> = {
  '/accounts/$account/people': 'ahead',
  '/accounts/$account/activity': 'none',
  '/accounts/$account/developers': 'none',
  '/accounts/$account/devices': 'none',
  '/accounts/$account/devices/$device': 'none',
  '/accounts/$account/services': 'none',
  '/accounts/$account/settings': 'none',
}

/** What is open over the page. */
export type Panel = 'palette' | 'account' | 'day' | 'shortcuts' | 'more' | 'viewAs' | 'narrow'

/** The frame of every screen of an account, if the address names one. */
export function Shell() {
  const { account } = useParams({ from: '/accounts/$account' })
  const id = readId(account, 'acct')
  if (id === undefined) {
    return <NotFound />
  }
  return id === account ? <AccountShell account={id} /> : <Navigate to="." params={{ account: id }} search replace />
}

/** Account, navigation, search and day around a screen. */
function AccountShell({ account }: { account: string }) {
  const { texts } = useLanguage()
  const navigate = useNavigate()
  const { day, chosen } = useDay()
  const chooseDay = useChooseDay()
  const today = useToday()
  const { shortcuts: keysOn } = usePreferences()
  const [panel, setPanel] = useState<Panel | null>(null)
  const content = useRef<HTMLElement>(null)
  const [{ data, error, fetching }, again] = useQuery({ query: AccountDocument, variables: { account } })
  const shown = data?.account
  const licensing = shown?.viewerServices.includes('LICENSING') ?? false
  const [held] = useQuery({
    query: HeldLineItemsDocument,
    variables: {
      held: { account, includeSubAccounts: true, status: [...heldStatuses], ...(chosen && { on: chosen }) },
    },
    pause: !licensing,
  })
  const [members] = useQuery({
    query: AccountMembersDocument,
    variables: { account },
    pause: !shown?.viewerCanSeeMembers,
  })
  const screens = screensOf(shown)
  const viewer = useViewer()
  // A dialog tells a moment after it was closed, when another may be open already.
  const closing = (which: Panel) => () => setPanel((now) => (now === which ? null : now))
  const route = useMatches().at(-1)?.routeId ?? ''
  const days = daysOf[route] ?? (route === '/accounts/$account/' && shown?.viewerCanManageMembers ? 'rights' : 'all')
  const shortcuts: Shortcut[] = [
    ...screens.map(({ name, to, key }) => ({
      keys: `g ${key}`,
      name: texts.frame.goTo(texts.navigation[name]),
      act: () => void navigate({ to, params: { account } }),
    })),
    { keys: '/', name: texts.frame.searchHere, act: () => focusSearch() || setPanel('palette') },
    { keys: 't', name: texts.day.back, act: () => chosen !== undefined && chooseDay(undefined) },
    ...(days === 'none' ? [] : [{ keys: 'd', name: texts.day.choose, act: () => setPanel('day') }]),
    { keys: 's', name: texts.account.switch, act: () => setPanel('account') },
    { keys: '?', name: texts.shortcuts.title, act: () => setPanel('shortcuts') },
  ]
  useShortcuts(shortcuts, () => setPanel(panel === 'palette' ? null : 'palette'), keysOn)
  const said = useArrival(content, [...(shown ? [shown.name] : []), texts.product], texts.navigation.home)
  useEffect(() => {
    const timer = setTimeout(preloadPalette, 1500) // so that the palette opens at once
    return () => clearTimeout(timer)
  }, [])
  const unknown =
    error?.graphQLErrors.some(({ extensions }) => ['BAD_INPUT', 'NOT_FOUND'].includes(String(extensions?.code))) ??
    false
  if (unknown || (data && shown === null && !fetching)) {
    return <NotFound />
  }
  const accountButton = (
    <AccountButton
      name={shown?.name ?? '…'}
      below={shown ? texts.account.subAccounts(shown.children?.totalCount ?? 0) : '…'}
      open={() => setPanel('account')}
    />
  )
  return (
    <div className={styles.frame} data-viewing={viewer.viewingAs !== null || viewer.narrowedTo !== null}>
      <a className={styles.skip} href="#content">
        {texts.navigation.skip}
      </a>
      <ViewingBanner />
      <header className={styles.side}>
        <Link to="/accounts" className={styles.product}>
          <span className={styles.mark} aria-hidden="true">
            M
          </span>
          {texts.product}
        </Link>
        <div className={styles.account}>{accountButton}</div>
        <SideNavigation
          account={account}
          screens={screens}
          counts={{
            ...(held.data?.lineItems && { entitlements: held.data.lineItems.totalCount }),
            ...(members.data?.account?.current && { people: members.data.account.current.totalCount }),
          }}
          openHelp={() => setPanel('shortcuts')}
        />
        <div className={styles.who}>
          <UserMenu />
        </div>
      </header>
      <main id="content" ref={content} className={styles.content} tabIndex={-1}>
        <div className={styles.top}>
          <button
            type="button"
            className={styles.search}
            aria-haspopup="dialog"
            onClick={() => setPanel('palette')}
            onPointerEnter={preloadPalette}
          >
            <Search size={14} aria-hidden="true" />
            {texts.search.open}
            <span className={styles.searchKeys}>
              <Keys keys={texts.search.keys} />
            </span>
          </button>
          {days !== 'none' && <DayButton open={() => setPanel('day')} />}
        </div>
        <p className={styles.printed}>
          <strong>{shown?.name}</strong> {days === 'none' ? texts.day.printed(today) : texts.day.asOf(day)}
        </p>
        <DayBanner days={days} />
        {error && !data ? <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} /> : <Outlet />}
      </main>
      <BottomNavigation account={account} screens={screens} openMore={() => setPanel('more')} />
      <p className={styles.said} aria-live="polite">
        {said}
      </p>
      <Notifications />
      <DownloadProblem />
      <Dialog open={panel === 'palette'} close={closing('palette')} label={texts.search.open} place="top" atOnce>
        <EarlyPalette
          account={account}
          shown={shown}
          screens={screens}
          days={days}
          open={setPanel}
          done={closing('palette')}
        />
      </Dialog>
      <Dialog open={panel === 'account'} close={closing('account')} label={texts.account.switch} place="top">
        <AccountChoice done={closing('account')} {...(shown && { current: shown })} />
      </Dialog>
      {shown && panel === 'viewAs' && <ViewAsDialog account={shown} close={closing('viewAs')} />}
      {shown && panel === 'narrow' && <NarrowDialog account={shown} close={closing('narrow')} />}
      <DayDialog open={panel === 'day'} close={closing('day')} />
      <ShortcutSheet shortcuts={shortcuts} open={panel === 'shortcuts'} close={closing('shortcuts')} />
      <Dialog open={panel === 'more'} close={closing('more')} label={texts.navigation.more} place="sheet">
        <h2>{texts.navigation.more}</h2>
        <nav className={styles.more} aria-label={texts.navigation.more}>
          {screensOfMore(screens).map((screen) => (
            <ScreenLink key={screen.name} account={account} screen={screen} done={closing('more')} />
          ))}
        </nav>
        <UserMenu />
      </Dialog>
    </div>
  )
}

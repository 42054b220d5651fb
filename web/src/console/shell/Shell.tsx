import { Link, Outlet, useMatches, useNavigate } from '@tanstack/react-router'
import { Building2, Search } from 'lucide-react'
import { useRef, useState } from 'react'
import { useQuery } from 'urql'
import type { ProducerRole } from '../../portal/contract/types.ts'
import { DayBanner, DayButton, DayDialog, useChooseDay, useDay } from '../../portal/day/day.tsx'
import { Dialog } from '../../portal/kit/Dialog.tsx'
import { useLanguage } from '../../portal/language/language.tsx'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { LanguageChoice } from '../../portal/settings/LanguageChoice.tsx'
import { usePreferences } from '../../portal/settings/preferences.ts'
import { Keys } from '../../portal/shell/Keys.tsx'
import { Notifications } from '../../portal/shell/Notifications.tsx'
import { useArrival } from '../../portal/shell/pageTitle.ts'
import styles from '../../portal/shell/Shell.module.css'
import { ShortcutSheet } from '../../portal/shell/ShortcutSheet.tsx'
import { focusSearch, type Shortcut, useShortcuts } from '../../portal/shell/shortcuts.ts'
import { UserMenu } from '../../portal/shell/UserMenu.tsx'
import user from '../../portal/shell/UserMenu.module.css'
import { useViewer } from '../../portal/viewer/viewer.tsx'
import { Elsewhere } from './Elsewhere.tsx'
import { BottomNavigation, ScreenLink, screensOfMore, SideNavigation } from './Navigation.tsx'
import { consoleScreens } from './screens.ts'
import own from './Shell.module.css'
import { FailedJobsDocument } from '../operation/jobs.ts'
import { texts as table } from './texts.ts'

/** What is open over the page. */
type Panel = 'day' | 'shortcuts' | 'more'

/** The screens that answer for another day. */
const daily = '/console/accounts/$account'

/** The frame of the console. It is only for the producer's people, as long as they see with their own eyes. */
export function Shell() {
  const { producerRole, viewingAs } = useViewer()
  return producerRole === null || viewingAs !== null ? <Elsewhere /> : <ConsoleShell role={producerRole} />
}

/** Navigation, search and day around a screen. */
function ConsoleShell({ role }: { role: ProducerRole }) {
  const { texts } = useLanguage()
  const t = useTexts(table)
  const navigate = useNavigate()
  const { chosen } = useDay()
  const chooseDay = useChooseDay()
  const { shortcuts: keysOn } = usePreferences()
  const [panel, setPanel] = useState<Panel | null>(null)
  const content = useRef<HTMLElement>(null)
  const [failed] = useQuery({ query: FailedJobsDocument })
  const screens = consoleScreens(role)
  const isDaily = useMatches().at(-1)?.routeId === daily
  // A dialog tells a moment after it was closed, when another may be open already.
  const closing = (which: Panel) => () => setPanel((now) => (now === which ? null : now))
  const find = () => void navigate({ to: '/console' }).then(focusSearch)
  const shortcuts: Shortcut[] = [
    ...screens.map(({ name, to, key }) => ({
      keys: `g ${key}`,
      name: texts.frame.goTo(t.screens[name]),
      act: () => void navigate({ to }),
    })),
    { keys: '/', name: texts.frame.searchHere, act: () => focusSearch() || find() },
    { keys: 't', name: texts.day.back, act: () => chosen !== undefined && chooseDay(undefined) },
    ...(isDaily ? [{ keys: 'd', name: texts.day.choose, act: () => setPanel('day') }] : []),
    { keys: '?', name: texts.shortcuts.title, act: () => setPanel('shortcuts') },
  ]
  useShortcuts(shortcuts, find, keysOn)
  const said = useArrival(content, [t.console, texts.product], t.screens.find)
  const portal = (
    <>
      <Link to="/accounts" className={user.other}>
        <Building2 size={14} aria-hidden="true" />
        {t.toPortal}
      </Link>
      <LanguageChoice small />
    </>
  )
  return (
    <div className={styles.frame} data-viewing={false}>
      <a className={styles.skip} href="#content">
        {texts.navigation.skip}
      </a>
      <header className={styles.side}>
        <Link to="/console" className={styles.product}>
          <span className={styles.mark} aria-hidden="true">
            M
          </span>
          {texts.product}
        </Link>
        <p className={own.console}>{t.console}</p>
        <SideNavigation
          screens={screens}
          failed={failed.data?.jobs?.totalCount ?? 0}
          openHelp={() => setPanel('shortcuts')}
        />
        <div className={styles.who}>
          <UserMenu other={portal} />
        </div>
      </header>
      <main id="content" ref={content} className={styles.content} tabIndex={-1}>
        <div className={styles.top}>
          <button type="button" className={styles.search} onClick={find}>
            <Search size={14} aria-hidden="true" />
            {t.screens.find}
            <span className={styles.searchKeys}>
              <Keys keys={texts.search.keys} />
            </span>
          </button>
          {isDaily && <DayButton open={() => setPanel('day')} />}
        </div>
        <DayBanner days={isDaily ? 'all' : 'none'} />
        <Outlet />
      </main>
      <BottomNavigation screens={screens} openMore={() => setPanel('more')} />
      <p className={styles.said} aria-live="polite">
        {said}
      </p>
      <Notifications />
      <DayDialog open={panel === 'day'} close={closing('day')} />
      <ShortcutSheet shortcuts={shortcuts} open={panel === 'shortcuts'} close={closing('shortcuts')} />
      <Dialog open={panel === 'more'} close={closing('more')} label={texts.navigation.more} place="sheet">
        <h2>{texts.navigation.more}</h2>
        <nav className={styles.more} aria-label={texts.navigation.more}>
          {screensOfMore(screens).map((screen) => (
            <ScreenLink key={screen.name} screen={screen} done={closing('more')} />
          ))}
        </nav>
        <UserMenu other={portal} />
      </Dialog>
    </div>
  )
}

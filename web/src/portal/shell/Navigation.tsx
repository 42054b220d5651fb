import { Link } from '@tanstack/react-router'
import { Ellipsis, Keyboard } from 'lucide-react'
import { useLanguage } from '../language/language.tsx'
import { Keys } from './Keys.tsx'
import type { Screen } from './screens.ts'
import styles from './Navigation.module.css'

type Properties = { account: string; screens: readonly Screen[]; counts: Partial<Record<Screen['name'], number>> }

/** Whether a screen is not about what the account has, but about the viewer or about programs. */
function isOwn(screen: Screen): boolean {
  return screen.name === 'developers' || screen.name === 'settings'
}

/** The screens of an account at the left, with those about oneself and about programs at the end. */
export function SideNavigation({ account, screens, counts, openHelp }: Properties & { openHelp: () => void }) {
  const { texts } = useLanguage()
  return (
    <nav className={styles.side} aria-label={texts.navigation.label}>
      {screens
        .filter((screen) => !isOwn(screen))
        .map((screen) => (
          <ScreenLink key={screen.name} account={account} screen={screen} count={counts[screen.name]} />
        ))}
      <span className={styles.space} />
      {screens.filter(isOwn).map((screen) => (
        <ScreenLink key={screen.name} account={account} screen={screen} />
      ))}
      <button type="button" className={styles.item} aria-haspopup="dialog" onClick={openHelp}>
        <Keyboard size={16} aria-hidden="true" />
        {texts.frame.shortcuts}
        <span className={styles.key}>
          <Keys keys="?" />
        </span>
      </button>
    </nav>
  )
}

/** How many screens are at the bottom of a phone; the others are behind a button. */
const atBottom = 3

/** The screens that a phone shows behind the button "More". */
export function screensOfMore(screens: readonly Screen[]): Screen[] {
  const others = screens.filter((screen) => !isOwn(screen))
  return [...others.slice(atBottom), ...screens.filter(isOwn)]
}

/** The first screens at the bottom of a phone, and a button for the rest. */
export function BottomNavigation({
  account,
  screens,
  openMore,
}: Omit<Properties, 'counts'> & { openMore: () => void }) {
  const { texts } = useLanguage()
  return (
    <nav className={styles.bottom} aria-label={texts.navigation.label}>
      {screens
        .filter((screen) => !isOwn(screen))
        .slice(0, atBottom)
        .map((screen) => (
          <ScreenLink key={screen.name} account={account} screen={screen} />
        ))}
      <button type="button" className={styles.item} aria-haspopup="dialog" onClick={openMore}>
        <Ellipsis size={16} aria-hidden="true" />
        {texts.navigation.more}
      </button>
    </nav>
  )
}

/** A link to a screen. */
export function ScreenLink({
  account,
  screen: { name, to, icon: Icon, key },
  count,
  done,
}: {
  account: string
  screen: Screen
  count?: number | undefined
  done?: () => void
}) {
  const { texts, format } = useLanguage()
  return (
    <Link
      to={to}
      params={{ account }}
      className={styles.item}
      activeOptions={{ exact: name === 'home', includeSearch: false }}
      title={`${texts.navigation[name]} · G ${key.toUpperCase()}`}
      {...(done && { onClick: done })}
    >
      <Icon size={16} aria-hidden="true" />
      {texts.navigation[name]}
      {count !== undefined && <span className={styles.count}>{format.count(count)}</span>}
    </Link>
  )
}

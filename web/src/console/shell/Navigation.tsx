import { Link } from '@tanstack/react-router'
import { Ellipsis, Keyboard } from 'lucide-react'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { useLanguage } from '../../portal/language/language.tsx'
import { Keys } from '../../portal/shell/Keys.tsx'
import styles from '../../portal/shell/Navigation.module.css'
import type { ConsoleScreen } from './screens.ts'
import { texts as table } from './texts.ts'

type Properties = { screens: readonly ConsoleScreen[]; failed: number }

/** How many screens are at the bottom of a phone; the others are behind a button. */
const atBottom = 3

/** The screens of the console at the left. */
export function SideNavigation({ screens, failed, openHelp }: Properties & { openHelp: () => void }) {
  const { texts } = useLanguage()
  return (
    <nav className={styles.side} aria-label={texts.navigation.label}>
      {screens.map((screen) => (
        <ScreenLink key={screen.name} screen={screen} failed={failed} />
      ))}
      <span className={styles.space} />
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

/** The screens that a phone shows behind the button "More". */
export function screensOfMore(screens: readonly ConsoleScreen[]): ConsoleScreen[] {
  return screens.slice(atBottom)
}

/** The first screens at the bottom of a phone, and a button for the rest. */
export function BottomNavigation({ screens, openMore }: { screens: Properties['screens']; openMore: () => void }) {
  const { texts } = useLanguage()
  return (
    <nav className={styles.bottom} aria-label={texts.navigation.label}>
      {screens.slice(0, atBottom).map((screen) => (
        <ScreenLink key={screen.name} screen={screen} />
      ))}
      <button type="button" className={styles.item} aria-haspopup="dialog" onClick={openMore}>
        <Ellipsis size={16} aria-hidden="true" />
        {texts.navigation.more}
      </button>
    </nav>
  )
}

/** A link to a screen of the console. That of the jobs says how many have failed. */
export function ScreenLink({
  screen: { name, to, icon: Icon, key },
  failed = 0,
  done,
}: {
  screen: ConsoleScreen
  failed?: number
  done?: () => void
}) {
  const { format } = useLanguage()
  const t = useTexts(table)
  return (
    <Link
      to={to}
      className={styles.item}
      activeOptions={{ exact: name === 'find', includeSearch: false }}
      title={`${t.screens[name]} · G ${key.toUpperCase()}`}
      {...(done && { onClick: done })}
    >
      <Icon size={16} aria-hidden="true" />
      {t.screens[name]}
      {name === 'jobs' && failed > 0 && (
        <span className={styles.count} title={t.failed(failed)}>
          {format.count(failed)}
        </span>
      )}
    </Link>
  )
}

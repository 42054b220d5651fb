import { Link, Navigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { later } from '../kit/later.tsx'
import { Notice } from '../kit/Notice.tsx'
import { useLanguage } from '../language/language.tsx'
import { useTexts } from '../language/screenTexts.ts'
import { useShortcuts } from '../shell/shortcuts.ts'
import { UserMenu } from '../shell/UserMenu.tsx'
import { useViewer } from '../viewer/viewer.tsx'
import styles from './Start.module.css'
import { texts as own } from './texts.ts'

const AskForAccess = later(async () => (await import('./AskForAccess.tsx')).AskForAccess)

const AccountChoice = later(async () => (await import('./AccountChoice.tsx')).AccountChoice)

/** Leads to the account of the viewer, or lets those of the producer choose one. */
export function Start() {
  const { texts } = useLanguage()
  const t = useTexts(own)
  const viewer = useViewer()
  const choice = useRef<HTMLElement>(null)
  // Every other page has the palette for this; here one field finds everything.
  useShortcuts([], () => choice.current?.querySelector('input')?.focus(), true)
  const account = viewer.viewingAs ?? viewer.narrowedTo ?? viewer.memberships[0]?.account
  if (account) {
    return <Navigate to="/accounts/$account" params={{ account: account.id }} replace />
  }
  return (
    <main className={styles.start}>
      <title>{texts.product}</title>
      <div>
        <h1>{texts.product}</h1>
        {viewer.producerRole !== null && <p className={styles.sentence}>{texts.account.start}</p>}
      </div>
      {viewer.producerRole === null ? (
        <>
          <Notice title={texts.account.none}>{texts.account.noneNext}</Notice>
          <AskForAccess />
        </>
      ) : (
        <section ref={choice} className={styles.choice} aria-label={texts.frame.accounts.search}>
          <AccountChoice done={() => {}} />
        </section>
      )}
      {viewer.producerRole === 'OPERATOR' && (
        <p>
          <Link to="/accounts/producer/widgets">{t.widgets}</Link>
        </p>
      )}
      <UserMenu />
    </main>
  )
}

import { Link, useParams } from '@tanstack/react-router'
import { CircleAlert, CircleCheck, Clock } from 'lucide-react'
import type { ReactNode } from 'react'
import { Status } from '../kit/Status.tsx'
import { daysBetween, localDay } from '../language/format.ts'
import { useLanguage } from '../language/language.tsx'
import type { DirectoryQuery } from './directory.ts'
import styles from './rows.module.css'

type Key = NonNullable<DirectoryQuery['account']>['apiKeys'][number]

/** The keys by which the directory of an account writes. */
export function provisioningKeys(keys: readonly Key[]): Key[] {
  return keys.filter(({ scopes, isActive }) => isActive && scopes.includes('PROVISION'))
}

/** After how many days without a request a directory looks as if it had stopped. Directories ask every hour. */
const silentDays = 2

/** Whether a directory that was last heard at a moment looks as if it had stopped. */
function isSilent(at: string, now = Date.now()): boolean {
  return now - Date.parse(at) > silentDays * 86_400_000
}

/** How many days before the end of its key a directory is told about. */
const keyDays = 30

/** Whether the directory still writes, and what to do if not. */
export function DirectoryState({ keys }: { keys: readonly Key[] }) {
  const { texts, format } = useLanguage()
  const t = texts.people.directory
  const working = provisioningKeys(keys)
  const [last] = working.toSorted((a, b) => (b.lastUsedAt ?? '').localeCompare(a.lastUsedAt ?? ''))
  if (last === undefined) {
    return (
      <State tone="wrong" word={t.stopped} why={t.stoppedMeans}>
        <KeyLink />
      </State>
    )
  }
  if (last.lastUsedAt === null) {
    return <State tone="soon" word={t.notYet} why={t.notYetMeans(last.name)} />
  }
  const ago = format.ago(last.lastUsedAt)
  if (isSilent(last.lastUsedAt)) {
    return <State tone="soon" word={t.silent(ago)} why={t.silentMeans} />
  }
  const end = localDay(new Date(last.expiresAt))
  if (daysBetween(localDay(), end) <= keyDays) {
    return (
      <State tone="soon" word={t.inStep(ago)} why={t.keyEnds(last.name, end)}>
        <KeyLink />
      </State>
    )
  }
  return <State tone="good" word={t.inStep(ago)} why={t.inStepMeans(last.name)} />
}

function State({
  tone,
  word,
  why,
  children,
}: {
  tone: 'good' | 'soon' | 'wrong'
  word: string
  why: string
  children?: ReactNode
}) {
  return (
    <p className={styles.standing}>
      <Status tone={tone} icon={{ good: CircleCheck, soon: Clock, wrong: CircleAlert }[tone]}>
        {word}
      </Status>
      <span>
        {why} {children}
      </span>
    </p>
  )
}

/** Leads to the keys of the account. */
export function KeyLink() {
  const { texts } = useLanguage()
  const { account } = useParams({ from: '/accounts/$account' })
  return (
    <Link className={styles.link} to="/accounts/$account/settings" params={{ account }}>
      {texts.people.directory.makeKey}
    </Link>
  )
}

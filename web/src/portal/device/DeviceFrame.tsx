import { Link } from '@tanstack/react-router'
import type { CombinedError } from '@urql/core'
import type { ReactNode } from 'react'
import { useQuery } from 'urql'
import { AccountDocument } from '../account/account.ts'
import line from '../entitlement/Line.module.css'
import { Limited } from '../home/Limited.tsx'
import { Failure } from '../kit/Failure.tsx'
import { Identifier } from '../kit/Identifier.tsx'
import { Notice } from '../kit/Notice.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import { useLanguage } from '../language/language.tsx'
import { useTexts } from '../language/screenTexts.ts'
import { texts as own } from './texts.ts'

/** Errors that are no failure: the page says in words what they mean. */
const expected = ['NOT_FOUND', 'BAD_INPUT', 'SERVICE_CLOSED'] as const

/** What the page of a device says in place of it while it is not here, or if it never comes. */
export function Instead({
  account,
  error,
  fetching,
  retry,
}: {
  account: string
  error: CombinedError | undefined
  fetching: boolean
  retry: () => void
}) {
  const why = expected.find((code) => error?.graphQLErrors.some(({ extensions }) => extensions?.code === code))
  const [frame] = useQuery({ query: AccountDocument, variables: { account } })
  const licensing = frame.data?.account?.viewerServices.includes('LICENSING') ?? true
  // Without licensing no device is found.
  if (why === 'SERVICE_CLOSED' || (why === 'NOT_FOUND' && !licensing)) {
    return <Limited whole account={account} />
  }
  if (error && !why) {
    return <Failure error={error} retry={retry} />
  }
  if (fetching && !error) {
    return <Skeleton rows={8} />
  }
  return <Lost account={account} />
}

/** Says that there is no such device. */
export function Lost({ account }: { account: string }) {
  const t = useTexts(own)
  return (
    <>
      <Path account={account} />
      <Notice whole title={t.lost}>
        {t.lostNext}
      </Notice>
    </>
  )
}

/** The way back to the list. */
export function Path({ account, servers = false }: { account: string; servers?: boolean }) {
  const t = useTexts(own)
  return (
    <nav className={line.path} data-below={false} aria-label={t.path}>
      <Link to="/accounts/$account/devices" params={{ account }} activeOptions={{ exact: true, includeSearch: true }}>
        {t.tabs.devices}
      </Link>
      {servers && (
        <>
          <span aria-hidden="true">/</span>
          <Link to="/accounts/$account/devices" params={{ account }} search={{ tab: 'servers' }}>
            {t.tabs.servers}
          </Link>
        </>
      )}
    </nav>
  )
}

/** The facts of a device or a license server, each with its name. Those without a value are left out. */
export function Facts({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className={line.facts}>
      {facts
        .filter(([, value]) => value !== null)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className={line.value}>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

/** The names of a device or a license server in other systems. */
export function OtherNames({ names }: { names: readonly { system: { name: string }; kind: string; value: string }[] }) {
  const { texts } = useLanguage()
  if (names.length === 0) {
    return null
  }
  return (
    <section className={line.section}>
      <h2>{texts.lines.names.title}</h2>
      <dl className={line.names}>
        {names.map(({ system, kind, value }) => (
          <div key={`${system.name} ${kind} ${value}`}>
            <dt>
              {system.name}, {kind}
            </dt>
            <dd>
              <Identifier value={value} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

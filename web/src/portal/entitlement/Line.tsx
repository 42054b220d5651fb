import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useQuery } from 'urql'
import { isId } from '../contract/id.ts'
import { LaterSeen } from '../custom/LaterSeen.tsx'
import { useDay } from '../day/day.tsx'
import { Failure } from '../kit/Failure.tsx'
import { Limited } from '../home/Limited.tsx'
import { Notice } from '../kit/Notice.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import { useLanguage } from '../language/language.tsx'
import { Activations } from './Activations.tsx'
import { Counted } from './Counted.tsx'
import { productName } from './groups.ts'
import { History } from './History.tsx'
import { Ledger } from './Ledger.tsx'
import { LineDocument } from './line.ts'
import styles from './Line.module.css'
import { Lineage } from './Lineage.tsx'
import { LineFacts } from './LineFacts.tsx'
import { LineNames } from './LineNames.tsx'
import { LineSentence } from './LineSentence.tsx'
import { LineTimeline } from './LineTimeline.tsx'
import type { Detail } from './lineTimeline.ts'
import { type Tab, tabs } from './search.ts'
import { Servers } from './Servers.tsx'

/** Errors that are no failure: the page says in words what they mean. */
const expected = ['NOT_FOUND', 'BAD_INPUT', 'SERVICE_CLOSED'] as const

/** One line item: what it is, its facts, its periods and coverage, and who uses it. */
export function Line() {
  const { texts } = useLanguage()
  const { account, line: id } = useParams({ from: '/accounts/$account/entitlements/$line' })
  const { tab = 'timeline' } = useSearch({ from: '/accounts/$account/entitlements/$line' })
  const { chosen } = useDay()
  const [{ data, error, fetching }, again] = useQuery({
    query: LineDocument,
    variables: { id, on: chosen ?? null },
    pause: !isId(id, 'line'),
  })
  const line = data?.lineItem
  const why = expected.find((code) => error?.graphQLErrors.some(({ extensions }) => extensions?.code === code))
  return (
    <>
      <nav className={styles.path} data-below={chosen !== undefined} aria-label={texts.lines.detail.path}>
        <Link to="/accounts/$account/entitlements" params={{ account }} activeOptions={{ exact: true }}>
          {texts.entitlements.title}
        </Link>
        {line && (
          <>
            <span aria-hidden="true">/</span>
            <Link
              to="/accounts/$account/entitlements"
              params={{ account }}
              search={{ text: line.entitlement.number, status: 'all' }}
              activeOptions={{ exact: true }}
            >
              {line.entitlement.number}
            </Link>
          </>
        )}
      </nav>
      {error && !line && !why && <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />}
      {!error && !line && fetching && <Skeleton rows={8} />}
      {!line && (why === 'NOT_FOUND' || why === 'BAD_INPUT' || (!error && !fetching)) && (
        <Notice whole title={texts.lines.detail.lost}>
          {texts.lines.detail.lostNext}
        </Notice>
      )}
      {!line && why === 'SERVICE_CLOSED' && <Limited whole account={account} />}
      {line && (
        <>
          <h1 className={styles.title}>{productName(line.product)}</h1>
          <LineSentence line={line} />
          <LineFacts line={line} />
          <Tabs line={line} account={account} tab={tab} />
          <section aria-label={texts.lines.detail.tab[tab]} className={styles.part}>
            <Part key={line.id} tab={tab} line={line} account={account} />
          </section>
        </>
      )}
    </>
  )
}

function Part({ tab, line, account }: { tab: Tab; line: Detail; account: string }) {
  switch (tab) {
    case 'activations':
      return <Activations line={line} />
    case 'servers':
      return <Servers line={line} />
    case 'lineage':
      return <Lineage line={line} account={account} />
    case 'ledger':
      return <Ledger line={line} />
    case 'history':
      return <History line={line} />
    default:
      return (
        <>
          <LineTimeline line={line} />
          <Counted line={line} />
          <LineNames line={line} />
          <LaterSeen line={line.id} />
        </>
      )
  }
}

/** The parts of the page. Each has an address, so that they are links. */
function Tabs({ line, account, tab: shown }: { line: Detail; account: string; tab: Tab }) {
  const { texts, format } = useLanguage()
  const bar = useRef<HTMLElement>(null)
  useEffect(() => {
    const link = bar.current?.querySelector<HTMLElement>(`[data-tab="${shown}"]`)
    if (bar.current && link) {
      bar.current.scrollLeft = link.offsetLeft - bar.current.offsetLeft - bar.current.clientWidth / 2
    }
  }, [shown])
  const counts: Partial<Record<Tab, number>> = {
    activations: line.activationCount?.totalCount,
    servers: line.allocationCount?.totalCount,
    lineage: line.lineage.length,
  }
  return (
    <nav ref={bar} className={styles.tabs} aria-label={texts.lines.detail.tabs}>
      {tabs.map((tab) => (
        <Link
          key={tab}
          to="/accounts/$account/entitlements/$line"
          params={{ account, line: line.id }}
          search={{ tab: tab === 'timeline' ? undefined : tab }}
          resetScroll={false}
          data-tab={tab}
          data-shown={tab === shown}
          activeOptions={{ explicitUndefined: true }}
        >
          {texts.lines.detail.tab[tab]}
          {(counts[tab] ?? 0) > 0 && <span className={styles.count}> {format.count(counts[tab] ?? 0)}</span>}
        </Link>
      ))}
    </nav>
  )
}

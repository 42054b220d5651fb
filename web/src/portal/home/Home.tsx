import { Link, useParams } from '@tanstack/react-router'
import { CircleAlert, CircleDashed, Clock, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { useQuery } from 'urql'
import { useDay } from '../day/day.tsx'
import { AccountDocument } from '../account/account.ts'
import { Failure } from '../kit/Failure.tsx'
import { Notice } from '../kit/Notice.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import type { Tone } from '../kit/Status.tsx'
import { UseBar } from '../kit/UseBar.tsx'
import { addDays } from '../language/format.ts'
import { useLanguage } from '../language/language.tsx'
import { AttentionDocument, type AttentionQuery, LastChangesDocument, OwnedDocument, WaitingRequestsDocument, type WaitingRequestsQuery } from './home.ts'
import styles from './Home.module.css'

/** How many days ahead the home page looks. */
const ahead = 90

/** The first screen of an account: one sentence, what needs attention, what is owned, and the last changes. */
export function Home() {
  const { texts } = useLanguage()
  const { account } = useParams({ from: '/accounts/$account' })
  const { day, chosen } = useDay()
  const on = chosen ?? null
  const scope = { account, includeSubAccounts: true }
  const soon = { from: day, to: addDays(day, ahead) }
  const [frame] = useQuery({ query: AccountDocument, variables: { account } })
  const services = frame.data?.account?.viewerServices ?? []
  const licensing = services.includes('LICENSING')
  const [attention, again] = useQuery({
    query: AttentionDocument,
    variables: {
      over: { ...scope, hasExcess: true, ...(chosen && { on: chosen }) },
      ending: { ...scope, endsBetween: soon },
      coverage: { ...scope, endsBetween: soon },
      waiting: { ...scope, status: ['AWAITING_ACTIVATION' as const], ...(chosen && { on: chosen }) },
      on,
    },
    pause: !licensing,
  })
  const [owned] = useQuery({ query: OwnedDocument, variables: { account, on }, pause: !licensing })
  const manages = frame.data?.account?.viewerCanManageMembers ?? false
  const [requests] = useQuery({ query: WaitingRequestsDocument, variables: { account }, pause: !manages })
  const [changes] = useQuery({ query: LastChangesDocument, variables: { account }, pause: !manages })
  const found = attention.data
  const waiting = requests.data?.account?.waiting
  return (
    <>
      <h1 className={styles.title}>{frame.data?.account?.name ?? ' '}</h1>
      <p className={styles.sentence}>
        {found ? (
          <>
            <strong>{texts.home.endings(found.ending?.totalCount ?? 0, found.coverages?.totalCount ?? 0)}</strong>{' '}
            {texts.home.over(found.over?.totalCount ?? 0)} {texts.home.requests(waiting?.totalCount ?? 0)}
          </>
        ) : (
          ' '
        )}
      </p>
      {frame.data?.account && !licensing && (
        <Notice title={texts.entitlements.closed}>{texts.entitlements.closedNext}</Notice>
      )}
      {licensing && (
        <section className={styles.section}>
          <h2>{texts.home.attention}</h2>
          {attention.error && !found && (
            <Failure error={attention.error} retry={() => again({ requestPolicy: 'network-only' })} />
          )}
          {!found && !attention.error && <Skeleton rows={5} />}
          {found && <Attention found={found} waiting={waiting} account={account} day={day} />}
        </section>
      )}
      {licensing && (
        <section className={styles.section}>
          <h2>{texts.home.owned}</h2>
          {owned.data?.account?.positions ? <Owned rows={owned.data.account.positions} /> : <Skeleton rows={4} />}
        </section>
      )}
      {manages && (
        <section className={styles.section}>
          <h2>{texts.home.changes}</h2>
          {changes.data?.account?.auditEntries ? (
            <Changes entries={changes.data.account.auditEntries.nodes} />
          ) : (
            <Skeleton rows={4} />
          )}
        </section>
      )}
    </>
  )
}

type Found = AttentionQuery

function name(product: { name: string; version: string | null }): string {
  return [product.name, product.version].filter(Boolean).join(' ')
}

function Attention({
  found,
  waiting,
  account,
  day,
}: {
  found: Found
  waiting: NonNullable<WaitingRequestsQuery['account']>['waiting'] | undefined
  account: string
  day: string
}) {
  const { texts, format } = useLanguage()
  const t = texts.home
  const amount = (quantity: { amount: string | null; unlimited: boolean } | null) =>
    quantity?.unlimited ? texts.line.unlimited : format.decimal(quantity?.amount ?? '0')
  const list = (search: object, count: number) => (
    <Link className={styles.action} to="/accounts/$account/entitlements" params={{ account }} search={search}>
      {t.show(count)}
    </Link>
  )
  const over = found.over?.nodes ?? []
  const ending = found.ending?.nodes ?? []
  const coverages = found.coverages?.nodes ?? []
  const awaiting = found.waiting?.totalCount ?? 0
  if (over.length + ending.length + coverages.length + awaiting + (waiting?.nodes.length ?? 0) === 0) {
    return <Notice title={t.calm} />
  }
  return (
    <ul className={styles.rows}>
      {over.map((line, row) => (
        <Item
          key={line.id}
          tone="wrong"
          icon={CircleAlert}
          title={t.overUsed(name(line.product), amount(line.used), amount(line.granted), line.unit.plural)}
          why={t.overUsedWhy}
          action={row === 0 && list({ use: 'over', status: 'all' }, found.over?.totalCount ?? 0)}
        />
      ))}
      {ending.map((line, row) => (
        <Item
          key={line.id}
          tone="soon"
          icon={Clock}
          title={t.ends(name(line.product), amount(line.granted), line.unit.plural)}
          why={t.endsWhy}
          when={line.endsOn && `${format.day(line.endsOn)}, ${format.away(day, line.endsOn)}`}
          action={row === 0 && list({ ends: ahead, status: 'all' }, found.ending?.totalCount ?? 0)}
        />
      ))}
      {coverages.map((coverage) => (
        <Item
          key={coverage.id}
          tone="soon"
          icon={Clock}
          title={t.coverageEnds(coverage.product ? name(coverage.product) : coverage.productLine.name, t.coverage[coverage.kind])}
          why={t.coverageEndsWhy}
          when={coverage.endsOn && `${format.day(coverage.endsOn)}, ${format.away(day, coverage.endsOn)}`}
        />
      ))}
      {awaiting > 0 && (
        <Item
          tone="plain"
          icon={CircleDashed}
          title={t.waiting(awaiting)}
          why={t.waitingWhy}
          action={list({ status: 'AWAITING_ACTIVATION' }, awaiting)}
        />
      )}
      {waiting?.nodes.map((request) => (
        <Item
          key={request.id}
          tone="plain"
          icon={CircleDashed}
          title={t.asks(request.user.displayName ?? request.user.userName)}
          why={request.note}
          when={format.ago(request.createdAt)}
        />
      ))}
    </ul>
  )
}

function Item({
  tone,
  icon: Icon,
  title,
  why,
  when,
  action,
}: {
  tone: Tone
  icon: LucideIcon
  title: string
  why: string | null
  when?: string | null
  action?: ReactNode
}) {
  return (
    <li className={styles.row} data-tone={tone}>
      <Icon size={16} aria-hidden="true" />
      <span className={styles.what}>
        {title}
        {why && <span className={styles.why}>{why}</span>}
      </span>
      {when && <span className={styles.when}>{when}</span>}
      {action}
    </li>
  )
}

type OwnedRow = {
  productLine: { id: string; name: string } | null
  unit: { id: string; plural: string }
  granted: { amount: string | null; unlimited: boolean }
  used: { amount: string | null; unlimited: boolean }
  lineItemCount: number
  endingWithin90Days: number
}

function Owned({ rows }: { rows: OwnedRow[] }) {
  const { texts, format } = useLanguage()
  const t = texts.home.columns
  return (
    <table className={styles.owned}>
      <thead>
        <tr>
          <th scope="col">{t.productLine}</th>
          <th scope="col">{t.use}</th>
          <th scope="col" className={styles.number}>
            {t.rights}
          </th>
          <th scope="col" className={styles.number}>
            {t.ending}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={`${row.productLine?.id} ${row.unit.id}`}>
            <th scope="row">{rows[index - 1]?.productLine?.id === row.productLine?.id ? '' : row.productLine?.name}</th>
            <td>
              <UseBar used={row.used} granted={row.granted} unit={row.unit.plural} />
            </td>
            <td className={styles.number}>{format.count(row.lineItemCount)}</td>
            <td className={styles.number}>{format.count(row.endingWithin90Days)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type Change = {
  id: string
  recordedAt: string
  action: string
  label: string | null
  actor: { name: string }
}

function Changes({ entries }: { entries: Change[] }) {
  const { texts, format } = useLanguage()
  if (entries.length === 0) {
    return <Notice title={texts.home.noChanges} />
  }
  return (
    <ul className={styles.rows}>
      {entries.map((entry) => (
        <li key={entry.id} className={styles.row}>
          <span className={styles.what}>
            <span>
              {entry.actor.name} <strong>{texts.action[entry.action] ?? entry.action}</strong> {entry.label}
            </span>
          </span>
          <time className={styles.when} dateTime={entry.recordedAt} title={format.moment(entry.recordedAt)}>
            {format.ago(entry.recordedAt)}
          </time>
        </li>
      ))}
    </ul>
  )
}

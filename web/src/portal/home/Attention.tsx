import { Link } from '@tanstack/react-router'
import {
  CircleAlert,
  CircleDashed,
  Clock,
  History,
  type LucideIcon,
  RefreshCw,
  UserRoundPlus,
  UserRoundX,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { graceOn } from '../entitlement/graceDays.ts'
import { productName } from '../entitlement/groups.ts'
import { writeRange } from '../entitlement/search.ts'
import { isTrial, soonDays } from '../entitlement/states.ts'
import { termAtEnd } from '../evergreen/term.ts'
import { rightAfter } from '../evergreen/rightAfter.ts'
import { useEvergreen } from '../evergreen/useEvergreen.ts'
import { buttonLook } from '../kit/Button.tsx'
import { Notice } from '../kit/Notice.tsx'
import type { Tone } from '../kit/Status.tsx'
import { unitAfterOf, unitName } from '../kit/UseBar.tsx'
import type { Format } from '../language/format.ts'
import { useLanguage } from '../language/language.tsx'
import { nameOf } from '../member/words.ts'
import { linesOf, notContinued } from './endingCoverage.ts'
import type { AttentionQuery, WaitingRequestsQuery } from './home.ts'
import styles from './Home.module.css'

const button = `${buttonLook} ${styles.action}`

/** How many rows there are at most, unless more kinds of things need attention. */
const most = 5

type Row = {
  key: string
  tone: Tone
  icon: LucideIcon
  title: string
  line?: string | undefined
  why: string | null
  when?: string | null
  action: ReactNode
}

type Waiting = NonNullable<WaitingRequestsQuery['account']>['waiting']

/** What needs attention: one row of each kind, and more of them while there is room. */
export function Attention({
  found,
  waiting,
  leavers,
  knowsPeople,
  account,
  day,
}: {
  found: AttentionQuery
  waiting: Waiting | undefined
  leavers: number
  /** Whether all is known of people: nobody asked for another day, and an answer may have failed. */
  knowsPeople: boolean
  account: string
  day: string
}) {
  const { texts, format } = useLanguage()
  const t = texts.home
  const evergreen = useEvergreen()
  const coverages = notContinued(found.coverages)
  const endOrRenew = (found.ending?.totalCount ?? 0) + (found.renewing?.totalCount ?? 0)
  const amount = (quantity: Parameters<typeof amountOf>[1]) => amountOf(format, quantity, texts.line.unlimited)
  const list = (search: object, text: string) => (
    <Link className={button} to="/accounts/$account/entitlements" params={{ account }} search={search}>
      {text}
    </Link>
  )
  const people = (search: object, text: string) => (
    <Link className={button} to="/accounts/$account/people" params={{ account }} search={search}>
      {text}
    </Link>
  )
  const open = (line: string) => (
    <Link className={button} to="/accounts/$account/entitlements/$line" params={{ account, line }}>
      {t.open}
    </Link>
  )
  const when = (endsOn: string | null) => endsOn && `${format.day(endsOn)}, ${format.away(day, endsOn)}`
  // The last row of a kind leads to all of its kind, if there are more than are shown.
  const kinds: { total: number; listed?: number; rows: Row[]; all: object }[] = [
    {
      total: found.over?.totalCount ?? 0,
      all: { use: 'over' },
      rows: (found.over?.nodes ?? []).map((line) => ({
        key: `over ${line.id}`,
        tone: 'wrong',
        icon: CircleAlert,
        line: line.id,
        title: t.overUsed(
          productName(line.product),
          amount(line.used),
          amount(line.granted),
          unitAfterOf(line.granted, line.unit, texts),
        ),
        why: t.overUsedWhy,
        action: open(line.id),
      })),
    },
    {
      total: found.ended?.totalCount ?? 0,
      all: { use: 'over', status: 'EXPIRED' },
      rows: (found.ended?.nodes ?? []).map((line) => ({
        key: `ended ${line.id}`,
        tone: 'wrong',
        icon: History,
        line: line.id,
        title: t.endedUsed(productName(line.product), amount(line.used), unitName(line.used, line.unit, texts)),
        why: t.endedUsedWhy,
        when: line.endsOn !== null && line.endsOn < day ? when(line.endsOn) : null, // another period may come
        action: open(line.id),
      })),
    },
    {
      total: found.ending?.totalCount ?? 0,
      listed: endOrRenew,
      all: { ends: soonDays, status: 'all' },
      rows: (found.ending?.nodes ?? []).map((line) => {
        const term = termAtEnd(line)
        return {
          key: `ending ${line.id}`,
          tone: 'soon',
          icon: Clock,
          line: line.id,
          title: t.ends(productName(line.product), amount(line.quantity), unitName(line.quantity, line.unit, texts)),
          why: term ? evergreen.sentence(term) : isTrial(line) ? t.trialEndsWhy : t.endsWhy,
          when: when(line.endsOn),
          action: open(line.id),
        }
      }),
    },
    {
      total: found.grace?.totalCount ?? 0,
      all: { status: 'IN_GRACE' },
      rows: (found.grace?.nodes ?? []).map((line) => {
        const until = graceOn(line, day)?.to ?? null
        return {
          key: `grace ${line.id}`,
          tone: 'soon',
          icon: Clock,
          line: line.id,
          title: t.ends(productName(line.product), amount(line.quantity), unitName(line.quantity, line.unit, texts)),
          why: until === null ? texts.lines.state.IN_GRACE : t.graceWhy(until),
          when: when(until),
          action: open(line.id),
        }
      }),
    },
    {
      total: coverages.totalCount,
      listed: found.covered?.totalCount ?? 0,
      all: { coverageEnds: soonDays, status: 'all' },
      rows: coverages.nodes.map((coverage) => {
        const item = coverage.items?.nodes[0]
        const single = coverage.items?.totalCount === 1 && item
        const kind = t.coverage[coverage.kind]
        return {
          key: `coverage ${coverage.id}`,
          tone: 'soon',
          icon: Clock,
          line: single ? item.lineItem.id : undefined,
          title: single
            ? t.coverageEnds(
                productName(item.lineItem.product),
                kind,
                item.quantity ? `${amount(item.quantity)} ${unitName(item.quantity, item.lineItem.unit, texts)}` : null,
              )
            : t.coveragesEnd(coverage.productLine.name, kind, coverage.items?.totalCount ?? 0),
          why: t.coverageEndsWhy(coverage.kind, rightAfter(coverage.endsOn, linesOf(coverage))),
          when: when(coverage.endsOn),
          action: single
            ? open(item.lineItem.id)
            : list(
                {
                  coverageEnds: writeRange(coverage.endsOn ?? '', coverage.endsOn ?? ''),
                  productLine: coverage.productLine.id,
                  status: 'all',
                },
                t.showThem,
              ),
        }
      }),
    },
    {
      total: found.renewing?.totalCount ?? 0,
      listed: endOrRenew,
      all: { ends: soonDays, status: 'all' },
      rows: (found.renewing?.nodes ?? []).map((line) => ({
        key: `renewing ${line.id}`,
        tone: 'plain',
        icon: RefreshCw,
        line: line.id,
        title: t.ends(productName(line.product), amount(line.quantity), unitName(line.quantity, line.unit, texts)),
        why: line.evergreen && evergreen.sentence(line.evergreen),
        when: when(line.endsOn),
        action: open(line.id),
      })),
    },
    {
      total: found.waiting?.totalCount ?? 0,
      all: { status: 'AWAITING_ACTIVATION' },
      rows: (found.waiting?.nodes ?? []).map((line) => ({
        key: 'waiting',
        tone: 'plain',
        icon: CircleDashed,
        line: found.waiting?.totalCount === 1 ? line.id : undefined,
        title:
          found.waiting?.totalCount === 1
            ? t.waitingOne(productName(line.product), amount(line.quantity), unitName(line.quantity, line.unit, texts))
            : t.waiting(found.waiting?.totalCount ?? 0),
        why: t.waitingWhy,
        action: open(line.id),
      })),
    },
  ]
  const ofPeople: Row[] = [
    ...(waiting && waiting.totalCount > 0
      ? [
          {
            key: 'requests',
            tone: 'plain' as const,
            icon: UserRoundPlus,
            title: t.asks(
              format.list([
                ...waiting.nodes.map(({ user }) => nameOf(user)),
                ...(waiting.totalCount > waiting.nodes.length
                  ? [t.others(waiting.totalCount - waiting.nodes.length)]
                  : []),
              ]),
              waiting.totalCount,
            ),
            why: waiting.nodes[0]?.note ? t.quote(waiting.nodes[0].note) : null,
            when: waiting.nodes[0] ? format.ago(waiting.nodes[0].createdAt) : null,
            action: people({ tab: 'requests' }, t.decide(waiting.totalCount)),
          },
        ]
      : []),
    ...(leavers > 0
      ? [
          {
            key: 'leavers',
            tone: 'plain' as const,
            icon: UserRoundX,
            title: t.leavers(leavers),
            why: t.leaversWhy,
            action: people({ tab: 'review', leavers: true }, t.review),
          },
        ]
      : []),
  ]
  const present = kinds.filter((kind) => kind.rows.length > 0)
  let room = Math.max(0, most - present.length - ofPeople.length)
  const rows: Row[] = []
  for (const { rows: all, total, listed = total, all: search } of present) {
    const shown = all.slice(0, 1 + Math.min(room, all.length - 1))
    room -= shown.length - 1
    const last = shown.pop()
    rows.push(...shown)
    if (last) {
      const more = total - shown.length - 1
      const why = [last.why, last.key === 'waiting' ? '' : t.more(more)].join(' ')
      rows.push(more > 0 ? { ...last, why, action: list(search, t.show(listed)) } : last)
    }
  }
  if (rows.length + ofPeople.length === 0) {
    return knowsPeople ? (
      <Notice title={t.calm}>{t.calmWhy}</Notice>
    ) : (
      <Notice title={t.calmRights}>{t.calmRightsWhy}</Notice>
    )
  }
  return (
    <ul className={styles.rows}>
      {[...rows, ...ofPeople].map(({ key, tone, icon: Icon, title, line, why, when: moment, action }) => (
        <li key={key} className={styles.row} data-tone={tone}>
          <Icon size={16} aria-hidden="true" />
          <span className={styles.what}>
            {line === undefined ? (
              title
            ) : (
              <Link className={styles.lead} to="/accounts/$account/entitlements/$line" params={{ account, line }}>
                {title}
              </Link>
            )}
            {why && <span className={styles.why}>{why}</span>}
          </span>
          {moment && <span className={styles.when}>{moment}</span>}
          {action}
        </li>
      ))}
    </ul>
  )
}

function amountOf(
  format: Format,
  quantity: { amount: string | null; unlimited: boolean } | null,
  unlimited: string,
): string {
  return quantity?.unlimited ? unlimited : format.decimal(quantity?.amount ?? '0')
}

import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { ChartColumn, Table2 } from 'lucide-react'
import { useQuery } from 'urql'
import { AccountDocument } from '../account/account.ts'
import { useDay } from '../day/day.tsx'
import { Limited } from '../home/Limited.tsx'
import { Chip } from '../kit/Chip.tsx'
import { Failure } from '../kit/Failure.tsx'
import { Notice } from '../kit/Notice.tsx'
import { pageSize } from '../kit/pages.ts'
import { Segments } from '../kit/Segments.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import { useLanguage } from '../language/language.tsx'
import { useTexts } from '../language/screenTexts.ts'
import { Buckets } from './Buckets.tsx'
import { Chart } from './Chart.tsx'
import { filterOfChoice } from './choice.ts'
import { Chosen } from './Chosen.tsx'
import { daysOfBuckets, daysOfChart, monthsAround } from './months.ts'
import { MonthTable } from './MonthTable.tsx'
import { EndingCoveragesDocument, EndingLineItemsDocument, RenewalsDocument } from './renewals.ts'
import styles from './Renewals.module.css'
import { buckets } from './search.ts'
import { sumOf } from './sums.ts'
import { texts as table } from './texts.ts'

/** What ends when: month by month and product line by product line, in buckets, and as a list of what is chosen. */
export function Renewals() {
  const { texts, format } = useLanguage()
  const t = useTexts(table)
  const { account } = useParams({ from: '/accounts/$account' })
  const search = useSearch({ from: '/accounts/$account/renewals' })
  const { day, chosen } = useDay()
  const days = daysOfBuckets(day)
  const chart = daysOfChart(day)
  const below = search.below !== false
  const [{ data, error, stale }, again] = useQuery({
    query: RenewalsDocument,
    variables: {
      account,
      below,
      chartFrom: chart.from,
      chartTo: chart.to,
      yearAgo: days.overdue.from,
      yesterday: days.overdue.to,
      day,
      firstTo: days.first.to,
      secondFrom: days.second.from,
      secondTo: days.second.to,
      thirdFrom: days.third.from,
      thirdTo: days.third.to,
      laterFrom: days.later.from,
      inGrace: {
        account,
        includeSubAccounts: below,
        endsBetween: days.overdue,
        status: ['IN_GRACE'],
        ...(chosen && { on: chosen }),
      },
    },
  })
  // The lists below are asked for at once, and not only when the chart is there.
  const list = { filter: filterOfChoice(search, account, day, chosen), first: pageSize, after: null }
  useQuery({ query: EndingLineItemsDocument, variables: { on: chosen ?? null, ...list } })
  useQuery({ query: EndingCoveragesDocument, variables: list })
  const title = <h1 className={styles.title}>{texts.navigation.renewals}</h1>
  if (error?.graphQLErrors.some(({ extensions }) => extensions?.code === 'SERVICE_CLOSED')) {
    return (
      <>
        {title}
        <Limited account={account} />
      </>
    )
  }
  const found = data?.account
  const { months: rows, overdue, first, second, third, later } = found ?? {}
  const known = rows && overdue && first && second && third && later
  if (!known) {
    return (
      <>
        {title}
        <p className={styles.sentence}>{'\u00A0'}</p>
        {error ? (
          <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />
        ) : (
          <Skeleton rows={12} />
        )}
      </>
    )
  }
  const sums = {
    overdue: sumOf(overdue),
    first: sumOf(first),
    second: sumOf(second),
    third: sumOf(third),
    later: sumOf(later),
  }
  const soon = sumOf([...first, ...second, ...third])
  const months = monthsAround(day)
  const shown = rows.filter(({ month }) => month !== null && months.includes(month))
  return (
    <>
      {title}
      <p className={styles.sentence}>
        <strong>{t.soon(soon.lineItems - soon.renewing, soon.coverages, chosen)}</strong>{' '}
        {t.soonRenewing(soon.renewing)} {t.overdue(sums.overdue.lineItems, sums.overdue.coverages)}
      </p>
      <div aria-busy={stale || undefined}>
        <Buckets sums={sums} days={days} inGrace={data?.inGrace?.totalCount ?? 0} search={search} account={account} />
        <div className={styles.tools}>
          <h2>{t.months(months[0] ?? day, months.at(-1) ?? day)}</h2>
          <Link className={styles.figure} to="/accounts/$account/renewals/forecast" params={{ account }} search={{}}>
            {t.budget}
          </Link>
          <SubAccounts account={account} />
          <View />
        </div>
        {shown.length === 0 ? (
          <Notice title={t.none}>{t.noneNext}</Notice>
        ) : search.view === 'table' ? (
          <MonthTable rows={shown} />
        ) : (
          <Chart rows={shown} months={months} search={search} day={day} label={format.day(day)} />
        )}
      </div>
      <Chosen
        search={search}
        account={account}
        rows={
          search.month !== undefined
            ? months.includes(`${search.month}-01`)
              ? shown.filter(({ month }) => month === `${search.month}-01`)
              : undefined
            : search.bucket === undefined
              ? [...first, ...second, ...third]
              : { overdue, first, second, third, later }[buckets.find((b) => b === search.bucket) ?? 'first']
        }
      />
    </>
  )
}

/** Switches between the chart and a table of the same. */
function View() {
  const t = useTexts(table)
  const { view } = useSearch({ from: '/accounts/$account/renewals' })
  const navigate = useNavigate({ from: '/accounts/$account/renewals' })
  return (
    <div className={styles.view}>
      <Segments
        label={t.show}
        value={view ?? 'chart'}
        choices={[
          { value: 'chart', name: t.chart, icon: ChartColumn },
          { value: 'table', name: t.table, icon: Table2 },
        ]}
        choose={(next) =>
          void navigate({
            search: (now) => ({ ...now, view: next === 'table' ? next : undefined }),
            resetScroll: false,
          })
        }
      />
    </div>
  )
}

/** Leaves out what the accounts below hold, if there are any. */
function SubAccounts({ account }: { account: string }) {
  const { texts } = useLanguage()
  const t = useTexts(table)
  const { below } = useSearch({ from: '/accounts/$account/renewals' })
  const navigate = useNavigate({ from: '/accounts/$account/renewals' })
  const [{ data }] = useQuery({ query: AccountDocument, variables: { account } })
  if (below !== false && (data?.account?.children?.totalCount ?? 0) === 0) {
    return null
  }
  const change = (next: false | undefined) =>
    void navigate({ search: (now) => ({ ...now, below: next }), resetScroll: false })
  const alone = below === false
  return (
    <Chip
      label={t.subAccounts}
      value={alone ? 'alone' : ''}
      text={alone ? texts.lines.filters.thisAccount : texts.filters.subAccounts}
      choices={[
        { value: '', name: texts.filters.subAccounts },
        { value: 'alone', name: texts.lines.filters.thisAccount },
      ]}
      choose={(value) => change(value === 'alone' ? false : undefined)}
      remove={alone ? () => change(undefined) : undefined}
    />
  )
}

import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { useDay } from '../day/day.tsx'
import { PartTable } from '../entitlement/PartTable.tsx'
import { Limited } from '../home/Limited.tsx'
import { Failure } from '../kit/Failure.tsx'
import { Notice } from '../kit/Notice.tsx'
import { Segments } from '../kit/Segments.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import { useLanguage } from '../language/language.tsx'
import { moneyIn } from '../language/money.ts'
import { useTexts } from '../language/screenTexts.ts'
import { sumOf } from './amounts.ts'
import { ForecastDocument, type ForecastSumFragment } from './forecast.ts'
import styles from './Forecast.module.css'
import { MonthLines } from './MonthLines.tsx'
import { Scenario } from './Scenario.tsx'
import { scenarioOf } from './scenario.ts'
import type { ForecastSearch } from './search.ts'
import { texts as table } from './texts.ts'

/** The budget of an account for its renewals, month by month, and what it would be under assumptions. */
export function Forecast() {
  const t = useTexts(table)
  const { account } = useParams({ from: '/accounts/$account' })
  const search = useSearch({ from: '/accounts/$account/renewals/forecast' })
  const { day } = useDay()
  const scenario = scenarioOf(search)
  const asked = {
    account,
    months: Number(search.months ?? '12'),
    from: day,
    below: search.below !== false,
    scenario,
  }
  const [{ data, error, stale }, again] = useQuery({
    query: ForecastDocument,
    variables: { ...asked, compared: scenario !== null },
  })
  const heading = (
    <>
      <Link className={styles.back} to="/accounts/$account/renewals" params={{ account }} search={{}}>
        {t.back}
      </Link>
      <h1 className={styles.title}>{t.title}</h1>
    </>
  )
  if (error?.graphQLErrors.some(({ extensions }) => extensions?.code === 'SERVICE_CLOSED')) {
    return (
      <>
        {heading}
        <Limited account={account} />
      </>
    )
  }
  const found = data?.account?.renewalForecast
  return (
    <>
      {heading}
      <p className={styles.sentence}>{found ? t.explain(found.startsOn, found.endsOn) : '\u00A0'}</p>
      <div className={styles.tools}>
        <Span />
        <Accounts />
      </div>
      <Scenario search={search} />
      {!found && error && scenario !== null && <p role="alert">{t.failedFewer}</p>}
      {!found && error && <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />}
      {!found && !error && <Skeleton rows={12} />}
      {found && (
        <div aria-busy={stale || undefined}>
          <Totals sums={found.sums} plain={data?.account?.plain?.sums} />
          {found.sums.dueLineItemCount + found.sums.committedLineItemCount === 0 ? (
            <Notice title={t.empty}>{t.emptyNext}</Notice>
          ) : (
            <div className={styles.part}>
              <PartTable name={t.title} head={[t.month, t.due, t.ordered]}>
                {found.months.map(({ month, sums }) => (
                  <Month key={month} month={month} sums={sums} search={search} />
                ))}
              </PartTable>
            </div>
          )}
          {search.month !== undefined && <MonthLines asked={asked} month={`${search.month}-01`} search={search} />}
        </div>
      )}
    </>
  )
}

/** What is due and what is ordered in all months, and what would be due without assumptions. */
function Totals({ sums, plain }: { sums: ForecastSumFragment; plain: ForecastSumFragment | undefined }) {
  const t = useTexts(table)
  const money = useMoney()
  return (
    <dl className={styles.totals}>
      <div>
        <dt>
          {t.due}, {t.dueHint}
        </dt>
        <dd>
          <Due sums={sums} />
          {plain && <p className={styles.second}>{t.instead(money(plain.due) || t.none)}</p>}
        </dd>
      </div>
      <div>
        <dt>{t.ordered}</dt>
        <dd>
          <Ordered sums={sums} />
        </dd>
      </div>
    </dl>
  )
}

function Month({ month, sums, search }: { month: string; sums: ForecastSumFragment; search: ForecastSearch }) {
  const { format } = useLanguage()
  const t = useTexts(table)
  const { account } = useParams({ from: '/accounts/$account' })
  const has = sums.dueLineItemCount + sums.committedLineItemCount > 0
  return (
    <tr>
      <th scope="row">
        {has ? (
          <Link
            className={styles.figure}
            to="/accounts/$account/renewals/forecast"
            params={{ account }}
            search={{ ...search, month: month.slice(0, 7) }}
            resetScroll={false}
            aria-label={t.show(month)}
          >
            {format.month(month)}
          </Link>
        ) : (
          format.month(month)
        )}
      </th>
      <td data-label={t.due}>
        <Due sums={sums} />
      </td>
      <td data-label={t.ordered}>
        <Ordered sums={sums} />
      </td>
    </tr>
  )
}

/** Prices as a text, those of one currency added. */
function useMoney(): (amounts: ForecastSumFragment['due']) => string {
  const { format } = useLanguage()
  return (amounts) => format.list(sumOf(amounts.map(({ price }) => price)).map((price) => moneyIn(price, format)))
}

function Due({ sums }: { sums: ForecastSumFragment }) {
  const t = useTexts(table)
  const money = useMoney()
  const listed = sums.due.filter(({ basis }) => basis === 'LIST_PRICE')
  const has = sums.due.length > 0
  const notes = [
    listed.length > 0 && listed.length < sums.due.length && t.ofList(money(listed)),
    has && sums.dueWithoutPriceLineItemCount > 0 && t.without(sums.dueWithoutPriceLineItemCount),
    sums.evergreenLineItemCount > 0 && t.evergreen(sums.evergreenLineItemCount),
    sums.heldLineItemCount > 0 && t.held(sums.heldLineItemCount),
  ].filter((note) => note !== false)
  if (sums.dueLineItemCount === 0) {
    return <span className={styles.second}>{t.none}</span>
  }
  return (
    <>
      <span className={styles.amount}>{has ? money(sums.due) : t.noPrice}</span>
      <span className={styles.second}>{[t.lines(sums.dueLineItemCount), ...notes].join(' · ')}</span>
    </>
  )
}

function Ordered({ sums }: { sums: ForecastSumFragment }) {
  const t = useTexts(table)
  const money = useMoney()
  const unknown = sums.committedWithoutPriceLineItemCount
  if (sums.committedLineItemCount + unknown === 0) {
    return <span className={styles.second}>{t.none}</span>
  }
  return (
    <>
      <span className={styles.amount}>{sums.committed.length > 0 ? money(sums.committed) : t.noPrice}</span>
      <span className={styles.second}>
        {[
          t.lines(sums.committedLineItemCount),
          ...(unknown > 0 && sums.committed.length > 0 ? [t.hidden(unknown)] : []),
        ].join(' · ')}
      </span>
    </>
  )
}

/** Chooses how many months the budget has. */
function Span() {
  const t = useTexts(table)
  const { months } = useSearch({ from: '/accounts/$account/renewals/forecast' })
  const assume = useAssume()
  return (
    <div className={styles.span}>
      <Segments
        label={t.span}
        value={months ?? '12'}
        choices={['12', '18', '24', '36'].map((value) => ({ value, name: t.months(Number(value)) }))}
        choose={(value) => assume({ months: value === '12' ? undefined : value })}
      />
    </div>
  )
}

function Accounts() {
  const t = useTexts(table)
  const { below } = useSearch({ from: '/accounts/$account/renewals/forecast' })
  const assume = useAssume()
  return (
    <div className={styles.span}>
      <Segments
        label={t.accounts}
        value={below === false ? 'alone' : 'all'}
        choices={[
          { value: 'all', name: t.all },
          { value: 'alone', name: t.alone },
        ]}
        choose={(value) => assume({ below: value === 'alone' ? false : undefined })}
      />
    </div>
  )
}

/** Changes the address, and with it what the budget assumes. */
export function useAssume(): (change: { [Name in keyof ForecastSearch]: ForecastSearch[Name] | undefined }) => void {
  const navigate = useNavigate({ from: '/accounts/$account/renewals/forecast' })
  return (change) =>
    void navigate({ search: (now) => ({ ...now, ...change }) as ForecastSearch, resetScroll: false, replace: true })
}

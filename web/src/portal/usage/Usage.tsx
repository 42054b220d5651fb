import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useQuery } from 'urql'
import { AccountDocument } from '../account/account.ts'
import type { PositionGrouping } from '../contract/types.ts'
import { useDay } from '../day/day.tsx'
import { Limited } from '../home/Limited.tsx'
import { Chip } from '../kit/Chip.tsx'
import { Failure } from '../kit/Failure.tsx'
import { Notice } from '../kit/Notice.tsx'
import { usePages } from '../kit/pages.ts'
import { Skeleton } from '../kit/Skeleton.tsx'
import { useLanguage } from '../language/language.tsx'
import { useTexts } from '../language/screenTexts.ts'
import { unitIn } from '../language/units.ts'
import { Meters } from './Meters.tsx'
import { Positions } from './Positions.tsx'
import { daysOfReports, reportsOf, usualMonths } from './reports.ts'
import { groupings, type UsageSearch } from './search.ts'
import { texts as table } from './texts.ts'
import { EndedInUseDocument, type UsedPositionFragment, UsageRecordsDocument, UsedPositionsDocument } from './usage.ts'
import styles from './Usage.module.css'

type Group = NonNullable<UsageSearch['group']> | 'productLine'

const groupingOf: Record<Group, PositionGrouping> = {
  productLine: 'PRODUCT_LINE',
  product: 'PRODUCT',
  unit: 'UNIT',
  account: 'ACCOUNT',
}

/** The product line of a row, if its grouping knows it. */
function productLineOf({ productLine, product }: UsedPositionFragment) {
  return productLine ?? product?.productLine ?? null
}

/** How much of what is granted is in use, and what meters have reported month by month. */
export function Usage() {
  const { texts } = useLanguage()
  const t = useTexts(table)
  const { account } = useParams({ from: '/accounts/$account' })
  const search = useSearch({ from: '/accounts/$account/usage' })
  const navigate = useNavigate({ from: '/accounts/$account/usage' })
  const { day, chosen } = useDay()
  const { group = 'productLine', productLine, months = usualMonths } = search
  const below = search.below !== false
  const [{ data, error, stale }, again] = useQuery({
    query: UsedPositionsDocument,
    variables: { account, by: groupingOf[group], on: chosen ?? null, below },
  })
  const ofLine = productLine !== undefined && (group === 'productLine' || group === 'product') ? { productLine } : {}
  const [ended] = useQuery({
    query: EndedInUseDocument,
    variables: {
      ended: {
        account,
        includeSubAccounts: below,
        hasExcess: true,
        status: ['EXPIRED'],
        ...ofLine,
        ...(chosen && { on: chosen }),
      },
    },
  })
  const endedCount = ended.data?.lineItems?.totalCount ?? 0
  const { variables, next } = usePages({ account, filter: { days: daysOfReports(day, months) } })
  const [records] = useQuery({ query: UsageRecordsDocument, variables })
  const connection = records.data?.account?.usageRecords
  const more = connection && !records.fetching && !records.error ? next(connection) : undefined
  useEffect(() => more?.(), [more])
  const [frame] = useQuery({ query: AccountDocument, variables: { account } })
  const title = <h1 className={styles.title}>{texts.navigation.usage}</h1>
  const all = data?.account?.positions
  if (error?.graphQLErrors.some(({ extensions }) => extensions?.code === 'SERVICE_CLOSED')) {
    return (
      <>
        {title}
        <Limited account={account} />
      </>
    )
  }
  // The sentence is as long as what these answer: with them it comes at once, so that it moves nothing below it.
  const waits = [ended, records].some((query) => query.fetching && !query.data)
  if (!all || (waits && !error)) {
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
  const byLine = group === 'productLine' || group === 'product'
  const rows = all.filter((row) => productLine === undefined || !byLine || productLineOf(row)?.id === productLine)
  const over = rows.filter(({ excess }) => Number(excess.amount ?? '0') > 0).length
  const loaded = connection && reportsOf(connection.nodes, day, months)
  const meters = loaded?.filter(({ meter }) => productLine === undefined || meter.productLine.id === productLine)
  const shown = meters?.filter(({ meter }) => search.meter === undefined || meter.id === search.meter)
  const overReported = (shown ?? []).flatMap(({ reports }) =>
    reports.filter(({ excess }) => Number(excess.amount ?? '0') > 0),
  ).length
  const lines = distinct([...all.map(productLineOf), ...(loaded ?? []).map(({ meter }) => meter.productLine)])
  const units = distinct([...rows.map(({ unit }) => unit), ...(shown ?? []).map(({ meter }) => meter.unit)])
  const hasBelow = (frame.data?.account?.children?.totalCount ?? 0) > 0
  const change = (part: Partial<UsageSearch>) =>
    void navigate({ search: (now) => ({ ...now, ...part }), resetScroll: false })
  return (
    <>
      {title}
      <p className={styles.sentence}>
        <strong>{t.sentence(over, rows.length)}</strong> {t.reported(overReported)}{' '}
        {endedCount > 0 && (
          <Link
            className={styles.figure}
            to="/accounts/$account/entitlements"
            params={{ account }}
            search={{ use: 'over', status: 'EXPIRED', ...ofLine, ...(!below && { below: false }) }}
          >
            {t.ended(endedCount)}
          </Link>
        )}
      </p>
      <search className={styles.filters} aria-label={texts.filters.label}>
        <Chip
          label={t.group}
          value={search.group ?? ''}
          text={t.groups[group]}
          choices={[
            { value: '', name: t.groups.productLine },
            ...groupings
              .filter((one) => one !== 'account' || hasBelow || group === 'account')
              .map((one) => ({ value: one, name: t.groups[one] })),
          ]}
          choose={(value) => change({ group: groupings.find((one) => one === value) })}
          remove={search.group && (() => change({ group: undefined }))}
        />
        <Chip
          label={t.productLine}
          value={productLine ?? ''}
          text={productLine && (lines.find(({ id }) => id === productLine)?.name ?? t.productLine)}
          choices={[
            { value: '', name: t.every },
            ...lines.map(({ id, name }) => ({ value: id, name })),
            ...(productLine !== undefined && !lines.some(({ id }) => id === productLine)
              ? [{ value: productLine, name: t.productLine }]
              : []),
          ]}
          choose={(value) => change({ productLine: value || undefined, meter: undefined })}
          remove={() => change({ productLine: undefined })}
        />
        {(hasBelow || !below) && (
          <Chip
            label={t.accounts}
            value={below ? '' : 'alone'}
            text={below ? texts.filters.subAccounts : texts.lines.filters.thisAccount}
            choices={[
              { value: '', name: texts.filters.subAccounts },
              { value: 'alone', name: texts.lines.filters.thisAccount },
            ]}
            choose={(value) => change({ below: value === 'alone' ? false : undefined })}
            remove={below ? undefined : () => change({ below: undefined })}
          />
        )}
      </search>
      <section aria-labelledby="in-use" aria-busy={stale || undefined}>
        <h2 id="in-use">{t.positions}</h2>
        {productLine !== undefined && !byLine && <p className={styles.muted}>{t.notByLine}</p>}
        {rows.length === 0 ? (
          <Notice title={productLine === undefined ? t.none : t.noneOfLine}>
            {productLine === undefined && texts.entitlements.noneNext}
          </Notice>
        ) : (
          <>
            <Positions rows={rows} group={group} account={account} below={below} />
            <p className={styles.muted}>{t.trials}</p>
          </>
        )}
      </section>
      <Meters
        all={meters}
        shown={shown}
        search={search}
        months={months}
        change={change}
        account={account}
        error={records.error}
        hasBelow={hasBelow}
      />
      {units.length > 0 && (
        <section className={styles.section} aria-labelledby="units">
          <h2 id="units">{t.units}</h2>
          <dl className={styles.units}>
            {units.map((unit) => {
              const { plural, rule } = unitIn(texts, unit)
              return (
                <div key={unit.id}>
                  <dt>{plural}</dt>
                  <dd>{rule}</dd>
                </div>
              )
            })}
          </dl>
        </section>
      )}
    </>
  )
}

/** Things with an id, each once. */
function distinct<Thing extends { id: string }>(things: readonly (Thing | null)[]): Thing[] {
  return [...new Map(things.flatMap((thing) => (thing === null ? [] : [[thing.id, thing] as const]))).values()]
}

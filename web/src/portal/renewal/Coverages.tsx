import { Link } from '@tanstack/react-router'
import { useQuery } from 'urql'
import type { CoverageFilterInput } from '../contract/types.ts'
import { useDay } from '../day/day.tsx'
import { gapAfter } from '../entitlement/coverage.ts'
import { productName } from '../entitlement/groups.ts'
import { PartTable } from '../entitlement/PartTable.tsx'
import type { LinesSearch } from '../entitlement/search.ts'
import { isHeld } from '../entitlement/states.ts'
import { rightAfter } from '../evergreen/rightAfter.ts'
import { isRenewedAlong } from '../evergreen/term.ts'
import { Failure } from '../kit/Failure.tsx'
import { More } from '../kit/More.tsx'
import { usePages } from '../kit/pages.ts'
import { Skeleton } from '../kit/Skeleton.tsx'
import { unitName } from '../kit/UseBar.tsx'
import { useLanguage } from '../language/language.tsx'
import { useTexts } from '../language/screenTexts.ts'
import { EndingCoveragesDocument, type EndingCoveragesQuery } from './renewals.ts'
import styles from './Renewals.module.css'
import { texts as table } from './texts.ts'

type Coverage = NonNullable<EndingCoveragesQuery['coverages']>['nodes'][number]

/**
 * The coverages that end, and what happens then.
 *
 * @param counted how many of them the figures count, if that is known
 * @param search the address of the line items that they cover
 */
export function Coverages({
  filter,
  account,
  counted,
  search,
}: {
  filter: CoverageFilterInput
  account: string
  counted: number | undefined
  search: LinesSearch
}) {
  const t = useTexts(table)
  const { chosen } = useDay()
  const { variables, next } = usePages({ on: chosen ?? null, filter })
  const [{ data, error, fetching }, again] = useQuery({ query: EndingCoveragesDocument, variables })
  const found = data?.coverages
  return (
    <section className={styles.part} aria-labelledby="ending-coverages">
      <h3 id="ending-coverages">{t.legendCoverages}</h3>
      {!found && error && <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />}
      {!found && !error && <Skeleton rows={4} />}
      {found?.totalCount === 0 && <p className={styles.muted}>{t.noCoverages}</p>}
      {found && found.totalCount > 0 && (
        <>
          <p className={styles.muted}>
            {t.coverages(found.totalCount)}.{' '}
            <Link className={styles.figure} to="/accounts/$account/entitlements" params={{ account }} search={search}>
              {t.toCovered}
            </Link>{' '}
            {counted !== undefined && counted < found.totalCount && t.coveragesNotCounted(found.totalCount - counted)}
          </p>
          <PartTable
            name={t.legendCoverages}
            head={[t.columns.coverage, t.columns.day, t.columns.what, t.columns.happens]}
          >
            {found.nodes.map((coverage) => (
              <Row key={coverage.id} coverage={coverage} account={account} />
            ))}
          </PartTable>
          <More shown={found.nodes.length} all={found.totalCount} waits={fetching} show={next(found)} />
        </>
      )}
    </section>
  )
}

function Row({ coverage, account }: { coverage: Coverage; account: string }) {
  const { texts, format } = useLanguage()
  const t = useTexts(table)
  const { day } = useDay()
  const endsOn = coverage.endsOn ?? day
  const items = coverage.items?.nodes ?? []
  const more = (coverage.items?.totalCount ?? 0) - items.length
  const whole = more === 0 && items.length > 0
  const goesOn =
    whole && items.every(({ lineItem }) => lineItem.coveragePerpetual || (lineItem.coverageEndsOn ?? endsOn) > endsOn)
  const gaps = goesOn
    ? items.flatMap(({ lineItem }) => {
        const gap = gapAfter(lineItem, endsOn)
        return gap ? [{ activationId: lineItem.activationId, gap: t.gap(gap.from, gap.to, gap.until) }] : []
      })
    : []
  const renews = whole && items.every(({ lineItem }) => isRenewedAlong(coverage, lineItem))
  const lines = whole ? items.map(({ lineItem }) => lineItem) : []
  const after = rightAfter(endsOn, lines)
  const right =
    after === 'STAYS'
      ? lines.every(({ perpetual, status }) => perpetual && isHeld(status))
        ? t.staysUsable
        : t.rightStays
      : after === 'ENDS'
        ? endsOn < day
          ? t.rightEnded
          : t.rightEnds
        : after === 'RENEWS'
          ? t.rightRenews
          : ''
  const sameGap = gaps.length === items.length && gaps.every(({ gap }) => gap === gaps[0]?.gap)
  return (
    <tr>
      <th scope="row">
        {[texts.lines.coverage[coverage.kind], coverage.level?.name].filter(Boolean).join(', ')}
        <span className={styles.second}>
          {coverage.productLine.name}
          {coverage.account.id !== account && ` · ${coverage.account.name}`}
        </span>
      </th>
      <td>
        <time dateTime={endsOn}>{format.day(endsOn)}</time>
        <span className={styles.second}>{format.away(day, endsOn)}</span>
      </td>
      <td>
        {items.map(({ id, quantity, lineItem }) => (
          <span key={id} className={styles.item}>
            <Link
              className={styles.figure}
              to="/accounts/$account/entitlements/$line"
              params={{ account, line: lineItem.id }}
            >
              {productName(lineItem.product)}
            </Link>{' '}
            <span className={styles.second}>
              {quantity === null
                ? t.wholeLine
                : `${format.decimal(quantity.amount ?? '0')} ${unitName(quantity, lineItem.unit, texts)}`}
              {' · '}
              <code>{lineItem.activationId}</code>
            </span>
          </span>
        ))}
        {more > 0 && <span className={styles.muted}>{t.moreItems(more)}</span>}
      </td>
      <td>
        {gaps.length > 0
          ? `${endsOn < day ? t.itEnded : t.itEnds} ${
              sameGap ? gaps[0]?.gap : gaps.map(({ activationId, gap }) => `${activationId}: ${gap}`).join(' ')
            }`
          : goesOn
            ? t.goesOn
            : renews
              ? t.renews
              : `${(endsOn < day ? t.coverageEnded : t.coverageEnds)[coverage.kind]} ${right}`}
      </td>
    </tr>
  )
}

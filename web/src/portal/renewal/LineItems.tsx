import { Link } from '@tanstack/react-router'
import { useQuery } from 'urql'
import type { LineItemFilterInput } from '../contract/types.ts'
import { useDay } from '../day/day.tsx'
import { productName } from '../entitlement/groups.ts'
import { PartTable } from '../entitlement/PartTable.tsx'
import type { LinesSearch } from '../entitlement/search.ts'
import { goesOn, termAtEnd } from '../evergreen/term.ts'
import { useEvergreen } from '../evergreen/useEvergreen.ts'
import { Failure } from '../kit/Failure.tsx'
import { More } from '../kit/More.tsx'
import { usePages } from '../kit/pages.ts'
import { Skeleton } from '../kit/Skeleton.tsx'
import { unitName } from '../kit/UseBar.tsx'
import { useLanguage } from '../language/language.tsx'
import { useTexts } from '../language/screenTexts.ts'
import { endingQuantity, type EndingLine, endOf } from './ending.ts'
import { EndingLineItemsDocument } from './renewals.ts'
import styles from './Renewals.module.css'
import { texts as table } from './texts.ts'

/**
 * The line items that end, and what happens then.
 *
 * @param counted how many of them the figures count, if that is known
 * @param search the address of the same list among the entitlements
 */
export function LineItems({
  filter,
  account,
  counted,
  search,
}: {
  filter: LineItemFilterInput
  account: string
  counted: number | undefined
  search: LinesSearch
}) {
  const t = useTexts(table)
  const { chosen } = useDay()
  const { variables, next } = usePages({ on: chosen ?? null, filter })
  const [{ data, error, fetching }, again] = useQuery({ query: EndingLineItemsDocument, variables })
  const found = data?.lineItems
  return (
    <section className={styles.part} aria-labelledby="ending-lines">
      <h3 id="ending-lines">{t.rights}</h3>
      {!found && error && <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />}
      {!found && !error && <Skeleton rows={4} />}
      {found?.totalCount === 0 && <p className={styles.muted}>{t.noLines}</p>}
      {found && found.totalCount > 0 && (
        <>
          <p className={styles.muted}>
            <Link className={styles.figure} to="/accounts/$account/entitlements" params={{ account }} search={search}>
              {t.toList(found.totalCount)}
            </Link>{' '}
            {counted !== undefined && counted < found.totalCount && t.notCounted(found.totalCount - counted)}
          </p>
          <PartTable name={t.rights} head={[t.columns.what, t.columns.day, t.columns.amount, t.columns.happens]}>
            {found.nodes.map((line) => (
              <Row key={line.id} line={line} account={account} />
            ))}
          </PartTable>
          <More shown={found.nodes.length} all={found.totalCount} waits={fetching} show={next(found)} />
        </>
      )}
    </section>
  )
}

function Row({ line, account }: { line: EndingLine; account: string }) {
  const { texts, format } = useLanguage()
  const t = useTexts(table)
  const { day } = useDay()
  const quantity = endingQuantity(line)
  const endsOn = line.endsOn ?? day
  const end = endOf(line)
  const evergreen = useEvergreen()
  const term = end === 'stops' && line.status !== 'IN_GRACE' ? termAtEnd(line) : null
  const stops = end === 'stops' && !goesOn(line)
  const used = line.used?.amount ?? '0'
  const isUsed = Number(used) > 0
  const inUse = isUsed
    ? t.use(`${format.decimal(used)} ${unitName(line.used, line.unit, texts)}`, line.activations?.totalCount ?? 0)
    : t.notUsed
  return (
    <tr>
      <th scope="row">
        <Link className={styles.figure} to="/accounts/$account/entitlements/$line" params={{ account, line: line.id }}>
          {productName(line.product)}
        </Link>
        <span className={styles.second}>
          <code>{line.activationId}</code>
          {line.account.id !== account && ` · ${line.account.name}`}
        </span>
      </th>
      <td>
        <time dateTime={endsOn}>{format.day(endsOn)}</time>
        <span className={styles.second}>{format.away(day, endsOn)}</span>
      </td>
      <td>
        {quantity === null
          ? texts.lines.amountUnknown
          : `${quantity.unlimited ? texts.line.unlimited : format.decimal(quantity.amount ?? '0')} ${unitName(quantity, line.unit, texts)}`}
      </td>
      <td>
        {term && `${evergreen.sentence(term)} `}
        {line.status === 'IN_GRACE' ? t.grace : term && !stops ? null : endsOn < day ? t.ended[end] : t.end[end]}{' '}
        <span className={isUsed && stops ? styles.soon : undefined}>{inUse}</span>
        {(line.status === 'SUSPENDED' || line.status === 'ON_HOLD') && ` ${texts.lines.state[line.status]}.`}
      </td>
    </tr>
  )
}

import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { CircleCheck, CircleSlash } from 'lucide-react'
import { Fragment } from 'react'
import { useQuery } from 'urql'
import { useDay } from '../../portal/day/day.tsx'
import { inGroups, productName } from '../../portal/entitlement/groups.ts'
import { LineState } from '../../portal/entitlement/LineState.tsx'
import { daysFrom, heldStatuses, isHeld, lineState, soonDays, wholeOf } from '../../portal/entitlement/states.ts'
import { termAtEnd } from '../../portal/evergreen/term.ts'
import { useEvergreen } from '../../portal/evergreen/useEvergreen.ts'
import type { Status as StatusOf } from '../../portal/contract/types.ts'
import { useGraceOf } from '../../portal/entitlement/useGrace.ts'
import { Chip } from '../../portal/kit/Chip.tsx'
import { Failure } from '../../portal/kit/Failure.tsx'
import { Notice } from '../../portal/kit/Notice.tsx'
import { Skeleton } from '../../portal/kit/Skeleton.tsx'
import { Status } from '../../portal/kit/Status.tsx'
import { UseBar } from '../../portal/kit/UseBar.tsx'
import { addDays } from '../../portal/language/format.ts'
import { useLanguage } from '../../portal/language/language.tsx'
import { useTexts } from '../../portal/language/screenTexts.ts'
import styles from './Customer.module.css'
import { type CustomerLineFragment, CustomerRightsDocument } from './customer.ts'
import { texts as table } from './texts.ts'

/** The states of a right that is not held, as far as somebody who asks for support may ask about it. */
const otherStatuses: readonly StatusOf[] = [
  'AWAITING_ACTIVATION',
  'FUTURE',
  'SUSPENDED',
  'ON_HOLD',
  'EXPIRED',
  'SUPERSEDED',
  'WITHDRAWN',
]

/** The rights of a customer on the day of the page: in one sentence, and by product. */
export function CustomerRights({ account }: { account: string }) {
  const { texts } = useLanguage()
  const t = useTexts(table)
  const { day, chosen } = useDay()
  const { product } = useSearch({ from: '/console/accounts/$account' })
  const scope = { account, includeSubAccounts: true, ...(product !== undefined && { product }) }
  const asOf = chosen ? { on: chosen } : {}
  const held = { ...scope, status: [...heldStatuses], ...asOf }
  const [{ data, error }, again] = useQuery({
    query: CustomerRightsDocument,
    variables: {
      account,
      held,
      others: { ...scope, status: [...otherStatuses], ...asOf },
      covered: { ...held, covered: true },
      ending: { ...held, endsBetween: daysFrom(day, soonDays), evergreen: false },
      on: chosen ?? null,
    },
  })
  const active = data?.held
  const others = data?.others
  if (error && !active) {
    return <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />
  }
  const count = active?.totalCount ?? 0
  const all = count + (others?.totalCount ?? 0)
  const covered = data?.covered?.totalCount ?? 0
  // Positions have the products of active rights only, and the list is cut short.
  const products = [
    ...(data?.account?.positions ?? []).flatMap(({ product: one }) => (one ? [one] : [])),
    ...(others?.nodes ?? []).map((line) => line.product),
  ]
  const left = all - (active?.nodes.length ?? 0) - (others?.nodes.length ?? 0)
  return (
    <section className={styles.rights} aria-labelledby="rights">
      <p className={styles.sentence}>
        {active ? (
          <>
            <strong>{t.active(count, all)}</strong>{' '}
            {count > 0 && (covered === 0 ? t.noneCovered(day) : t.covered(covered, count, day))}{' '}
            {t.ending(data?.ending?.totalCount ?? 0, day)}
          </>
        ) : (
          ' '
        )}
      </p>
      <div className={styles.over}>
        <h2 id="rights">{t.rights}</h2>
        <ProductChip products={products.map((one) => ({ value: one.id, name: productName(one) }))} chosen={product} />
      </div>
      {!active || !others ? (
        <Skeleton rows={8} />
      ) : all === 0 ? (
        <Notice title={t.noRights}>{t.noRightsNext}</Notice>
      ) : (
        <>
          {count === 0 && <p className={styles.note}>{t.noneHeld}</p>}
          {active.nodes.length < count && <p className={styles.note}>{t.cutShort(active.nodes.length, count)}</p>}
          <div>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{t.columns.right}</th>
                  <th scope="col">{t.columns.state}</th>
                  <th scope="col">{t.columns.use}</th>
                  <th scope="col">{t.columns.ends}</th>
                  <th scope="col">{t.columns.support}</th>
                </tr>
              </thead>
              <Lines lines={active.nodes} account={account} day={day} />
              {others.nodes.length > 0 && (
                <>
                  <tbody>
                    <tr className={styles.part}>
                      <th scope="rowgroup" colSpan={5}>
                        {t.othersTitle}
                      </th>
                    </tr>
                  </tbody>
                  <Lines lines={others.nodes} account={account} day={day} />
                </>
              )}
            </table>
          </div>
          <p className={styles.note}>
            {left > 0 && `${t.more(left)} `}
            <Link
              className={styles.link}
              to="/accounts/$account/entitlements"
              params={{ account }}
              search={{ status: 'all', ...(product !== undefined && { product }) }}
            >
              {t.allInPortal}
            </Link>
            <Link className={styles.link} to="/console/drafts" search={{ account }}>
              {t.drafts}
            </Link>
            <span className={styles.quiet}>{texts.day.asOf(day)}</span>
          </p>
        </>
      )}
    </section>
  )
}

/** Limits the rights to one product. */
function ProductChip({
  products,
  chosen,
}: {
  products: readonly { value: string; name: string }[]
  chosen: string | undefined
}) {
  const t = useTexts(table)
  const navigate = useNavigate()
  const choices = [...new Map(products.map((one) => [one.value, one])).values()]
  const choose = (product: string | undefined) =>
    void navigate({ to: '.', search: (now) => ({ ...now, product }) as typeof now })
  return (
    <Chip
      label={t.product}
      value={chosen ?? ''}
      text={chosen === undefined ? undefined : (choices.find(({ value }) => value === chosen)?.name ?? t.product)}
      choices={[{ value: '', name: t.everyProduct }, ...choices]}
      choose={(value) => choose(value === '' ? undefined : value)}
      remove={() => choose(undefined)}
    />
  )
}

/** Line items under their products. */
function Lines({ lines, account, day }: { lines: readonly CustomerLineFragment[]; account: string; day: string }) {
  const { texts } = useLanguage()
  const grace = useGraceOf(lines, day)
  return (
    <tbody>
      {inGroups(lines, 'PRODUCT', texts).map(({ group, members }) => (
        <Fragment key={group.id}>
          <tr className={styles.group}>
            <th scope="rowgroup" colSpan={5}>
              {group.name}
            </th>
          </tr>
          {members.map((line) => (
            <Line key={line.id} line={line} account={account} day={day} graceUntil={grace.get(line.id)} />
          ))}
        </Fragment>
      ))}
    </tbody>
  )
}

function Line({
  line,
  account,
  day,
  graceUntil,
}: {
  line: CustomerLineFragment
  account: string
  day: string
  graceUntil: string | undefined
}) {
  const { texts, format } = useLanguage()
  const t = useTexts(table)
  const evergreen = useEvergreen()
  const term = termAtEnd(line)
  const trial = line.periodInForce?.term === 'TRIAL'
  return (
    <tr className={styles.line}>
      <th scope="row">
        <Link className={styles.link} to="/console/rights/$line" params={{ line: line.id }}>
          {line.activationId}
        </Link>
        {line.account.id !== account && <span className={styles.second}>{line.account.name}</span>}
        {trial && <span className={styles.second}>{texts.lines.trial}</span>}
      </th>
      <td>
        <LineState state={lineState(line, day)} graceUntil={graceUntil} />
      </td>
      <td className={styles.use}>
        <UseBar used={line.used} granted={wholeOf(line)} unit={line.unit} />
      </td>
      <td data-label={line.endsOn === null ? undefined : t.columns.ends}>
        {line.endsOn === null ? (
          line.perpetual ? (
            texts.line.withoutEnd
          ) : (
            '–'
          )
        ) : (
          <>
            <time dateTime={line.endsOn} title={format.away(day, line.endsOn)}>
              {format.day(line.endsOn)}
            </time>
            {term && (
              <span className={styles.second} title={evergreen.sentence(term)}>
                {evergreen.brief(term)}
              </span>
            )}
          </>
        )}
      </td>
      <td className={styles.support}>
        <Support line={line} day={day} />
      </td>
    </tr>
  )
}

/** Whether a right is in support on the day of the page, and until when or since when not. */
function Support({ line, day }: { line: CustomerLineFragment; day: string }) {
  const t = useTexts(table)
  const { isCovered, coverageInForce: item, coverageEndsOn, status } = line
  if (isCovered && item) {
    const { kind, endsOn, level } = item.coverage
    return (
      <Status tone="good" icon={CircleCheck}>
        {t.supported(t.coverageKind[kind], (item.level ?? level)?.name, endsOn)}
      </Status>
    )
  }
  return (
    <Status tone={isHeld(status) ? 'wrong' : 'plain'} icon={CircleSlash}>
      {coverageEndsOn !== null && coverageEndsOn < day ? t.lapsed(addDays(coverageEndsOn, 1)) : t.never}
    </Status>
  )
}

import { Link, useParams } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { productName } from '../entitlement/groups.ts'
import { PartTable } from '../entitlement/PartTable.tsx'
import { Button } from '../kit/Button.tsx'
import { Failure } from '../kit/Failure.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import { unitName } from '../kit/UseBar.tsx'
import { useLanguage } from '../language/language.tsx'
import { moneyIn } from '../language/money.ts'
import { useTexts } from '../language/screenTexts.ts'
import { useAssume } from './Forecast.tsx'
import styles from './Forecast.module.css'
import { type ForecastLinesQuery, ForecastLinesDocument, type ForecastLinesQueryVariables } from './forecast.ts'
import { fewerOf, listed, written } from './scenario.ts'
import type { ForecastSearch } from './search.ts'
import { texts as table } from './texts.ts'

type Budget = NonNullable<NonNullable<ForecastLinesQuery['account']>['renewalForecast']>
type Line = NonNullable<Budget['months'][number]['lines']>['lines'][number]

/** How many amounts of each month are read. */
const most = 50

/** The first amounts behind a month, each with what can be assumed about its line item. */
export function MonthLines({
  asked,
  month,
  search,
}: {
  asked: Omit<ForecastLinesQueryVariables, 'first'>
  month: string
  search: ForecastSearch
}) {
  const t = useTexts(table)
  // All months are asked for at once, so that the next one that is opened is there.
  const [{ data, error }, again] = useQuery({ query: ForecastLinesDocument, variables: { ...asked, first: most } })
  const months = data?.account?.renewalForecast?.months
  const found = months?.find((one) => one.month === month)?.lines
  return (
    <section className={styles.behind} aria-labelledby="behind-month">
      <h2 id="behind-month">{t.behind(month)}</h2>
      {!months && error && <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />}
      {!months && !error && <Skeleton rows={4} />}
      {found && (
        <PartTable name={t.behind(month)} head={t.columns}>
          {found.lines.map((line) => (
            <Row key={`${line.lineItem?.id} ${line.dueOn} ${line.startsOn} ${line.due}`} line={line} search={search} />
          ))}
        </PartTable>
      )}
      {found?.hasNextPage && <p className={styles.second}>{t.first(most)}</p>}
    </section>
  )
}

function Row({ line, search }: { line: Line; search: ForecastSearch }) {
  const { texts, format } = useLanguage()
  const t = useTexts(table)
  const { account } = useParams({ from: '/accounts/$account' })
  const { lineItem: of, quantity } = line
  const notes = [line.held && t.isHeld, line.evergreen && t.isEvergreen].filter((note) => note !== false)
  return (
    <tr>
      <th scope="row">
        {of ? (
          <Link className={styles.figure} to="/accounts/$account/entitlements/$line" params={{ account, line: of.id }}>
            {productName(of.product)}
          </Link>
        ) : (
          t.unknown
        )}
        <span className={styles.second}>
          <code>{of?.activationId}</code>
          {of && of.account.id !== account && ` · ${of.account.name}`}
        </span>
      </th>
      <td>
        <time dateTime={line.dueOn}>{format.day(line.dueOn)}</time>
      </td>
      <td>
        {line.startsOn === null ? t.unknown : t.term(line.startsOn, line.endsOn)}
        {notes.length > 0 && <span className={styles.second}>{notes.join(' · ')}</span>}
      </td>
      <td>
        {line.unlimited
          ? t.unlimited
          : quantity && of
            ? `${format.decimal(quantity.amount ?? '0')} ${unitName(quantity, of.unit, texts)}`
            : t.unknown}
      </td>
      <td>
        {line.price ? moneyIn(line.price, format) : t.noPrice}
        {line.basis && <span className={styles.second}>{t.basis[line.basis]}</span>}
      </td>
      <td>{line.due && of && <Assume line={line} id={of.id} search={search} />}</td>
    </tr>
  )
}

/** What can be assumed of a line item: that it is not renewed, or with fewer. */
function Assume({ line, id, search }: { line: Line; id: string; search: ForecastSearch }) {
  const t = useTexts(table)
  const assume = useAssume()
  const fewer = fewerOf(search.fewer)
  const others = [...fewer].flatMap(([one, quantity]) => (one === id ? [] : [`${one}:${quantity}`]))
  const known = line.quantity?.amount ?? null
  return (
    <div className={styles.assume}>
      <Button
        onClick={() => assume({ drop: written([...new Set([...listed(search.drop), id])]), fewer: written(others) })}
      >
        {t.drop}
      </Button>
      {known !== null && (
        <input
          aria-label={t.quantity}
          title={t.quantity}
          type="number"
          min="0"
          step="any"
          defaultValue={fewer.get(id) ?? known}
          onBlur={({ currentTarget: { value } }) => {
            const is = Number(value)
            if (value !== (fewer.get(id) ?? known) && is > 0 && /^[\d.]{1,20}$/u.test(value)) {
              assume({ fewer: written([...others, `${id}:${value}`]) })
            }
          }}
          onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
        />
      )}
    </div>
  )
}

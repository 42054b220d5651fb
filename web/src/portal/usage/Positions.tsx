import { Link } from '@tanstack/react-router'
import { productName } from '../entitlement/groups.ts'
import { PartTable } from '../entitlement/PartTable.tsx'
import type { LinesSearch } from '../entitlement/search.ts'
import { useLanguage } from '../language/language.tsx'
import { useTexts } from '../language/screenTexts.ts'
import { unitIn } from '../language/units.ts'
import type { UsageSearch } from './search.ts'
import { texts as table } from './texts.ts'
import type { UsedPositionFragment } from './usage.ts'
import styles from './Usage.module.css'

type Group = NonNullable<UsageSearch['group']> | 'productLine'

/** What is granted and used, unit by unit: a table with a bar in each row. Every figure leads to the line items behind it. */
export function Positions({
  rows,
  group,
  account,
  below,
}: {
  rows: readonly UsedPositionFragment[]
  group: Group
  account: string
  below: boolean
}) {
  const t = useTexts(table)
  const c = t.columns
  const names = group === 'unit' ? [c.unit] : [c.of[group], c.unit]
  return (
    <div className={styles.part}>
      <PartTable name={t.positions} head={[...names, c.use, c.granted, c.used, c.free, c.excess, c.lineItems]}>
        {rows.map((row) => (
          <Row
            key={`${row.product?.id} ${row.productLine?.id} ${row.account?.id} ${row.unit.id}`}
            row={row}
            group={group}
            account={account}
            below={below}
          />
        ))}
      </PartTable>
    </div>
  )
}

function Row({
  row,
  group,
  account,
  below,
}: {
  row: UsedPositionFragment
  group: Group
  account: string
  below: boolean
}) {
  const { texts, format } = useLanguage()
  const t = useTexts(table)
  const c = t.columns
  const unit = unitIn(texts, row.unit).plural
  const name =
    group === 'unit'
      ? unit
      : row.product
        ? productName(row.product)
        : (row.productLine?.name ?? row.account?.name ?? '')
  const search: LinesSearch = {
    unit: row.unit.id,
    ...(row.product && { product: row.product.id }),
    ...(row.productLine && { productLine: row.productLine.id }),
    ...(row.account && { held: row.account.id }),
    ...((row.account || !below) && { below: false }),
  }
  const figure = (column: string, of: string, more: LinesSearch = {}) => (
    <td data-label={column}>
      {Number(of) === 0 ? (
        <span className={styles.muted}>0</span>
      ) : (
        <Link
          className={styles.figure}
          to="/accounts/$account/entitlements"
          params={{ account }}
          search={{ ...search, ...more }}
          aria-label={t.figure(column, format.decimal(of), name, unit)}
        >
          {format.decimal(of)}
        </Link>
      )}
    </td>
  )
  const isUnlimited = row.unlimitedLineItemCount === row.lineItemCount
  return (
    <tr>
      <th scope="row">{name}</th>
      {group !== 'unit' && <td>{unit}</td>}
      <td>
        <UsedBar
          used={Number(amount(row.used))}
          granted={isUnlimited ? Number(amount(row.used)) : Number(amount(row.granted))}
          excess={Number(amount(row.excess))}
        />
      </td>
      {isUnlimited ? <td data-label={c.granted}>{texts.line.unlimited}</td> : figure(c.granted, amount(row.granted))}
      {figure(c.used, amount(row.used))}
      {figure(c.free, amount(row.free), { use: 'free' })}
      {figure(c.excess, amount(row.excess), { use: 'over' })}
      <td data-label={c.lineItems}>
        <Link
          className={styles.figure}
          to="/accounts/$account/entitlements"
          params={{ account }}
          search={search}
          aria-label={t.figure(c.lineItems, format.count(row.lineItemCount), name, unit)}
        >
          {format.count(row.lineItemCount)}
        </Link>
        {!isUnlimited && row.unlimitedLineItemCount > 0 && (
          <span className={styles.second}>{t.unlimited(row.unlimitedLineItemCount)}</span>
        )}
      </td>
    </tr>
  )
}

function amount({ amount: of }: { amount: string | null }): string {
  return of ?? '0'
}

/** A bar of what is used within what is granted, with what does not fit beyond it. The figures beside it say the same. */
function UsedBar({ used, granted, excess }: { used: number; granted: number; excess: number }) {
  const whole = Math.max(granted + excess, used, 1)
  const percent = (part: number) => `${(part / whole) * 100}%`
  const within = Math.min(Math.max(used - excess, 0), granted)
  return (
    <svg className={styles.bar} height="10" aria-hidden="true">
      <rect className={styles.granted} x="0" y="0.5" width={percent(granted)} height="9" rx="2" />
      <rect className={styles.used} x="0" y="0.5" width={percent(within)} height="9" rx="2" />
      {excess > 0 && (
        <rect className={styles.excess} x={percent(granted)} y="0.5" width={percent(excess)} height="9" rx="2" />
      )}
    </svg>
  )
}

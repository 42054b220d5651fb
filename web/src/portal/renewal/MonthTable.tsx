import { Link, useParams } from '@tanstack/react-router'
import { PartTable } from '../entitlement/PartTable.tsx'
import { useLanguage } from '../language/language.tsx'
import { useTexts } from '../language/screenTexts.ts'
import { Amounts } from './Amounts.tsx'
import type { EndingFragment } from './renewals.ts'
import styles from './Renewals.module.css'
import { sumOf } from './sums.ts'
import { texts as table } from './texts.ts'

/** The chart as a table, with amounts: one row for each month and product line in which something ends. */
export function MonthTable({ rows }: { rows: readonly EndingFragment[] }) {
  const { format } = useLanguage()
  const t = useTexts(table)
  const { account } = useParams({ from: '/accounts/$account' })
  return (
    <div className={styles.part}>
      <PartTable
        name={t.buckets}
        head={[t.month, t.productLine, t.legendLines, t.due, t.legendCoverages, t.stopsCovered]}
      >
        {rows.map((row) => {
          const month = row.month ?? ''
          const sum = sumOf([row])
          return (
            <tr key={`${month} ${row.productLine?.id}`}>
              <th scope="row">
                <Link
                  className={styles.figure}
                  to="/accounts/$account/renewals"
                  params={{ account }}
                  search={(now) => ({
                    ...now,
                    month: month.slice(0, 7),
                    bucket: undefined,
                    productLine: row.productLine?.id,
                  })}
                  resetScroll={false}
                  aria-label={t.cell(month, row.productLine?.name ?? '', sum.lineItems, sum.coverages)}
                >
                  {format.month(month)}
                </Link>
              </th>
              <td>{row.productLine?.name}</td>
              <td data-label={t.legendLines}>{format.count(sum.lineItems)}</td>
              <td>
                <Amounts sum={sum} what="due" all />
              </td>
              <td data-label={t.legendCoverages}>{format.count(sum.coverages)}</td>
              <td>
                <Amounts sum={sum} what="covered" all />
              </td>
            </tr>
          )
        })}
      </PartTable>
    </div>
  )
}

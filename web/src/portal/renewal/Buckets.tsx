import { Link } from '@tanstack/react-router'
import { CalendarClock, CircleAlert } from 'lucide-react'
import { writeRange } from '../entitlement/search.ts'
import { useTexts } from '../language/screenTexts.ts'
import { Amounts } from './Amounts.tsx'
import type { Range } from '../language/format.ts'
import styles from './Renewals.module.css'
import { type Bucket, buckets, type RenewalsSearch } from './search.ts'
import type { Sum } from './sums.ts'
import { texts as table } from './texts.ts'

/** What ends in times that follow each other. Each leads to its list below, and its figures to the lists of entitlements. */
export function Buckets({
  sums,
  days,
  inGrace,
  search,
  account,
}: {
  sums: Record<Bucket, Sum>
  days: Record<Bucket, Range>
  inGrace: number
  search: RenewalsSearch
  account: string
}) {
  const t = useTexts(table)
  return (
    <section aria-label={t.buckets}>
      <ul className={styles.buckets}>
        {buckets.map((bucket) => {
          const sum = sums[bucket]
          const { from, to } = days[bucket]
          const range = writeRange(from, to)
          const below = search.below === false ? { below: false as const } : {}
          const isUrgent = bucket === 'overdue' && sum.lineItems + sum.coverages > 0
          const Icon = isUrgent ? CircleAlert : CalendarClock
          return (
            <li key={bucket} data-chosen={search.bucket === bucket} data-urgent={isUrgent}>
              <Link
                className={styles.name}
                to="/accounts/$account/renewals"
                params={{ account }}
                search={(now) => ({ ...now, bucket, month: undefined, productLine: undefined })}
                resetScroll={false}
                aria-current={search.bucket === bucket ? 'true' : undefined}
                activeOptions={{ includeSearch: true }}
              >
                <Icon size={14} aria-hidden="true" />
                {t.bucket[bucket]}
              </Link>
              <span className={styles.days}>{t.days(from, to)}</span>
              {sum.lineItems > 0 && (
                <Link
                  className={styles.figure}
                  to="/accounts/$account/entitlements"
                  params={{ account }}
                  search={{ status: 'renewable', ends: range, ...below }}
                >
                  {t.lineItems(sum.lineItems)}
                </Link>
              )}
              {sum.coverages > 0 && (
                <Link
                  className={styles.figure}
                  to="/accounts/$account/entitlements"
                  params={{ account }}
                  search={{ status: 'all', coverageEnds: range, ...below }}
                >
                  {t.coverages(sum.coverages)}
                </Link>
              )}
              {sum.lineItems + sum.coverages === 0 && <span className={styles.muted}>{t.nothing}</span>}
              <Amounts sum={sum} />
              {bucket === 'overdue' && inGrace > 0 && <span>{t.inGrace(inGrace)}</span>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

import { Link } from '@tanstack/react-router'
import type { CombinedError } from '@urql/core'
import { ChartColumn, Table2 } from 'lucide-react'
import { PartTable } from '../entitlement/PartTable.tsx'
import { Chip } from '../kit/Chip.tsx'
import { Failure, FailureLine } from '../kit/Failure.tsx'
import { Notice } from '../kit/Notice.tsx'
import { Segments } from '../kit/Segments.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import { useLanguage } from '../language/language.tsx'
import { useTexts } from '../language/screenTexts.ts'
import { unitIn } from '../language/units.ts'
import { isOfMonth, type MeterReports, type Report, usualMonths } from './reports.ts'
import { ReportChart } from './ReportChart.tsx'
import { periods, type UsageSearch } from './search.ts'
import { texts as table } from './texts.ts'
import styles from './Usage.module.css'

/** The days of a report, as a month if it is one. */
export function useReportDays() {
  const { format } = useLanguage()
  const t = useTexts(table)
  return (report: Report) =>
    isOfMonth(report) ? format.month(report.startsOn) : t.days(report.startsOn, report.endsOn)
}

/** What meters have reported, each with its chart or its table. */
export function Meters({
  all,
  shown,
  search,
  months,
  change,
  account,
  error,
  hasBelow,
}: {
  all: readonly MeterReports[] | undefined
  shown: readonly MeterReports[] | undefined
  search: UsageSearch
  months: number
  change: (part: Partial<UsageSearch>) => void
  account: string
  error: CombinedError | undefined
  hasBelow: boolean
}) {
  const t = useTexts(table)
  return (
    <section className={styles.section} aria-labelledby="meters">
      <div className={styles.tools}>
        <h2 id="meters">{t.meters}</h2>
        <Chip
          label={t.meter}
          value={search.meter ?? ''}
          text={search.meter && (all?.find(({ meter }) => meter.id === search.meter)?.meter.name ?? t.meter)}
          choices={[
            { value: '', name: t.every },
            ...(all ?? []).map(({ meter }) => ({ value: meter.id, name: `${meter.productLine.name}: ${meter.name}` })),
            ...(search.meter !== undefined && !all?.some(({ meter }) => meter.id === search.meter)
              ? [{ value: search.meter, name: t.meter }]
              : []),
          ]}
          choose={(value) => change({ meter: value || undefined })}
          remove={() => change({ meter: undefined })}
        />
        <Chip
          label={t.period}
          value={String(search.months ?? '')}
          text={t.months(months)}
          choices={[
            { value: '', name: t.months(usualMonths) },
            ...periods.map((one) => ({ value: String(one), name: t.months(one) })),
          ]}
          choose={(value) => change({ months: periods.find((one) => String(one) === value) })}
          remove={search.months && (() => change({ months: undefined }))}
        />
        <div className={styles.view}>
          <Segments
            label={t.show}
            value={search.view ?? 'chart'}
            choices={[
              { value: 'chart', name: t.chart, icon: ChartColumn },
              { value: 'table', name: t.table, icon: Table2 },
            ]}
            choose={(view) => change({ view: view === 'table' ? view : undefined })}
          />
        </div>
      </div>
      <p className={styles.muted}>{t.notAdded}</p>
      {hasBelow && <p className={styles.muted}>{t.ownOnly}</p>}
      {error && (all ? <FailureLine error={error} what={t.notAll} /> : <Failure error={error} />)}
      {!all && !error && <Skeleton rows={4} />}
      {shown?.length === 0 && (
        <Notice title={all?.length === 0 && search.productLine === undefined ? t.noReports(months) : t.noneOf}>
          {t.noReportsNext}
        </Notice>
      )}
      {shown?.map((one) => (
        <Meter key={one.meter.id} of={one} isTable={search.view === 'table'} account={account} />
      ))}
    </section>
  )
}

function Meter({ of: { meter, reports }, isTable, account }: { of: MeterReports; isTable: boolean; account: string }) {
  const { texts } = useLanguage()
  const t = useTexts(table)
  const { plural } = unitIn(texts, meter.unit)
  return (
    <article className={styles.meter} aria-labelledby={meter.id}>
      <h3 id={meter.id}>
        {meter.productLine.name}: {meter.name}
      </h3>
      <p className={styles.muted}>
        {plural}. {t.countsFrom[meter.resetInterval]}{' '}
        <Link
          className={styles.figure}
          to="/accounts/$account/entitlements"
          params={{ account }}
          search={{ productLine: meter.productLine.id, unit: meter.unit.id, below: false }}
          aria-label={`${t.rights}: ${meter.name}, ${meter.productLine.name}`}
        >
          {t.rights}
        </Link>
      </p>
      {isTable ? (
        <ReportTable reports={reports} name={meter.name} />
      ) : (
        <ReportChart reports={reports} name={`${meter.name}, ${plural}`} />
      )}
    </article>
  )
}

function ReportTable({ reports, name }: { reports: readonly Report[]; name: string }) {
  const { format } = useLanguage()
  const t = useTexts(table)
  const days = useReportDays()
  const amount = ({ amount: of }: { amount: string | null }) => format.decimal(of ?? '0')
  return (
    <PartTable name={name} head={[t.when, t.columns.granted, t.columns.used, t.columns.excess]}>
      {reports.map((report) => (
        <tr key={report.id}>
          <th scope="row">
            {days(report)}
            {report.opening && <span className={styles.second}>{t.opening}</span>}
          </th>
          <td data-label={t.columns.granted}>{amount(report.granted)}</td>
          <td data-label={t.columns.used}>{amount(report.used)}</td>
          <td data-label={t.columns.excess} className={Number(report.excess.amount) > 0 ? styles.wrong : undefined}>
            {amount(report.excess)}
          </td>
        </tr>
      ))}
    </PartTable>
  )
}

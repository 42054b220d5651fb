import { useLanguage } from '../language/language.tsx'
import { useTexts } from '../language/screenTexts.ts'
import { useReportDays } from './Meters.tsx'
import type { Report } from './reports.ts'
import { texts as table } from './texts.ts'
import styles from './Usage.module.css'

/** How high the bars can be, and how much is above them for the figures, and below them for the days. */
const height = 120
const above = 20
const below = 20

/** How many bars have their figures written above them; more of them are too narrow for that. */
const mostFigures = 12

/** The fewest places for bars, so that one report alone is not as wide as the page. */
const fewest = 6

/** What a meter has reported: one bar for each report, with a line at what was granted. */
export function ReportChart({ reports, name }: { reports: readonly Report[]; name: string }) {
  const { format } = useLanguage()
  const t = useTexts(table)
  const days = useReportDays()
  const numbers = reports.map(({ granted, used, excess }) => ({
    granted: Number(granted.amount ?? '0'),
    used: Number(used.amount ?? '0'),
    excess: Number(excess.amount ?? '0'),
  }))
  const most = Math.max(...numbers.flatMap(({ granted, used }) => [granted, used])) || 1
  const places = Math.max(reports.length, fewest)
  const left = (index: number, part = 0) => `${((index + part) / places) * 100}%`
  const high = (amount: number) => (amount / most) * height
  const top = (amount: number) => above + height - high(amount)
  const every = Math.ceil(reports.length / mostFigures)
  const words = reports.map((report) =>
    t.bar(
      days(report),
      format.decimal(report.used.amount ?? '0'),
      format.decimal(report.granted.amount ?? '0'),
      Number(report.excess.amount ?? '0') > 0 ? format.decimal(report.excess.amount ?? '0') : null,
    ),
  )
  return (
    <figure className={styles.chart} aria-label={`${name}. ${words.join('. ')}`}>
      <svg className={styles.picture} height={above + height + below} aria-hidden="true">
        <line className={styles.axis} x1="0" x2="100%" y1={above + height} y2={above + height} />
        {reports.map((report, index) => {
          const { granted, used, excess } = numbers[index] ?? { granted: 0, used: 0, excess: 0 }
          return (
            <g key={report.id}>
              <title>{words[index]}</title>
              <rect
                className={styles.used}
                x={left(index, 0.2)}
                width={left(0.6)}
                y={top(used - excess)}
                height={high(used - excess)}
              />
              {excess > 0 && (
                <rect
                  className={styles.excess}
                  x={left(index, 0.2)}
                  width={left(0.6)}
                  y={top(used)}
                  height={high(excess)}
                />
              )}
              <line
                className={styles.limit}
                x1={left(index, 0.08)}
                x2={left(index, 0.92)}
                y1={top(granted)}
                y2={top(granted)}
              />
              {index % every === 0 && (
                <>
                  <text
                    className={styles.label}
                    data-over={excess > 0}
                    x={left(index, 0.5)}
                    y={top(used) - 5}
                    textAnchor="middle"
                  >
                    {format.decimal(report.used.amount ?? '0')}
                  </text>
                  <text className={styles.label} x={left(index, 0.5)} y={above + height + 14} textAnchor="middle">
                    {format.month(report.startsOn)}
                  </text>
                </>
              )}
            </g>
          )
        })}
      </svg>
      <figcaption className={styles.legend}>
        <span data-of="used">{t.legend.used}</span>
        {numbers.some(({ excess }) => excess > 0) && <span data-of="excess">{t.legend.excess}</span>}
        <span data-of="limit">{t.legend.granted}</span>
      </figcaption>
    </figure>
  )
}

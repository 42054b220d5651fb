import { useLanguage } from '../language/language.tsx'
import { moneyIn } from '../language/money.ts'
import { useTexts } from '../language/screenTexts.ts'
import styles from './Line.module.css'
import type { PeriodRow } from './lineTimeline.ts'
import { PartTable } from './PartTable.tsx'
import { texts as table } from './texts.ts'

/** What is due when of the prices of the periods, for those who see prices. Periods that were taken back are left out. */
export function LineInstalments({ periods, today }: { periods: readonly PeriodRow[]; today: string }) {
  const { texts, format } = useLanguage()
  const t = useTexts(table).instalments
  const due = periods
    .filter(({ decision }) => decision !== 'WITHDRAWN')
    .flatMap((period) => period.instalments.map((instalment) => ({ ...instalment, period })))
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
  const last = due.at(-1)
  if (last === undefined) {
    return null
  }
  const next = due.find(({ dueOn }) => dueOn >= today)
  return (
    <details className={styles.alternative}>
      <summary>{t.title(due.length, next ? t.next(next.dueOn) : t.last(last.dueOn))}</summary>
      <PartTable head={[t.dueOn, t.amount, t.period]} name={t.name}>
        {due.map(({ dueOn, price, period }) => (
          <tr key={`${period.id} ${dueOn}`}>
            <th scope="row">
              <time dateTime={dueOn}>{format.day(dueOn)}</time>
            </th>
            <td>{moneyIn(price, format)}</td>
            <td>{texts.lines.detail.between(period.startsOn, period.endsOn, period.perpetual)}</td>
          </tr>
        ))}
      </PartTable>
    </details>
  )
}

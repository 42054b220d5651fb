import { CircleAlert, CircleCheck, CircleDashed, Clock } from 'lucide-react'
import { Identifier } from '../kit/Identifier.tsx'
import { Status, type Tone } from '../kit/Status.tsx'
import { UseBar } from '../kit/UseBar.tsx'
import { daysBetween } from '../language/format.ts'
import { useLanguage } from '../language/language.tsx'
import type { LineRowFragment } from './lines.ts'
import styles from './LineTable.module.css'

/** How many days before its end a right or a coverage ends soon. */
const soonDays = 90

/** Line items in rows. Below 720 px each takes two or three lines. */
export function LineTable({ lines, account, day }: { lines: LineRowFragment[]; account: string; day: string }) {
  const { texts } = useLanguage()
  const columns = texts.entitlements.columns
  const elsewhere = lines.some((line) => line.account.id !== account)
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{columns.product}</th>
          <th scope="col">{columns.use}</th>
          <th scope="col">{columns.status}</th>
          <th scope="col">{columns.ends}</th>
          <th scope="col">{columns.coverage}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Row key={line.id} line={line} day={day} elsewhere={elsewhere} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ line, day, elsewhere }: { line: LineRowFragment; day: string; elsewhere: boolean }) {
  const unit = line.unit.symbol ?? line.unit.plural
  return (
    <tr>
      <th scope="row" className={styles.product}>
        {[line.product.name, line.product.version].filter(Boolean).join(' ')}
        {elsewhere && <span className={styles.second}>{line.account.name}</span>}
        <Identifier value={line.activationId} />
      </th>
      <td>
        <UseBar used={line.used} granted={line.granted} unit={unit} />
      </td>
      <td>
        <LineStatus line={line} day={day} />
      </td>
      <td>
        <Ends line={line} day={day} />
      </td>
      <td>
        <Coverage line={line} day={day} />
      </td>
    </tr>
  )
}

function endsSoon(end: string | null, day: string): boolean {
  return end !== null && end >= day && daysBetween(day, end) <= soonDays
}

function LineStatus({ line, day }: { line: LineRowFragment; day: string }) {
  const { texts } = useLanguage()
  if (line.status === null) {
    return null
  }
  const [tone, icon, word]: [Tone, typeof CircleCheck, string] =
    line.excess?.amount !== undefined && line.excess?.amount !== null && Number(line.excess.amount) > 0
      ? ['wrong', CircleAlert, texts.line.overUsed]
      : line.status === 'ACTIVE' && endsSoon(line.endsOn, day)
        ? ['soon', Clock, texts.line.endsSoon]
        : line.status === 'ACTIVE'
          ? ['good', CircleCheck, texts.line.status.ACTIVE]
          : line.status === 'IN_GRACE'
            ? ['soon', Clock, texts.line.status.IN_GRACE]
            : ['plain', CircleDashed, texts.line.status[line.status]]
  return (
    <Status tone={tone} icon={icon}>
      {word}
    </Status>
  )
}

function Ends({ line, day }: { line: LineRowFragment; day: string }) {
  const { texts, format } = useLanguage()
  if (line.endsOn === null) {
    return (
      <>
        {texts.line.withoutEnd}
        <span className={styles.second}>{line.perpetual ? texts.line.perpetual : texts.line.openStart}</span>
      </>
    )
  }
  const begins = line.startsOn !== null && line.startsOn > day ? line.startsOn : null
  return (
    <span className={endsSoon(line.endsOn, day) ? styles.soon : undefined}>
      <time dateTime={line.endsOn} title={line.endsOn}>
        {format.day(line.endsOn)}
      </time>
      <span className={styles.second}>
        {begins === null ? format.away(day, line.endsOn) : texts.line.begins(format.away(day, begins))}
      </span>
    </span>
  )
}

function Coverage({ line, day }: { line: LineRowFragment; day: string }) {
  const { texts } = useLanguage()
  const end = line.coverageEndsOn
  if (line.coveragePerpetual) {
    return texts.line.withoutEnd
  }
  if (end === null) {
    return <span className={styles.muted}>{texts.line.notCovered}</span>
  }
  if (end < day) {
    return <span className={styles.wrong}>{texts.line.ended(end)}</span>
  }
  return endsSoon(end, day) ? <span className={styles.soon}>{texts.line.ends(end)}</span> : texts.line.until(end)
}

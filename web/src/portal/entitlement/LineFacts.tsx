import type { ReactNode } from 'react'
import { useDay } from '../day/day.tsx'
import { goesOn } from '../evergreen/term.ts'
import { Identifier } from '../kit/Identifier.tsx'
import { useLanguage } from '../language/language.tsx'
import { unitIn } from '../language/units.ts'
import { coverageOn } from './coverage.ts'
import styles from './Line.module.css'
import { type Detail, otherIdsOf } from './lineTimeline.ts'
import { endsSoon, isHeld, lineState, wholeOf } from './states.ts'
import { countOf } from './voided.ts'

/** The four facts of a line item: use, right, coverage, and the id by which people know it. */
export function LineFacts({ line }: { line: Detail }) {
  const { texts, format } = useLanguage()
  const { day } = useDay()
  const t = texts.lines.detail
  const term = line.periodInForce?.term
  const periods = countOf(line.periodCount)
  const soon = endsSoon(line.endsOn, day) && !goesOn(line)
  const others = otherIdsOf(line).length
  return (
    <dl className={styles.facts}>
      <Fact name={t.use} second={<UseNote line={line} />}>
        <Use line={line} />
      </Fact>
      <Fact
        name={t.right}
        second={[...(term ? [t.term[term]] : []), ...(periods > 1 ? [t.periods(periods)] : [])].join(', ')}
      >
        <span className={soon ? styles.soon : undefined}>{t.between(line.startsOn, line.endsOn, line.perpetual)}</span>
      </Fact>
      <Fact name={t.coverage} second={<CoverageNote line={line} />}>
        <Coverage line={line} />
      </Fact>
      <Fact
        name={t.activationId}
        second={others > 0 ? t.otherIds(format.count(others), others) : line.entitlement.number}
      >
        <Identifier value={line.activationId} />
      </Fact>
    </dl>
  )
}

function Fact({ name, children, second }: { name: string; children: ReactNode; second: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={styles.value}>{children}</dd>
      <dd className={styles.second}>{second}</dd>
    </div>
  )
}

function Use({ line }: { line: Detail }) {
  const { texts, format } = useLanguage()
  const whole = wholeOf(line)
  if (line.used === null || whole === null) {
    return texts.lines.amountUnknown
  }
  const used = format.decimal(line.used.amount ?? '0')
  const inUse = whole.unlimited || whole.amount === null ? used : texts.line.of(used, format.decimal(whole.amount))
  // A symbol of several words is in English, such as "k calls"; the sentence above has the name of the unit.
  const symbol = line.unit.symbol?.includes(' ') ? null : line.unit.symbol
  return [inUse, symbol].filter(Boolean).join(' ') + (whole.unlimited ? `, ${texts.line.unlimited}` : '')
}

function UseNote({ line }: { line: Detail }) {
  const { texts, format } = useLanguage()
  const { day } = useDay()
  const t = texts.lines.detail
  const state = lineState(line, day)
  if (state === 'STILL_IN_USE') {
    return <span className={styles.wrong}>{t.usedAfterEnd}</span>
  }
  if (state === 'OVER_USED') {
    return <span className={styles.wrong}>{t.excess(format.decimal(line.excess?.amount ?? '0'))}</span>
  }
  if (isHeld(line.status) && line.free?.amount) {
    return t.free(format.decimal(line.free.amount))
  }
  return unitIn(texts, line.unit).plural
}

function Coverage({ line }: { line: Detail }) {
  const { texts } = useLanguage()
  const { day } = useDay()
  const last = line.coverageEndsOn
  if (line.coveragePerpetual && line.isCovered !== false) {
    return texts.line.withoutEnd
  }
  if (line.isCovered === false || last === null) {
    return last === null || last >= day ? (
      texts.line.notCovered
    ) : (
      <span className={styles.wrong}>{texts.line.ended(last)}</span>
    )
  }
  const end = coverageOn(line, day, line.coverageInForce?.coverage.kind).now?.to ?? last
  return <span className={endsSoon(end, day) ? styles.soon : undefined}>{texts.line.until(end)}</span>
}

function CoverageNote({ line }: { line: Detail }) {
  const { texts } = useLanguage()
  const { day } = useDay()
  const inForce = line.coverageInForce
  const { later, again } = coverageOn(line, day, inForce?.coverage.kind)
  const next = later && texts.lines.later(later.from, later.to, again)
  if (inForce === null) {
    return next ?? (line.coverageEndsOn === null ? null : texts.lines.detail.notCoveredNow)
  }
  return [texts.lines.coverage[inForce.coverage.kind], inForce.level?.name, next].filter(Boolean).join(', ')
}

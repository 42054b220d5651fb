import { useLanguage } from '../language/language.tsx'
import styles from './Line.module.css'
import type { Detail } from './lineTimeline.ts'

/** What the unit of a line item counts, who holds it, and how use in a period becomes one number. */
export function Counted({ unit }: { unit: Detail['unit'] }) {
  const { texts } = useLanguage()
  const t = texts.lines.counted
  const kind = t.kind[unit.kind]
  const said = [t.pool[unit.pool], t.aggregation[unit.aggregation]].filter((text) => text !== '')
  return (
    <section className={styles.section}>
      <h2>{t.title}</h2>
      <p className={styles.prose}>
        <strong>{t.unit(unit.plural)}</strong> {unit.rule}
      </p>
      <p className={styles.note}>{[kind, ...said].filter((text) => text !== '').join(' ')}</p>
    </section>
  )
}

import { useLanguage } from '../language/language.tsx'
import { unitIn } from '../language/units.ts'
import styles from './Line.module.css'
import { amountInWords, type Detail } from './lineTimeline.ts'

/** What the amount of a line item means: what its unit counts, who holds it, and how use becomes one number. */
export function Counted({ line: { unit, quantity } }: { line: Detail }) {
  const { texts, format } = useLanguage()
  const t = texts.lines.counted
  const said = [t.kind[unit.kind], t.pool[unit.pool], t.aggregation[unit.aggregation]].filter((text) => text !== '')
  const { plural, rule } = unitIn(texts, unit)
  return (
    <section className={styles.section}>
      <h2>{t.title}</h2>
      <p className={styles.prose}>
        <strong>{t.means(quantity === null ? plural : amountInWords(quantity, unit, texts, format))}</strong> {rule}
      </p>
      <p className={styles.note}>{said.join(' ')}</p>
    </section>
  )
}

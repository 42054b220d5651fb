import { later } from '../../portal/kit/later.tsx'
import { Notice } from '../../portal/kit/Notice.tsx'
import { useLanguage } from '../../portal/language/language.tsx'
import { useTexts } from '../../portal/language/screenTexts.ts'
import styles from './Operation.module.css'
import { byHour, figures, type Sample, valueOf } from './samples.ts'
import { type Figure, texts as table } from './texts.ts'

/** The library that draws is a file of its own, which only this screen loads. */
const Chart = later(async () => (await import('./Chart.tsx')).Chart)

/** The figures of the server over time: a picture of each, and a table for who cannot see it. */
export function Series({ samples }: { samples: readonly Sample[] }) {
  const t = useTexts(table).server
  return (
    <section className={styles.section} aria-labelledby="over">
      <h2 id="over">{t.over}</h2>
      <p className={styles.note}>{t.overWhy}</p>
      {samples.length === 0 ? (
        <Notice title={t.noSamples} />
      ) : (
        <div className={styles.series}>
          {figures.map((figure) => (
            <One key={figure} figure={figure} samples={samples} />
          ))}
        </div>
      )}
    </section>
  )
}

function One({ figure, samples }: { figure: Figure; samples: readonly Sample[] }) {
  const { format } = useLanguage()
  const t = useTexts(table).server
  const number = new Intl.NumberFormat(format.locale, { maximumFractionDigits: 1 })
  const values = samples.map((sample) => valueOf(figure, sample))
  const most = Math.max(0, ...values.filter((value) => value !== null))
  const [first, last] = [samples[0], samples.at(-1)]
  return (
    <figure className={styles.figure}>
      <figcaption>
        <strong>{t.figure[figure]}</strong> <span className={styles.quiet}>{t.unit[figure]}</span>
      </figcaption>
      <Chart
        meanwhile={<div className={styles.chart} />}
        label={t.chart(
          t.figure[figure],
          first ? format.time(first.at) : '',
          last ? format.time(last.at) : '',
          `${number.format(most)} ${t.unit[figure]}`,
        )}
        times={samples.map(({ at }) => Date.parse(at) / 1000)}
        values={values}
        locale={format.locale}
        counts={figure !== 'p95' && figure !== 'database'}
      />
      <details className={styles.asTable}>
        <summary>{t.table}</summary>
        <table className={styles.hours} aria-label={t.figure[figure]}>
          <thead>
            <tr>
              <th scope="col">{t.hour}</th>
              <th scope="col" className={styles.number}>
                {t.average}
              </th>
              <th scope="col" className={styles.number}>
                {t.most}
              </th>
            </tr>
          </thead>
          <tbody>
            {byHour(figure, samples).map((hour) => (
              <tr key={hour.at}>
                <th scope="row">{format.moment(hour.at)}</th>
                <td className={styles.number}>{hour.average === null ? '–' : number.format(hour.average)}</td>
                <td className={styles.number}>{hour.most === null ? '–' : number.format(hour.most)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}

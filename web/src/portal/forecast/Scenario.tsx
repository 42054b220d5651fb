import { X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../kit/Button.tsx'
import { Field } from '../kit/Field.tsx'
import { useTexts } from '../language/screenTexts.ts'
import styles from './Forecast.module.css'
import { useAssume } from './Forecast.tsx'
import { fewerOf, listed, scenarioOf, written } from './scenario.ts'
import { type ForecastSearch, forecastSearch } from './search.ts'
import { useLineNames } from './useLineNames.ts'
import { texts as table } from './texts.ts'

/** The last days of the months, and what else people align contracts to, are those of a year. */
const ends = ['12-31', '03-31', '06-30', '09-30']

/** What the budget assumes, and how that is changed. */
export function Scenario({ search }: { search: ForecastSearch }) {
  const t = useTexts(table)
  const assume = useAssume()
  const dropped = listed(search.drop)
  const fewer = fewerOf(search.fewer)
  const names = useLineNames([...dropped, ...fewer.keys()])
  return (
    <section className={styles.scenario} aria-labelledby="what-if">
      <h2 id="what-if">{t.whatIf}</h2>
      <p className={styles.second}>{t.whatIfHint}</p>
      <div className={styles.controls}>
        <Uplift key={search.uplift ?? ''} uplift={search.uplift ?? ''} />
        <Align align={search.align ?? ''} />
      </div>
      <Assumed
        name={t.dropped}
        lines={dropped.map((id) => ({ id, text: names(id) }))}
        remove={(id) => assume({ drop: written(dropped.filter((one) => one !== id)) })}
      />
      <Assumed
        name={t.fewer}
        lines={[...fewer].map(([id, quantity]) => ({ id, text: `${names(id)}: ${quantity}` }))}
        remove={(id) =>
          assume({
            fewer: written([...fewer].flatMap(([one, quantity]) => (one === id ? [] : [`${one}:${quantity}`]))),
          })
        }
      />
      {scenarioOf(search) !== null && (
        <Button onClick={() => assume({ uplift: undefined, align: undefined, drop: undefined, fewer: undefined })}>
          {t.reset}
        </Button>
      )}
    </section>
  )
}

function Uplift({ uplift }: { uplift: string }) {
  const t = useTexts(table)
  const assume = useAssume()
  const [entered, enter] = useState(uplift)
  const text = entered.trim().replace(',', '.')
  const wrong = text !== '' && forecastSearch({ uplift: text }).uplift === undefined
  return (
    <Field label={t.uplift} errors={wrong ? [t.wrong] : []}>
      {(control) => (
        <input
          {...control}
          inputMode="decimal"
          value={entered}
          onChange={(event) => enter(event.currentTarget.value)}
          onBlur={() => !wrong && text !== uplift && assume({ uplift: text === '' ? undefined : text })}
          onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
        />
      )}
    </Field>
  )
}

function Align({ align }: { align: string }) {
  const t = useTexts(table)
  const assume = useAssume()
  const choices = align === '' || ends.includes(align) ? ends : [align, ...ends]
  return (
    <Field label={t.align} hint={t.alignHint}>
      {(control) => (
        <select
          {...control}
          value={align}
          onChange={(event) =>
            assume({ align: event.currentTarget.value === '' ? undefined : event.currentTarget.value })
          }
        >
          <option value="">{t.asTheyAre}</option>
          {choices.map((one) => (
            <option key={one} value={one}>
              {one.split('-').toReversed().join('.')}.
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** Line items about which something is assumed, each with a button that takes that back. */
function Assumed({
  name,
  lines,
  remove,
}: {
  name: string
  lines: readonly { id: string; text: string }[]
  remove: (id: string) => void
}) {
  const t = useTexts(table)
  if (lines.length === 0) {
    return null
  }
  return (
    <>
      <h3 className={styles.assumed}>{name}</h3>
      <ul className={styles.lines}>
        {lines.map(({ id, text }) => (
          <li key={id}>
            {text}
            <button type="button" aria-label={t.again(text)} title={t.again(text)} onClick={() => remove(id)}>
              <X size={13} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

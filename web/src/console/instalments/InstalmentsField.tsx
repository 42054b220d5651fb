import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../portal/kit/Button.tsx'
import { useFieldErrors } from '../../portal/kit/ChangeOutlook.tsx'
import { Errors, Field } from '../../portal/kit/Field.tsx'
import { useLanguage } from '../../portal/language/language.tsx'
import { moneyIn } from '../../portal/language/money.ts'
import { useTexts } from '../../portal/language/screenTexts.ts'
import type { EnteredPrice } from '../price/minor.ts'
import { Tick } from '../shell/Tick.tsx'
import styles from './Instalments.module.css'
import {
  type EnteredInstalment,
  intervals,
  mostInstalments,
  type Plan,
  planOf,
  rowsOf,
  split,
  sumOf,
  written,
} from './instalments.ts'
import { texts as table } from './texts.ts'

/**
 * How a price is paid: at once, or in instalments, into which it is split and which can then be changed.
 *
 * @param name the field of the input whose refusals stand here
 * @param value the instalments as one text
 * @param from the day on which the first one is due, unless another one is given
 */
export function InstalmentsField({
  name,
  value,
  price: entered,
  from,
  change,
}: {
  name: string
  value: string
  price: EnteredPrice
  from: string
  change: (value: string) => void
}) {
  const t = useTexts(table)
  const errors = useFieldErrors(name)
  const rows = rowsOf(value)
  const price = { amount: entered.amount, currency: entered.currency.trim().toUpperCase() }
  const [plan, setPlan] = useState<Plan>(() => planOf(rows, from))
  return (
    <fieldset className={styles.instalments}>
      <Tick
        label={t.pay}
        checked={rows.length > 0}
        change={(checked) => {
          const now = { ...plan, from: from === '' ? plan.from : from }
          setPlan(now)
          change(checked ? written(split(now, price)) : '')
        }}
      />
      {rows.length > 0 && (
        <>
          <PlanFields
            plan={plan}
            enter={(now) => {
              setPlan(now)
              change(written(split(now, price)))
            }}
          />
          <Rows rows={rows} change={(now) => change(written(now.map(({ dueOn, amount }) => ({ dueOn, amount }))))} />
          <Sum rows={rows} price={price} again={() => change(written(split(plan, price)))} />
        </>
      )}
      <Errors errors={errors} />
    </fieldset>
  )
}

/** How many instalments there are, how often one is due, and from when on. Another plan splits the price anew. */
function PlanFields({ plan, enter }: { plan: Plan; enter: (plan: Plan) => void }) {
  const t = useTexts(table)
  return (
    <div className={styles.plan}>
      <Field label={t.count}>
        {(control) => (
          <input
            {...control}
            inputMode="numeric"
            maxLength={3}
            autoComplete="off"
            value={plan.count}
            onChange={(event) => enter({ ...plan, count: event.currentTarget.value.replaceAll(/\D/gu, '') })}
          />
        )}
      </Field>
      <Field label={t.interval}>
        {(control) => (
          <select
            {...control}
            value={plan.interval}
            onChange={(event) => {
              const chosen = intervals.find((one) => one === event.currentTarget.value)
              enter({ ...plan, interval: chosen ?? plan.interval })
            }}
          >
            {intervals.map((one) => (
              <option key={one} value={one}>
                {t.intervals[one]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t.from}>
        {(control) => (
          <input
            {...control}
            type="date"
            value={plan.from}
            onChange={(event) => enter({ ...plan, from: event.currentTarget.value })}
          />
        )}
      </Field>
    </div>
  )
}

function Rows({ rows, change }: { rows: readonly EnteredInstalment[]; change: (rows: EnteredInstalment[]) => void }) {
  const t = useTexts(table)
  const set = (place: number, part: Partial<EnteredInstalment>) =>
    change(rows.map((row, at) => (at === place ? { ...row, ...part } : row)))
  return (
    <>
      <ol className={styles.rows}>
        {rows.map(({ dueOn, amount }, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- an instalment is what stands in its place
          <li key={place}>
            <div className={styles.row}>
              <input
                type="date"
                aria-label={t.dueOn(place + 1)}
                value={dueOn}
                onChange={(event) => set(place, { dueOn: event.currentTarget.value })}
              />
              <span>
                <input
                  inputMode="decimal"
                  maxLength={18}
                  autoComplete="off"
                  aria-label={t.amount(place + 1)}
                  value={amount}
                  onChange={(event) =>
                    set(place, { amount: event.currentTarget.value.replaceAll(',', '.').replaceAll(/[^\d.]/gu, '') })
                  }
                />
                {rows.length > 1 && (
                  <Button
                    aria-label={t.remove(place + 1)}
                    title={t.remove(place + 1)}
                    onClick={() => change(rows.filter((_, at) => at !== place))}
                  >
                    <X size={14} aria-hidden="true" />
                  </Button>
                )}
              </span>
            </div>
          </li>
        ))}
      </ol>
      {rows.length < mostInstalments && (
        <Button onClick={() => change([...rows, { dueOn: '', amount: '' }])}>
          <Plus size={14} aria-hidden="true" />
          {t.add}
        </Button>
      )}
    </>
  )
}

/** What the instalments add up to. If that is not the price, it can be split again. */
function Sum({ rows, price, again }: { rows: readonly EnteredInstalment[]; price: EnteredPrice; again: () => void }) {
  const t = useTexts(table)
  const { format } = useLanguage()
  const sum = sumOf(rows, price)
  return (
    <p className={styles.sum}>
      <output className={sum?.isPrice === false ? styles.wrong : undefined}>
        {sum === null ? t.missing : t.sum(moneyIn({ ...sum, currency: price.currency }, format), sum.isPrice)}
      </output>
      {sum?.isPrice !== true && <Button onClick={again}>{t.again}</Button>}
      {sum?.isPrice === true && rows.some(({ share = '' }) => share !== '') && t.follows}
    </p>
  )
}

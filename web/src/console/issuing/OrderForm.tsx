import { Plus, X } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import type { IssueState, Language } from '../../portal/contract/types.ts'
import { today } from '../../portal/day/today.ts'
import { Button } from '../../portal/kit/Button.tsx'
import {
  ChangeFields,
  ChangeOutlook,
  useFieldErrors,
  useProgress,
  useRefused,
} from '../../portal/kit/ChangeOutlook.tsx'
import { useDraft } from '../../portal/kit/draft.ts'
import { DraftNotice } from '../../portal/kit/DraftNotice.tsx'
import { Errors, Field } from '../../portal/kit/Field.tsx'
import { Segments } from '../../portal/kit/Segments.tsx'
import { useChange } from '../../portal/kit/useChange.ts'
import { useLanguage } from '../../portal/language/language.tsx'
import { moneyIn } from '../../portal/language/money.ts'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { unitIn } from '../../portal/language/units.ts'
import { Keys } from '../../portal/shell/Keys.tsx'
import { usePartWords } from '../catalog/partWords.ts'
import { validOn } from '../catalog/prices.ts'
import { InstalmentsField } from '../instalments/InstalmentsField.tsx'
import { ListPriceOffers } from '../price/ListPriceOffers.tsx'
import { useRightWords } from '../refusal/words.ts'
import { DayField, LongTextField, NumberField, SelectField } from '../shell/fields.tsx'
import { TextField } from '../shell/TextField.tsx'
import { useFinished } from '../shell/useFinished.ts'
import { CustomerLookup, PartLookup, PartnerLookup } from './lookups.ts'
import { Issued } from './Issued.tsx'
import styles from './Issuing.module.css'
import { IssueEntitlementDocument } from './issuing.ts'
import {
  emptyLine,
  afterEntering,
  type EnteredLine,
  type EnteredOrder,
  firstDay,
  listPricesOf,
  plannedBy,
  startsOnDay,
  toIssue,
} from './order.ts'
import { OrderOutlook } from './OrderOutlook.tsx'
import { texts as table } from './texts.ts'

const shownFields = [
  'account',
  'orderReference',
  'state',
  'shipToEmail',
  'language',
  'number',
  'description',
  'channelPartner',
  'lines',
]

const states = ['LIVE', 'DRAFT', 'TEST'] as const satisfies IssueState[]
const languages = ['EN', 'DE'] as const satisfies Language[]

type Enter = (change: Partial<EnteredOrder>) => void

/**
 * The form of an order, and beside it what it becomes. What was entered stays until it is issued.
 *
 * @param name tells this order from others
 * @param another begins another order
 */
export function OrderForm({ name, empty, another }: { name: string; empty: EnteredOrder; another: () => void }) {
  const t = useTexts(table)
  const draft = useDraft(`order ${name}`, empty)
  const order = draft.value
  const enter: Enter = (change) => draft.enter((now) => ({ ...now, ...change }))
  const state = useChange({
    title: t.issue.title,
    document: IssueEntitlementDocument,
    input: toIssue(order),
    fields: shownFields,
    customerReads: true,
    words: useRightWords(order.lines.flatMap(({ part }) => (part?.unit ? [part.unit] : []))),
    whenDone: useFinished(draft.sent),
  })
  const progress = useProgress(state)
  const form = useRef<HTMLFormElement>(null)
  if (state.done?.change) {
    return <Issued order={order} change={state.done.change} another={another} />
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of its fields, and none of its own
    <form
      ref={form}
      className={styles.order}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        state.run()
      }}
      onKeyDown={(event) => sendOnlyWithControl(event, form.current)}
    >
      <div className={styles.entered}>
        {draft.kept && <DraftNotice clear={draft.clear} />}
        <ChangeFields of={state}>
          <Head order={order} enter={enter} />
          <Lines lines={order.lines} change={(lines) => enter({ lines })} />
          <More order={order} enter={enter} />
        </ChangeFields>
      </div>
      <aside className={styles.outlook}>
        <ChangeOutlook
          of={state}
          about="other"
          renderEffects={(change) => <OrderOutlook planned={plannedBy(change.effects)} order={order} />}
        />
        <div className={styles.foot}>
          <output className={styles.muted}>{progress}</output>
          <Button main type="submit" disabled={!state.mayRun}>
            {t.issue.action[order.state]}
            <span className={styles.keys} aria-hidden="true">
              <Keys keys={t.issue.keys} />
            </span>
          </Button>
        </div>
      </aside>
    </form>
  )
}

/** Enter in a field goes nowhere, because it would issue what is half entered; with Control it issues. */
function sendOnlyWithControl(event: KeyboardEvent, form: HTMLFormElement | null) {
  if (event.key !== 'Enter') {
    return
  }
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault()
    form?.requestSubmit()
  } else if (event.target instanceof HTMLInputElement && !event.defaultPrevented) {
    event.preventDefault()
  }
}

function Head({ order, enter }: { order: EnteredOrder; enter: Enter }) {
  const t = useTexts(table).issue
  return (
    <>
      <Field label={t.fields.account} errors={useFieldErrors('account')}>
        {(control) => (
          <CustomerLookup
            {...control}
            name={order.account?.name ?? ''}
            choose={(account) => enter({ account })}
            begun={order.account === null}
          />
        )}
      </Field>
      <div className={styles.pair}>
        <TextField
          name="orderReference"
          label={t.fields.orderReference}
          value={order.orderReference}
          most={100}
          change={(orderReference) => enter({ orderReference })}
        />
        <div>
          <p className={styles.label}>{t.fields.state}</p>
          <Segments
            label={t.fields.state}
            choices={states.map((value) => ({ value, name: t.states[value] }))}
            value={order.state}
            choose={(state) => enter({ state })}
          />
          <p className={styles.muted}>{t.statesMean[order.state]}</p>
        </div>
      </div>
      <div className={styles.pair}>
        <TextField
          name="shipToEmail"
          type="email"
          label={t.fields.shipToEmail}
          hint={t.hints.shipToEmail}
          value={order.shipToEmail}
          most={320}
          change={(shipToEmail) => enter({ shipToEmail })}
        />
        {order.shipToEmail.trim() !== '' && (
          <SelectField
            name="language"
            label={t.fields.language}
            value={order.language}
            choices={languages.map((value) => ({ value, name: t.languages[value] }))}
            change={(value) => enter({ language: languages.find((one) => one === value) ?? 'EN' })}
          />
        )}
      </div>
    </>
  )
}

/** What few orders need. It is open if something in it was refused. */
function More({ order, enter }: { order: EnteredOrder; enter: Enter }) {
  const t = useTexts(table).issue
  const refused = useRefused().some(({ field }) => /^input\.(?:number|description|channelPartner)/u.test(field ?? ''))
  return (
    <details className={styles.more} {...(refused && { open: true })}>
      <summary>{t.more}</summary>
      <TextField
        name="number"
        label={t.fields.number}
        hint={t.hints.number}
        value={order.number}
        most={100}
        change={(number) => enter({ number })}
      />
      <Field label={t.fields.partner} errors={useFieldErrors('channelPartner')}>
        {(control) => (
          <PartnerLookup {...control} name={order.partner?.name ?? ''} choose={(partner) => enter({ partner })} />
        )}
      </Field>
      <LongTextField
        name="description"
        label={t.fields.description}
        value={order.description}
        most={2000}
        change={(description) => enter({ description })}
      />
    </details>
  )
}

/** What was ordered, line by line. */
function Lines({ lines, change }: { lines: readonly EnteredLine[]; change: (lines: readonly EnteredLine[]) => void }) {
  const t = useTexts(table).issue
  const [added, setAdded] = useState(-1)
  function add() {
    const key = Math.max(-1, ...lines.map((line) => line.key)) + 1
    setAdded(key)
    const last = lines.at(-1)
    change([...lines, emptyLine(key, last?.startsOn ?? today(), last?.currency)])
  }
  return (
    <section className={styles.lines} aria-labelledby="ordered">
      <h2 id="ordered">{t.lines}</h2>
      <Errors errors={useFieldErrorsOf('input.lines')} />
      {lines.map((line, place) => (
        <Line
          key={line.key}
          line={line}
          place={place}
          begun={line.key === added}
          enter={(part) => change(lines.map((one) => (one.key === line.key ? afterEntering(one, part, today()) : one)))}
          remove={lines.length > 1 ? () => change(lines.filter((one) => one.key !== line.key)) : undefined}
        />
      ))}
      <Button onClick={add}>
        <Plus size={14} aria-hidden="true" />
        {t.addLine}
      </Button>
    </section>
  )
}

/** What is wrong with exactly this part of the input, and not with a part of it. */
function useFieldErrorsOf(path: string): string[] {
  const words = useRightWords()
  return useRefused()
    .filter(({ field }) => field === path)
    .map((error) => words.refusal?.(error) ?? error.message)
}

function Line({
  line,
  place,
  begun,
  enter,
  remove,
}: {
  line: EnteredLine
  place: number
  begun: boolean
  enter: (part: Partial<EnteredLine>) => void
  remove: (() => void) | undefined
}) {
  const t = useTexts(table).issue
  const at = `lines.${place}`
  const wrong = useFieldErrorsOf(`input.${at}`)
  return (
    <fieldset className={styles.line}>
      <legend>{t.line(place + 1)}</legend>
      {remove && (
        <span className={styles.remove}>
          <Button aria-label={t.removeLine(place + 1)} title={t.removeLine(place + 1)} onClick={remove}>
            <X size={14} aria-hidden="true" />
          </Button>
        </span>
      )}
      <Errors errors={wrong} />
      <div className={styles.wide}>
        <Field label={t.fields.part} hint={t.hints.part} errors={useFieldErrors(`${at}.partNumber`)}>
          {(control) => (
            <PartLookup
              {...control}
              name={line.part?.code ?? ''}
              begun={begun}
              choose={(found) =>
                enter({
                  part: found?.part ?? null,
                  ...(found && line.amount === '' && { currency: currencyOf(found.part, line) }),
                })
              }
            />
          )}
        </Field>
        <PartNote line={line} />
      </div>
      <NumberField
        name={`${at}.pieces`}
        label={t.fields.pieces}
        value={line.pieces}
        change={(pieces) => enter({ pieces })}
      />
      {startsOnDay(line.part) ? (
        <DayField
          name={`${at}.startsOn`}
          label={t.fields.startsOn}
          value={line.startsOn}
          change={(startsOn) => enter({ startsOn })}
        />
      ) : (
        <DayField
          name={`${at}.startsLatestOn`}
          label={t.fields.startsLatestOn}
          hint={t.hints.startsLatestOn}
          value={line.startsLatestOn}
          change={(startsLatestOn) => enter({ startsLatestOn })}
        />
      )}
      <TextField
        name={`${at}.orderLine`}
        label={t.fields.orderLine}
        value={line.orderLine}
        most={100}
        change={(orderLine) => enter({ orderLine })}
      />
      <NumberField
        name={`${at}.price`}
        label={t.fields.amount}
        parts
        value={line.amount}
        change={(amount) => enter({ amount })}
      />
      <TextField
        name=""
        label={t.fields.currency}
        value={line.currency}
        most={3}
        change={(currency) => enter({ currency: currency.toUpperCase() })}
      />
      <div className={styles.offers}>
        <ListPriceOffers
          offers={listPricesOf(line, today())}
          entered={line}
          take={(price) => enter({ ...price, isListPrice: true })}
        />
      </div>
      <div className={styles.whole}>
        <InstalmentsField
          name={`${at}.instalments`}
          value={line.instalments}
          price={line}
          from={line.startsOn}
          change={(instalments) => enter({ instalments })}
        />
      </div>
      <div className={styles.wide}>
        <TextField
          name={`${at}.activationId`}
          label={t.fields.activationId}
          hint={t.hints.activationId}
          value={line.activationId}
          most={100}
          change={(activationId) => enter({ activationId })}
        />
      </div>
    </fieldset>
  )
}

/** The currency of the price that is valid on the first day, if there is one alone; else the one that is entered. */
function currencyOf(part: NonNullable<EnteredLine['part']>, line: EnteredLine): string {
  const prices = validOn(part.listPrices, firstDay({ ...line, part }, today())).map(({ price }) => price.currency)
  return prices.length === 1 ? (prices[0] ?? '') : line.currency
}

/** What a part number stands for, and what it costs. */
function PartNote({ line }: { line: EnteredLine }): ReactNode {
  const { part } = line
  const { texts, format } = useLanguage()
  const t = useTexts(table).issue
  const { term: termOf } = usePartWords()
  if (part === null) {
    return null
  }
  const term = termOf(part)
  const prices = validOn(part.listPrices, firstDay(line, today())).map(({ price }) => moneyIn(price, format))
  const notes = [
    ...(part.description === null ? [] : [part.description]),
    ...(term === null ? [] : [term]),
    ...(part.unit && part.packSize !== null
      ? [
          t.pieces(
            `${format.count(part.packSize)} ${part.packSize === 1 ? unitIn(texts, part.unit).singular : unitIn(texts, part.unit).plural}`,
          ),
        ]
      : []),
    ...prices.map((price) => t.listPrice(price)),
  ]
  return <p className={styles.note}>{notes.join(' · ')}</p>
}

import type { AmendmentEnd } from '../../portal/contract/types.ts'
import { today } from '../../portal/day/today.ts'
import type { DialogOfChange } from '../../portal/kit/ChangeDialog.tsx'
import { isDay } from '../../portal/language/format.ts'
import type { Unit } from '../../portal/language/units.ts'
import type { EnteredPrice } from '../price/minor.ts'
import { toInstalments, written } from '../instalments/instalments.ts'
import { amountOf, changedOf, dayOf, decimalOf, paidIn, priceOf, textOf } from './inputs.ts'
import { type FieldOf, RightChange, useRightTexts } from './RightChange.tsx'
import { AmendLineItemDocument, CorrectPeriodDocument, type RightPeriodFragment, VoidPeriodDocument } from './rights.ts'

/** The unit in which a right is counted. */
type Counted = { unit: Unit & { code: string } }

type OfLine = DialogOfChange & {
  line: Counted & { id: string; activationId: string; periods: { nodes: readonly { id: string }[] } | null }
}

/** A period, and the number by which the page calls it. */
type OfPeriod = DialogOfChange & Counted & { period: RightPeriodFragment; name: string }

/** The number by which the page calls a period. */
function placeAmong(periods: readonly { id: string }[], id: string): number | undefined {
  const place = periods.findIndex((period) => period.id === id)
  return place < 0 ? undefined : place + 1
}

const ends = ['RETURN', 'END'] as const satisfies AmendmentEnd[]

/**
 * The fields of an order and a price.
 *
 * @param recorded the price that stays if none is entered
 * @param priceHint what the price is for
 */
function useOrderFields<Name extends 'orderNumber' | 'orderLine' | 'amount' | 'currency' | 'instalments' | 'startsOn'>(
  recorded: EnteredPrice = { amount: '', currency: '' },
  priceHint?: string,
): FieldOf<Name>[] {
  const { fields } = useRightTexts()
  return [
    { kind: 'text', name: 'orderNumber' as Name, label: fields.orderNumber },
    { kind: 'text', name: 'orderLine' as Name, label: fields.orderLine },
    {
      kind: 'amount',
      name: 'amount' as Name,
      label: fields.amount,
      at: 'price',
      ...(priceHint !== undefined && { hint: priceHint }),
    },
    {
      kind: 'text',
      name: 'currency' as Name,
      label: fields.currency,
      at: 'price.currency',
      most: 3,
      when: (entered) => entered['amount' as Name] !== '',
    },
    {
      kind: 'instalments',
      name: 'instalments' as Name,
      price: (entered) =>
        entered['amount' as Name].trim() === ''
          ? recorded
          : { amount: entered['amount' as Name], currency: entered['currency' as Name].trim().toUpperCase() },
      from: (entered) => entered['startsOn' as Name],
    },
  ]
}

/** Grants another total of a right from a day on. */
export function AmendDialog({ line, close }: OfLine) {
  const t = useRightTexts()
  const order = useOrderFields(undefined, t.hints.priceOfDifference)
  return (
    <RightChange
      of={t.actions.amend}
      name={line.activationId}
      about={line.id}
      unit={line.unit}
      page={{ placeOf: (id) => placeAmong(line.periods?.nodes ?? [], id) }}
      document={AmendLineItemDocument}
      empty={{
        startsOn: today(),
        unlimited: '',
        quantity: '',
        overdraft: '',
        endsOn: '',
        after: '',
        orderNumber: '',
        orderLine: '',
        amount: '',
        currency: 'EUR',
        instalments: '',
      }}
      fields={[
        { kind: 'day', name: 'startsOn', label: t.fields.startsOn },
        { kind: 'amount', name: 'quantity', label: t.fields.total, when: ({ unlimited }) => unlimited === '' },
        { kind: 'tick', name: 'unlimited', label: t.fields.unlimited },
        { kind: 'amount', name: 'overdraft', label: t.fields.overdraft, hint: t.hints.overdraftStays },
        { kind: 'day', name: 'endsOn', label: t.fields.endsOn, hint: t.hints.endsOnAmended },
        {
          kind: 'choice',
          name: 'after',
          label: t.fields.after,
          choices: [{ value: '', name: t.choose }, ...ends.map((value) => ({ value, name: t.after[value] }))],
          when: ({ endsOn }) => isDay(endsOn),
        },
        ...order,
      ]}
      toInput={({ startsOn, unlimited, quantity, overdraft, endsOn, after, amount, currency, ...texts }) => {
        const end = isDay(endsOn) ? ends.find((one) => one === after) : undefined
        return !isDay(startsOn) ||
          (unlimited === '' && decimalOf(quantity) === null) ||
          toInstalments(texts.instalments) === null
          ? null
          : {
              lineItem: line.id,
              startsOn,
              ...(unlimited === '' ? amountOf('quantity', quantity) : { unlimited: true }),
              ...amountOf('overdraft', overdraft),
              ...dayOf('endsOn', endsOn),
              ...(end && { after: end }),
              ...textOf('orderNumber', texts.orderNumber),
              ...textOf('orderLine', texts.orderLine),
              ...priceOf(amount, currency),
              ...paidIn(texts.instalments),
            }
      }}
      close={close}
    />
  )
}

/** Corrects a period that was recorded wrongly. Only what was changed is sent. */
export function CorrectDialog({ period, name, unit, close }: OfPeriod) {
  const t = useRightTexts()
  const order = useOrderFields(period.price ?? undefined)
  const before = {
    unlimited: period.quantity?.unlimited ? 'yes' : '',
    quantity: period.quantity?.amount ?? '',
    overdraft: period.overdraft.amount ?? '',
    startsOn: period.startsOn ?? '',
    perpetual: period.perpetual ? 'yes' : '',
    endsOn: period.endsOn ?? '',
    orderNumber: period.orderReference?.number ?? '',
    orderLine: period.orderReference?.line ?? '',
    amount: period.price?.amount ?? '',
    currency: period.price?.currency ?? 'EUR',
    instalments: written(period.instalments.map(({ dueOn, price }) => ({ dueOn, amount: price.amount }))),
  }
  return (
    <RightChange
      of={t.actions.correct}
      name={name}
      about={period.id}
      unit={unit}
      document={CorrectPeriodDocument}
      needsReason
      empty={before}
      fields={[
        { kind: 'amount', name: 'quantity', label: t.fields.quantity, when: ({ unlimited }) => unlimited === '' },
        { kind: 'tick', name: 'unlimited', label: t.fields.unlimited },
        { kind: 'amount', name: 'overdraft', label: t.fields.overdraft },
        { kind: 'day', name: 'startsOn', label: t.fields.startsOn, hint: t.hints.unchanged },
        { kind: 'day', name: 'endsOn', label: t.fields.endsOn, when: ({ perpetual }) => perpetual === '' },
        { kind: 'tick', name: 'perpetual', label: t.fields.perpetual },
        ...order,
      ]}
      toInput={(now) => {
        const limit = now.unlimited !== before.unlimited
        const end = now.perpetual !== before.perpetual
        const instalments = toInstalments(now.instalments)
        const repriced = now.amount.trim() !== '' && (now.amount !== before.amount || now.currency !== before.currency)
        const meant = {
          ...(limit && { unlimited: now.unlimited !== '' }),
          ...(now.unlimited === '' &&
            (limit || now.quantity !== before.quantity) &&
            amountOf('quantity', now.quantity)),
          ...(now.overdraft !== before.overdraft && amountOf('overdraft', now.overdraft)),
          ...(now.startsOn !== before.startsOn && dayOf('startsOn', now.startsOn)),
          ...(end && { perpetual: now.perpetual !== '' }),
          ...(now.perpetual === '' && (end || now.endsOn !== before.endsOn) && dayOf('endsOn', now.endsOn)),
          ...changedOf(now, before, ['orderNumber', 'orderLine']),
          ...(repriced && priceOf(now.amount, now.currency)),
          // Another price needs its instalments, even if they are the same in another currency.
          ...((now.instalments !== before.instalments || (repriced && now.instalments !== '')) &&
            instalments !== null && { instalments }),
        }
        return Object.keys(meant).length === 0 || instalments === null ? null : { period: period.id, ...meant }
      }}
      close={close}
    />
  )
}

/** Voids a period that should never have been recorded. */
export function VoidDialog({ period, name, unit, close }: OfPeriod) {
  const t = useRightTexts()
  return (
    <RightChange
      of={t.actions.void}
      name={name}
      about={period.id}
      unit={unit}
      document={VoidPeriodDocument}
      needsReason
      empty={{}}
      fields={[]}
      toInput={() => ({ period: period.id })}
      close={close}
    />
  )
}

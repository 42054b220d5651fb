import { useQuery } from 'urql'
import type { CoverageKind, TermUnit } from '../../portal/contract/types.ts'
import { today } from '../../portal/day/today.ts'
import type { DialogOfChange } from '../../portal/kit/ChangeDialog.tsx'
import { isDay } from '../../portal/language/format.ts'
import type { Unit } from '../../portal/language/units.ts'
import { CatalogChoicesDocument } from '../catalog/catalog.ts'
import { type Option, useValueNames } from '../shell/fields.tsx'
import { amountOf, dayOf, priceOf } from './inputs.ts'
import { type FieldOf, RightChange, useRightTexts } from './RightChange.tsx'
import {
  AddCoverageDocument,
  CorrectCoverageDocument,
  CoveragesToLinkDocument,
  EndCoverageDocument,
  ExtendCoverageDocument,
  LinkCoverageDocument,
  type RightCoverageFragment,
  UnlinkCoverageDocument,
} from './rights.ts'
import { useCoverageName } from './words.ts'

/** What covers a right, and what the page calls it. */
type OfItem = DialogOfChange & { item: RightCoverageFragment; name: string; unit: CountedIn }

/** The unit in which the right is counted. */
type CountedIn = Unit & { code: string }

const units = ['DAYS', 'WEEKS', 'MONTHS', 'YEARS'] as const satisfies TermUnit[]
const kinds = ['MAINTENANCE', 'SUPPORT', 'SUBSCRIPTION'] as const satisfies CoverageKind[]

/** The levels that the catalog offers, and the one that is known already. */
function useLevels(known?: { id: string; name: string } | null): Option[] {
  const [{ data }] = useQuery({ query: CatalogChoicesDocument })
  const levels = (data?.coverageLevels?.nodes ?? []).map(({ id, name }) => ({ value: id, name }))
  return known && !levels.some(({ value }) => value === known.id)
    ? [{ value: known.id, name: known.name }, ...levels]
    : levels
}

/** The order and the price of a coverage before they are entered. */
const noOrder = { orderNumber: '', orderLine: '', amount: '', currency: 'EUR' }

/** The fields of an order. */
function orderFields<Name extends 'orderNumber' | 'orderLine'>({ fields }: Texts): FieldOf<Name>[] {
  return [
    { kind: 'text', name: 'orderNumber' as Name, label: fields.orderNumber, at: 'order' },
    {
      kind: 'text',
      name: 'orderLine' as Name,
      label: fields.orderLine,
      at: 'order.line',
      when: (entered) => entered['orderNumber' as Name] !== '',
    },
  ]
}

/**
 * The fields of what is paid.
 *
 * @param at where the price stands in the input
 */
function priceFields<Name extends 'amount' | 'currency'>({ fields }: Texts, at: string): FieldOf<Name>[] {
  return [
    { kind: 'amount', name: 'amount' as Name, label: fields.amount, at },
    {
      kind: 'text',
      name: 'currency' as Name,
      label: fields.currency,
      at: `${at}.currency`,
      most: 3,
      when: (entered) => entered['amount' as Name] !== '',
    },
  ]
}

type Texts = ReturnType<typeof useRightTexts>

/** A coverage that is bought for a right which has none of its kind. */
export function AddCoverageDialog({
  line,
  close,
}: DialogOfChange & { line: { id: string; activationId: string; unit: CountedIn } }) {
  const t = useRightTexts()
  const valueName = useValueNames()
  const levels = useLevels()
  return (
    <RightChange
      of={t.actions.add}
      name={line.activationId}
      about={line.id}
      unit={line.unit}
      document={AddCoverageDocument}
      empty={{
        kind: 'MAINTENANCE',
        startsOn: today(),
        endsOn: '',
        length: '1',
        lengthUnit: 'YEARS',
        level: '',
        quantity: '',
        ...noOrder,
        again: '',
      }}
      fields={[
        {
          kind: 'choice',
          name: 'kind',
          label: t.fields.kind,
          choices: kinds.map((value) => ({ value, name: valueName('CoverageKind', value) })),
        },
        { kind: 'day', name: 'startsOn', label: t.fields.startsOn },
        { kind: 'day', name: 'endsOn', label: t.fields.endsOn, hint: t.hints.endsOrLength },
        { kind: 'amount', name: 'length', label: t.fields.length, when: ({ endsOn }) => endsOn === '' },
        {
          kind: 'choice',
          name: 'lengthUnit',
          label: t.fields.lengthUnit,
          choices: units.map((value) => ({ value, name: t.units[value] })),
          when: ({ endsOn, length }) => endsOn === '' && length !== '',
        },
        {
          kind: 'choice',
          name: 'level',
          label: t.fields.level,
          choices: [{ value: '', name: t.withoutLevel }, ...levels],
        },
        { kind: 'amount', name: 'quantity', label: t.fields.part, hint: t.hints.partOfIt },
        ...orderFields(t),
        ...priceFields(t, 'price'),
        { kind: 'tick', name: 'again', label: t.fields.beside },
      ]}
      toInput={({
        kind,
        startsOn,
        endsOn,
        length,
        lengthUnit,
        level,
        quantity,
        orderNumber,
        orderLine,
        ...entered
      }) => ({
        lineItem: line.id,
        kind: kinds.find((one) => one === kind) ?? 'MAINTENANCE',
        ...dayOf('startsOn', startsOn),
        ...dayOf('endsOn', endsOn),
        ...(endsOn === '' && lengthOf(length, lengthUnit)),
        ...(level !== '' && { level }),
        ...amountOf('quantity', quantity),
        ...orderOf(orderNumber, orderLine),
        ...priceOf(entered.amount, entered.currency),
        ...(entered.again !== '' && { again: true }),
      })}
      close={close}
    />
  )
}

/** A length with its unit, if it is given. */
function lengthOf(length: string, unit: string) {
  return length === ''
    ? {}
    : { length: Math.trunc(Number(length)), lengthUnit: units.find((one) => one === unit) ?? ('YEARS' as const) }
}

/** Adds a successor of a coverage, with the same items. */
export function ExtendDialog({ item, name, unit, close }: OfItem) {
  const t = useRightTexts()
  const levels = useLevels()
  return (
    <RightChange
      of={t.actions.extend}
      name={name}
      about={item.coverage.id}
      unit={unit}
      document={ExtendCoverageDocument}
      empty={{
        startsOn: '',
        endsOn: '',
        length: '',
        lengthUnit: 'YEARS',
        level: '',
        ...noOrder,
        again: '',
      }}
      fields={[
        { kind: 'day', name: 'startsOn', label: t.fields.startsOn, hint: t.hints.startsAfter },
        { kind: 'day', name: 'endsOn', label: t.fields.endsOn, hint: t.hints.endsOrLength },
        { kind: 'amount', name: 'length', label: t.fields.length },
        {
          kind: 'choice',
          name: 'lengthUnit',
          label: t.fields.lengthUnit,
          choices: units.map((value) => ({ value, name: t.units[value] })),
          when: ({ length }) => length !== '',
        },
        { kind: 'choice', name: 'level', label: t.fields.level, choices: [{ value: '', name: t.asIs }, ...levels] },
        ...orderFields(t),
        ...priceFields(t, 'prices'),
        { kind: 'tick', name: 'again', label: t.fields.again },
      ]}
      toInput={({ startsOn, endsOn, length, lengthUnit, level, orderNumber, orderLine, amount, currency, again }) => {
        const { price } = priceOf(amount, currency)
        return {
          coverage: item.coverage.id,
          ...dayOf('startsOn', startsOn),
          ...dayOf('endsOn', endsOn),
          ...lengthOf(length, lengthUnit),
          ...(level !== '' && { level }),
          ...orderOf(orderNumber, orderLine),
          ...(price && { prices: [{ coverageItem: item.id, price }] }),
          ...(again !== '' && { again: true }),
        }
      }}
      close={close}
    />
  )
}

/** An order, if its number is given. */
function orderOf(number: string, line: string) {
  return number.trim() === ''
    ? {}
    : { order: { number: number.trim(), ...(line.trim() !== '' && { line: line.trim() }) } }
}

/** Lets a coverage that the customer has already cover a right, too. */
export function LinkCoverageDialog({
  line,
  linked,
  close,
}: DialogOfChange & {
  line: {
    id: string
    activationId: string
    account: { id: string }
    productLine: { id: string }
    unit: CountedIn
  }
  /** The coverages that cover the right already. */
  linked: readonly string[]
}) {
  const t = useRightTexts()
  const nameOf = useCoverageName()
  const levels = useLevels()
  const [{ data }] = useQuery({
    query: CoveragesToLinkDocument,
    variables: { filter: { account: line.account.id, productLine: line.productLine.id } },
  })
  const found = (data?.coverages?.nodes ?? []).filter(({ id }) => !linked.includes(id))
  return (
    <RightChange
      of={t.actions.link}
      name={line.activationId}
      about={line.id}
      unit={line.unit}
      document={LinkCoverageDocument}
      empty={{ coverage: '', from: today(), quantity: '', level: '' }}
      fields={[
        {
          kind: 'choice',
          name: 'coverage',
          label: t.fields.coverage,
          choices: [
            { value: '', name: data && found.length === 0 ? t.noCoverages : t.choose },
            ...found.map((coverage) => ({
              value: coverage.id,
              // Several may be of the same kind, level and days.
              name: [nameOf(coverage), coverage.entitlement?.number, coverage.activationId].filter(Boolean).join(' · '),
            })),
          ],
        },
        { kind: 'day', name: 'from', label: t.fields.from },
        { kind: 'amount', name: 'quantity', label: t.fields.part, hint: t.hints.partOfIt },
        { kind: 'choice', name: 'level', label: t.fields.level, choices: [{ value: '', name: t.asIs }, ...levels] },
      ]}
      toInput={({ coverage, from, quantity, level }) =>
        coverage === '' || !isDay(from)
          ? null
          : { coverage, lineItem: line.id, from, ...amountOf('quantity', quantity), ...(level !== '' && { level }) }
      }
      close={close}
    />
  )
}

/** Takes a right out of a coverage from a day on. */
export function UnlinkCoverageDialog({ item, name, unit, close }: OfItem) {
  const t = useRightTexts()
  return (
    <RightChange
      of={t.actions.unlink}
      name={name}
      about={item.id}
      unit={unit}
      document={UnlinkCoverageDocument}
      needsReason
      empty={{ from: '' }}
      fields={[{ kind: 'day', name: 'from', label: t.fields.from, hint: t.hints.fromOff }]}
      toInput={({ from }) => ({ coverageItem: item.id, ...dayOf('from', from) })}
      close={close}
    />
  )
}

/** Ends a coverage from a day on. */
export function EndDialog({ item, name, unit, close }: OfItem) {
  const t = useRightTexts()
  return (
    <RightChange
      of={t.actions.end}
      name={name}
      about={item.coverage.id}
      unit={unit}
      document={EndCoverageDocument}
      needsReason
      empty={{ from: '' }}
      fields={[{ kind: 'day', name: 'from', label: t.fields.from, hint: t.hints.fromOff }]}
      toInput={({ from }) => ({ coverage: item.coverage.id, ...dayOf('from', from) })}
      close={close}
    />
  )
}

/** What stands for no level, which the contract takes as a field of its own. */
const noLevel = 'none'

/** Corrects a coverage that was recorded wrongly. Only what was changed is sent. */
export function CorrectCoverageDialog({ item: { coverage }, name, unit, close }: OfItem) {
  const t = useRightTexts()
  const valueName = useValueNames()
  const levels = useLevels(coverage.level)
  const before = {
    startsOn: coverage.startsOn ?? '',
    perpetual: coverage.perpetual ? 'yes' : '',
    endsOn: coverage.endsOn ?? '',
    kind: coverage.kind as string,
    level: coverage.level?.id ?? noLevel,
    orderNumber: coverage.orderReference?.number ?? '',
    orderLine: coverage.orderReference?.line ?? '',
  }
  return (
    <RightChange
      of={t.actions.correctCoverage}
      name={name}
      about={coverage.id}
      unit={unit}
      document={CorrectCoverageDocument}
      empty={before}
      fields={[
        { kind: 'day', name: 'startsOn', label: t.fields.startsOn, hint: t.hints.unchanged },
        { kind: 'day', name: 'endsOn', label: t.fields.endsOn, when: ({ perpetual }) => perpetual === '' },
        { kind: 'tick', name: 'perpetual', label: t.fields.perpetual },
        {
          kind: 'choice',
          name: 'kind',
          label: t.fields.kind,
          choices: kinds.map((value) => ({ value, name: valueName('CoverageKind', value) })),
        },
        {
          kind: 'choice',
          name: 'level',
          label: t.fields.level,
          choices: [{ value: noLevel, name: t.withoutLevel }, ...levels],
        },
        ...orderFields(t),
      ]}
      toInput={(now) => {
        const end = now.perpetual !== before.perpetual
        const kind = kinds.find((one) => one === now.kind)
        const meant = {
          ...(now.startsOn !== before.startsOn && dayOf('startsOn', now.startsOn)),
          ...(end && { perpetual: now.perpetual !== '' }),
          ...(now.perpetual === '' && (end || now.endsOn !== before.endsOn) && dayOf('endsOn', now.endsOn)),
          ...(kind && now.kind !== before.kind && { kind }),
          ...(now.level !== before.level && (now.level === noLevel ? { withoutLevel: true } : { level: now.level })),
          ...((now.orderNumber !== before.orderNumber || now.orderLine !== before.orderLine) &&
            orderOf(now.orderNumber, now.orderLine)),
        }
        return Object.keys(meant).length === 0 ? null : { coverage: coverage.id, ...meant }
      }}
      close={close}
    />
  )
}

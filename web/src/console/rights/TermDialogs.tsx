import { useQuery } from 'urql'
import { today } from '../../portal/day/today.ts'
import type { DialogOfChange } from '../../portal/kit/ChangeDialog.tsx'
import { addDays, isDay } from '../../portal/language/format.ts'
import { again, type Offer, offersOf } from '../price/listPrice.ts'
import { ListPriceOffers } from '../price/ListPriceOffers.tsx'
import type { EnteredPrice } from '../price/minor.ts'
import type { Option } from '../shell/fields.tsx'
import { toInstalments } from '../instalments/instalments.ts'
import { amountOf, dayOf, decimalOf, paidIn, priceOf, textOf } from './inputs.ts'
import { type Entered, type FieldOf, type Part, RightChange, useRightTexts } from './RightChange.tsx'
import {
  ConvertTrialDocument,
  PartsOfProductDocument,
  type PartsOfProductQuery,
  RenewLineItemsDocument,
} from './rights.ts'
import { lastPeriod, type RightOf } from './words.ts'

type OfRight = DialogOfChange & { line: RightOf }

const empty = {
  partNumber: '',
  quantity: '',
  unlimited: '',
  startsOn: '',
  endsOn: '',
  amount: '',
  currency: 'EUR',
  /** 'yes' if the price was taken from the list, and follows it. */
  listed: '',
  instalments: '',
  orderNumber: '',
  orderLine: '',
  again: '',
}

type Name = keyof typeof empty

/** What a term is sold under, how much it grants, its days, and what was paid; what is empty follows from the last one. */
function termOf({ quantity, unlimited, startsOn, endsOn, amount, currency, ...entered }: Entered<Name>) {
  const { instalments, orderNumber, orderLine } = entered
  return {
    ...(unlimited === '' ? amountOf('quantity', quantity) : { unlimited: true }),
    ...dayOf('startsOn', startsOn),
    ...dayOf('endsOn', endsOn),
    ...priceOf(amount, currency),
    ...paidIn(instalments),
    ...textOf('orderNumber', orderNumber),
    ...textOf('orderLine', orderLine),
  }
}

type PartOf = NonNullable<PartsOfProductQuery['partNumbers']>['nodes'][number]

/** The part numbers of the product of a right that count the same, without trials. */
function usePartNumbers({ product, unit }: RightOf): PartOf[] {
  const [{ data }] = useQuery({ query: PartsOfProductDocument, variables: { product: product.id } })
  return (data?.partNumbers?.nodes ?? []).filter((part) => part.unit?.id === unit.id && part.term !== 'TRIAL')
}

function enteredPrice({ amount, currency }: Entered<Name>): EnteredPrice {
  return { amount, currency: currency.trim().toUpperCase() }
}

/**
 * What a term costs by the list prices that are valid on its first day. A term that is shorter or longer than that of the
 * part number has no list price.
 *
 * @param byDefault the part number that is meant if none is chosen
 */
function offersFor(
  line: RightOf,
  parts: readonly PartOf[],
  byDefault: string | undefined,
  entered: Entered<Name>,
): Offer[] {
  const last = lastPeriod(line)
  const part = parts.find(({ id }) => id === (entered.partNumber || byDefault))
  if (part === undefined || entered.unlimited !== '' || entered.endsOn !== '') {
    return []
  }
  const after = last?.endsOn ? addDays(last.endsOn, 1) : today()
  // A trial is paid from today on, unless it is over.
  const start = last?.term === 'TRIAL' && after > today() ? today() : after
  const quantity = decimalOf(entered.quantity) ?? (entered.quantity === '' ? (last?.quantity?.amount ?? '') : '')
  return offersOf(part.listPrices, quantity, isDay(entered.startsOn) ? entered.startsOn : start, entered)
}

/** A price that was taken from the list follows it, until another one is entered. */
function atListPrice(entered: Entered<Name>, part: Part, offers: readonly Offer[]): Entered<Name> {
  if ('listed' in part || entered.listed === '') {
    return entered
  }
  return 'amount' in part || 'currency' in part
    ? { ...entered, listed: '' }
    : { ...entered, ...again(offers, enteredPrice(entered)) }
}

/**
 * The fields of a term, and what follows when one of them is entered.
 *
 * @param at where the term stands in the input
 */
function useTermFields(
  line: RightOf,
  at: string,
  trial: boolean,
): { fields: FieldOf<Name>[]; follow: (entered: Entered<Name>, part: Part) => Entered<Name> } {
  const t = useRightTexts()
  const { fields, hints } = t
  const sold = lastPeriod(line)?.partNumber ?? null
  const parts = usePartNumbers(line)
  const meant = trial ? undefined : (sold?.successor ?? sold)?.id
  const choices: Option[] = parts
    .filter(({ id }) => id !== meant)
    .map(({ id, code, description }) => ({ value: id, name: [code, description].filter(Boolean).join(', ') }))
  const byDefault = trial ? t.choose : t.partByDefault(sold?.successor?.code ?? null, sold?.code ?? null)
  const offers = (entered: Entered<Name>) => offersFor(line, parts, meant, entered)
  const list: FieldOf<Name>[] = [
    {
      kind: 'choice',
      name: 'partNumber',
      label: fields.partNumber,
      at: `${at}partNumber`,
      choices: [{ value: '', name: byDefault }, ...choices],
    },
    {
      kind: 'amount',
      name: 'quantity',
      label: fields.renewed,
      hint: trial ? hints.asTrial : hints.asLastTerm,
      at: `${at}quantity`,
      when: ({ unlimited }) => unlimited === '',
    },
    { kind: 'tick', name: 'unlimited', label: fields.unlimited, at: `${at}unlimited` },
    {
      kind: 'day',
      name: 'startsOn',
      label: fields.startsOn,
      hint: trial ? hints.startsPaid : hints.startsAfterTerm,
      at: `${at}startsOn`,
    },
    { kind: 'day', name: 'endsOn', label: fields.endsOn, hint: hints.endsBySale, at: `${at}endsOn` },
    {
      kind: 'amount',
      name: 'amount',
      label: fields.amount,
      hint: hints.paidInAll,
      at: `${at}price`,
      below: (entered, enter) => (
        <ListPriceOffers
          offers={offers(entered)}
          entered={entered}
          take={(price) => enter({ ...price, listed: 'yes' })}
        />
      ),
    },
    {
      kind: 'text',
      name: 'currency',
      label: fields.currency,
      at: `${at}price.currency`,
      most: 3,
      when: ({ amount }) => amount !== '',
    },
    {
      kind: 'instalments',
      name: 'instalments',
      at: `${at}instalments`,
      price: enteredPrice,
      from: ({ startsOn }) => startsOn,
    },
    { kind: 'text', name: 'orderNumber', label: fields.orderNumber, at: `${at}orderNumber` },
    { kind: 'text', name: 'orderLine', label: fields.orderLine, at: `${at}orderLine` },
  ]
  return { fields: list, follow: (entered, part) => atListPrice(entered, part, offers(entered)) }
}

/** Adds a term to a right. Everything that is left empty is as it was, or as the part number is sold. */
export function RenewDialog({ line, close }: OfRight) {
  const t = useRightTexts()
  const { fields, follow } = useTermFields(line, 'lines.0.', false)
  return (
    <RightChange
      of={t.actions.renew}
      name={line.activationId}
      about={line.id}
      unit={line.unit}
      document={RenewLineItemsDocument}
      empty={empty}
      fields={[...fields, { kind: 'tick', name: 'again', label: t.fields.againTerm, at: 'lines.0.again' }]}
      follow={follow}
      toInput={(entered) =>
        toInstalments(entered.instalments) === null
          ? null
          : {
              lines: [
                {
                  lineItem: line.id,
                  ...textOf('partNumber', entered.partNumber),
                  ...termOf(entered),
                  ...(entered.again !== '' && { again: true }),
                },
              ],
            }
      }
      close={close}
    />
  )
}

/** Lets a trial become a paid right, which is sold under a part number that is chosen. */
export function ConvertDialog({ line, close }: OfRight) {
  const t = useRightTexts()
  return (
    <RightChange
      of={t.actions.convert}
      name={line.activationId}
      about={line.id}
      unit={line.unit}
      document={ConvertTrialDocument}
      empty={empty}
      {...useTermFields(line, '', true)}
      toInput={(entered) =>
        entered.partNumber === '' || toInstalments(entered.instalments) === null
          ? null
          : { lineItem: line.id, partNumber: entered.partNumber, ...termOf(entered) }
      }
      close={close}
    />
  )
}

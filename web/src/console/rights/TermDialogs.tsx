import { useQuery } from 'urql'
import type { DialogOfChange } from '../../portal/kit/ChangeDialog.tsx'
import type { Option } from '../shell/fields.tsx'
import { toInstalments } from '../instalments/instalments.ts'
import { amountOf, dayOf, paidIn, priceOf, textOf } from './inputs.ts'
import { type Entered, type FieldOf, RightChange, useRightTexts } from './RightChange.tsx'
import { ConvertTrialDocument, PartsOfProductDocument, RenewLineItemsDocument } from './rights.ts'
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

/** The part numbers of the product of a right that count the same, without trials and one that is offered already. */
function usePartNumbers({ product, unit }: RightOf, offered: string | undefined): Option[] {
  const [{ data }] = useQuery({ query: PartsOfProductDocument, variables: { product: product.id } })
  return (data?.partNumbers?.nodes ?? [])
    .filter((part) => part.unit?.id === unit.id && part.term !== 'TRIAL' && part.id !== offered)
    .map(({ id, code, description }) => ({ value: id, name: [code, description].filter(Boolean).join(', ') }))
}

/**
 * The fields of a term.
 *
 * @param at where the term stands in the input
 */
function useTermFields(line: RightOf, at: string, trial: boolean): FieldOf<Name>[] {
  const t = useRightTexts()
  const { fields, hints } = t
  const sold = lastPeriod(line)?.partNumber ?? null
  const parts = usePartNumbers(line, trial ? undefined : (sold?.successor ?? sold)?.id)
  const byDefault = trial ? t.choose : t.partByDefault(sold?.successor?.code ?? null, sold?.code ?? null)
  return [
    {
      kind: 'choice',
      name: 'partNumber',
      label: fields.partNumber,
      at: `${at}partNumber`,
      choices: [{ value: '', name: byDefault }, ...parts],
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
    { kind: 'amount', name: 'amount', label: fields.amount, hint: hints.paidInAll, at: `${at}price` },
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
      price: ({ amount, currency }) => ({ amount, currency }),
      from: ({ startsOn }) => startsOn,
    },
    { kind: 'text', name: 'orderNumber', label: fields.orderNumber, at: `${at}orderNumber` },
    { kind: 'text', name: 'orderLine', label: fields.orderLine, at: `${at}orderLine` },
  ]
}

/** Adds a term to a right. Everything that is left empty is as it was, or as the part number is sold. */
export function RenewDialog({ line, close }: OfRight) {
  const t = useRightTexts()
  const fields = useTermFields(line, 'lines.0.', false)
  return (
    <RightChange
      of={t.actions.renew}
      name={line.activationId}
      about={line.id}
      unit={line.unit}
      document={RenewLineItemsDocument}
      empty={empty}
      fields={[...fields, { kind: 'tick', name: 'again', label: t.fields.againTerm, at: 'lines.0.again' }]}
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
      fields={useTermFields(line, '', true)}
      toInput={(entered) =>
        entered.partNumber === '' || toInstalments(entered.instalments) === null
          ? null
          : { lineItem: line.id, partNumber: entered.partNumber, ...termOf(entered) }
      }
      close={close}
    />
  )
}

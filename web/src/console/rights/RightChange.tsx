import type { ReactNode } from 'react'
import { ChangeDialog, type DialogOfChange } from '../../portal/kit/ChangeDialog.tsx'
import { useDraft } from '../../portal/kit/draft.ts'
import { DraftNotice } from '../../portal/kit/DraftNotice.tsx'
import { Errors } from '../../portal/kit/Field.tsx'
import type { Answer, ChangeDocument, ChangeInput } from '../../portal/kit/proposal.ts'
import { useFieldErrors } from '../../portal/kit/ChangeOutlook.tsx'
import { useTexts } from '../../portal/language/screenTexts.ts'
import type { Unit } from '../../portal/language/units.ts'
import { atPrice } from '../instalments/instalments.ts'
import type { EnteredPrice } from '../price/minor.ts'
import { InstalmentsField } from '../instalments/InstalmentsField.tsx'
import { type RightPage, useRightWords } from '../refusal/words.ts'
import { DayField, NumberField, type Option, SelectField } from '../shell/fields.tsx'
import { TextField } from '../shell/TextField.tsx'
import { Tick } from '../shell/Tick.tsx'
import { useFinished } from '../shell/useFinished.ts'
import { type ActionOf, texts as table } from './texts.ts'

/** What is entered into a dialog, as texts. A box that is ticked is 'yes'. */
export type Entered<Name extends string> = Record<Name, string>

/** A field of a dialog. It is left out if `when` says so. */
export type FieldOf<Name extends string> = {
  name: Name
  /** The field of the input whose refusals stand here, if it is called otherwise. */
  at?: string | ((entered: Entered<Name>) => string)
  when?: (entered: Entered<Name>) => boolean
  /** What stands below the field. */
  below?: (entered: Entered<Name>, enter: (part: Part) => void) => ReactNode
} & (
  | (Labelled & { kind: 'day' })
  | (Labelled & { kind: 'amount' })
  | (Labelled & { kind: 'text'; most?: number })
  | (Labelled & { kind: 'email' })
  | (Labelled & { kind: 'tick' })
  | (Labelled & { kind: 'choice'; choices: readonly Option[] })
  | {
      kind: 'instalments'
      price: (entered: Entered<Name>) => EnteredPrice
      /** The day on which the first one is due, unless another one is given. */
      from: (entered: Entered<Name>) => string
    }
)

type Labelled = { label: string; hint?: string }

/** Some of the fields, with what is entered into them. */
export type Part = Readonly<Record<string, string>>

/**
 * The one dialog of every change of a right: fields, what they would do, the reason, and what happened.
 *
 * @param name what the change is about
 * @param about names what was entered, so that it is there if the dialog is opened again
 * @param toInput makes the input of what was entered; null as long as something is missing
 */
export function RightChange<Data extends Answer, Input extends ChangeInput, Name extends string>({
  of,
  name,
  about,
  document,
  empty,
  fields,
  toInput,
  follow,
  unit,
  page,
  nameOf,
  always,
  needsReason,
  customerReads,
  leave,
  more,
  close,
}: DialogOfChange & {
  of: Omit<ActionOf, 'open'>
  name: string
  about: string
  document: ChangeDocument<Data, Input>
  empty: Entered<Name>
  fields: readonly FieldOf<Name>[]
  toInput: (entered: Entered<Name>) => Input | null
  /** What follows from the fields that were entered, before instalments follow their price. */
  follow?: (entered: Entered<Name>, part: Part) => Entered<Name>
  unit?: Unit & { code: string }
  page?: RightPage
  /** What fields are called that the contract does not name. */
  nameOf?: (field: string) => string | undefined
  always?: boolean
  needsReason?: boolean
  /** Whether the customer reads the reason of what was entered, as that of every change of a right. */
  customerReads?: (entered: Entered<Name>) => boolean
  /** What the button says that changes nothing, if it is not "Cancel". */
  leave?: string
  more?: (answer: Data, done: boolean) => ReactNode
}) {
  const draft = useDraft(`${of.action} ${about}`, empty)
  const words = useRightWords(unit && [unit], page)
  const shown = fields.filter(({ when }) => when?.(draft.value) ?? true)
  const enter = (part: Part) =>
    draft.enter((now) => {
      const entered = { ...now, ...part }
      return followed(fields, follow?.(entered, part) ?? entered, part)
    })
  const placeOf = ({ at, name: called }: FieldOf<Name>) => (typeof at === 'function' ? at(draft.value) : (at ?? called))
  return (
    <ChangeDialog
      title={of.title(name)}
      below={of.means}
      action={of.action}
      leave={leave}
      about="other"
      document={document}
      input={toInput(draft.value)}
      fields={shown.map(placeOf)}
      always={always}
      needsReason={needsReason}
      customerReads={customerReads?.(draft.value) ?? true}
      words={nameOf === undefined ? words : { ...words, field: nameOf }}
      {...(more && { more })}
      whenDone={useFinished(draft.sent)}
      close={close}
    >
      {draft.kept && <DraftNotice clear={draft.clear} />}
      {shown.map((field) => (
        <OneField key={field.name} field={field} at={placeOf(field)} entered={draft.value} enter={enter} />
      ))}
    </ChangeDialog>
  )
}

/** What was entered, with the instalments of what it has as prices. Those that were entered themselves stay. */
function followed<Name extends string>(
  fields: readonly FieldOf<Name>[],
  entered: Entered<Name>,
  part: Part,
): Entered<Name> {
  const instalments = fields.flatMap((field) =>
    field.kind === 'instalments' && !(field.name in part)
      ? [[field.name, atPrice(entered[field.name], field.price(entered))]]
      : [],
  )
  return { ...entered, ...Object.fromEntries(instalments) }
}

function OneField<Name extends string>(properties: {
  field: FieldOf<Name>
  at: string
  entered: Entered<Name>
  enter: (part: Part) => void
}) {
  const { field, entered, enter } = properties
  return (
    <>
      <Control {...properties} />
      {field.below?.(entered, enter)}
    </>
  )
}

function Control<Name extends string>({
  field,
  at,
  entered,
  enter,
}: {
  field: FieldOf<Name>
  at: string
  entered: Entered<Name>
  enter: (part: Part) => void
}) {
  const value = entered[field.name]
  const change = (text: string) => enter({ [field.name]: text })
  if (field.kind === 'instalments') {
    return (
      <InstalmentsField
        name={at}
        value={value}
        price={field.price(entered)}
        from={field.from(entered)}
        change={change}
      />
    )
  }
  const common = {
    name: at,
    label: field.label,
    ...(field.hint !== undefined && { hint: field.hint }),
    value,
    change,
  }
  switch (field.kind) {
    case 'day':
      return <DayField {...common} />
    case 'amount':
      return <NumberField {...common} parts />
    case 'choice':
      return <SelectField {...common} choices={field.choices} />
    case 'tick':
      return <TickField {...common} />
    case 'email':
      return <TextField {...common} type="email" most={320} />
    default:
      return <TextField {...common} most={field.most ?? 100} />
  }
}

function TickField({
  name,
  label,
  value,
  change,
}: {
  name: string
  label: string
  value: string
  change: (value: string) => void
}) {
  return (
    <div>
      <Tick label={label} checked={value === 'yes'} change={(checked) => change(checked ? 'yes' : '')} />
      <Errors errors={useFieldErrors(name)} />
    </div>
  )
}

/** The words of the dialogs. */
export function useRightTexts() {
  return useTexts(table)
}

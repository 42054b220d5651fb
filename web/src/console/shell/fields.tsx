import { useFieldErrors } from '../../portal/kit/ChangeDialog.tsx'
import { Field } from '../../portal/kit/Field.tsx'
import { useLanguage } from '../../portal/language/language.tsx'
import { named } from '../../portal/language/named.ts'

/** What a field of the contract is called, by the words that the effects of a change have. */
export function useFieldNames(): (field: string) => string {
  const { field: names } = useLanguage().texts.change
  return (field) => named(names, field) ?? field
}

/** What the values of an enum of the contract are called, by the words that the effects of a change have. */
export function useValueNames(): (of: string, value: string) => string {
  const { names } = useLanguage().texts.change.values
  return (of, value) => named(named(names, of) ?? {}, value) ?? value
}

/** One of several things to choose from. */
export type Option = { value: string; name: string }

/** A choice of one, with what the contract says of it. An empty value stands for none of them. */
export function SelectField({
  name,
  label,
  hint,
  value,
  choices,
  change,
}: {
  name: string
  label: string
  hint?: string | undefined
  value: string
  choices: readonly Option[]
  change: (value: string) => void
}) {
  return (
    <Field label={label} hint={hint} errors={useFieldErrors(name)}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => change(event.currentTarget.value)}>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** A choice of one of the values of an enum of the contract; with words for none, of none of them too. */
export function EnumField<Value extends string>({
  name,
  label,
  of,
  values,
  value,
  none,
  change,
}: {
  name: string
  label: string
  of: string
  values: readonly Value[]
  value: Value | ''
  none?: string | undefined
  change: (value: Value | '') => void
}) {
  const valueName = useValueNames()
  const choices = values.map((one) => ({ value: one, name: valueName(of, one) }))
  return (
    <SelectField
      name={name}
      label={label}
      value={value}
      choices={none === undefined ? choices : [{ value: '', name: none }, ...choices]}
      change={(chosen) => change(values.find((one) => one === chosen) ?? '')}
    />
  )
}

/**
 * A field for a number that is not negative. It takes nothing but digits, and a point if parts are possible, for which a
 * comma may be typed.
 */
export function NumberField({
  name,
  label,
  hint,
  value,
  parts = false,
  change,
}: {
  name: string
  label: string
  hint?: string | undefined
  value: string
  parts?: boolean
  change: (value: string) => void
}) {
  return (
    <Field label={label} hint={hint} errors={useFieldErrors(name)}>
      {(control) => (
        <input
          {...control}
          inputMode={parts ? 'decimal' : 'numeric'}
          value={value}
          maxLength={parts ? 12 : 9}
          autoComplete="off"
          onChange={(event) =>
            change(
              parts
                ? event.currentTarget.value.replaceAll(',', '.').replaceAll(/[^\d.]/gu, '')
                : event.currentTarget.value.replaceAll(/\D/gu, ''),
            )
          }
        />
      )}
    </Field>
  )
}

/** A field for a day. */
export function DayField({
  name,
  label,
  hint,
  value,
  change,
}: {
  name: string
  label: string
  hint?: string | undefined
  value: string
  change: (value: string) => void
}) {
  return (
    <Field label={label} hint={hint} errors={useFieldErrors(name)}>
      {(control) => (
        <input {...control} type="date" value={value} onChange={(event) => change(event.currentTarget.value)} />
      )}
    </Field>
  )
}

/** A field for several lines of text. */
export function LongTextField({
  name,
  label,
  value,
  most,
  change,
}: {
  name: string
  label: string
  value: string
  most: number
  change: (value: string) => void
}) {
  return (
    <Field label={label} errors={useFieldErrors(name)}>
      {(control) => (
        <textarea
          {...control}
          rows={2}
          value={value}
          maxLength={most}
          onChange={(event) => change(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

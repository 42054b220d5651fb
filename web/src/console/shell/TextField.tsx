import { useFieldErrors } from '../../portal/kit/ChangeDialog.tsx'
import { Field } from '../../portal/kit/Field.tsx'

/** A field for one line of text in the dialog of a change, with what the contract says of it. */
export function TextField({
  name,
  label,
  hint,
  value,
  type = 'text',
  most,
  change,
}: {
  name: string
  label: string
  hint?: string
  value: string
  type?: 'text' | 'email'
  most: number
  change: (value: string) => void
}) {
  return (
    <Field label={label} {...(hint !== undefined && { hint })} errors={useFieldErrors(name)}>
      {(control) => (
        <input
          {...control}
          type={type}
          value={value}
          maxLength={most}
          autoComplete="off"
          onChange={(event) => change(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

import { type ReactNode, useId } from 'react'
import styles from './Field.module.css'

const none: readonly string[] = []

/** What ties a control to its label and its errors. */
export type Control = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }

/** A control with its label, a hint, and what is wrong with it. */
export function Field({
  label,
  hint,
  errors = none,
  children,
}: {
  label: string
  hint?: string | undefined
  errors?: readonly string[]
  children: (control: Control) => ReactNode
}) {
  const id = useId()
  const described = [...(hint === undefined ? [] : [`${id}-hint`]), ...(errors.length > 0 ? [`${id}-errors`] : [])]
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {children({
        id,
        ...(described.length > 0 && { 'aria-describedby': described.join(' ') }),
        ...(errors.length > 0 && { 'aria-invalid': true as const }),
      })}
      <Errors id={`${id}-errors`} errors={errors} />
    </div>
  )
}

/** What is wrong, below the control that it is about. */
export function Errors({ id, errors }: { id?: string; errors: readonly string[] }) {
  if (errors.length === 0) {
    return null
  }
  return (
    <div id={id} className={styles.errors} role="alert">
      {errors.map((error) => (
        <p key={error}>{error}</p>
      ))}
    </div>
  )
}

/** One choice of several that can be made together. */
export type Choice<Value extends string> = { value: Value; name: string; what: string }

/** Several choices, each with what it means. */
export function Choices<Value extends string>({
  label,
  choices,
  chosen,
  choose,
  errors = none,
}: {
  label: string
  choices: readonly Choice<Value>[]
  chosen: readonly Value[]
  choose: (values: Value[]) => void
  errors?: readonly string[]
}) {
  const id = useId()
  return (
    <fieldset className={styles.choices} aria-describedby={errors.length > 0 ? `${id}-errors` : undefined}>
      <legend>{label}</legend>
      {choices.map(({ value, name, what }) => (
        <label key={value} className={styles.choice}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={(event) =>
              choose(event.currentTarget.checked ? [...chosen, value] : chosen.filter((other) => other !== value))
            }
          />
          <span>
            {name} <span className={styles.what}>{what}</span>
          </span>
        </label>
      ))}
      <Errors id={`${id}-errors`} errors={errors} />
    </fieldset>
  )
}

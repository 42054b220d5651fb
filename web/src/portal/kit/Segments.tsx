import type { LucideIcon } from 'lucide-react'
import { useId } from 'react'
import styles from './Segments.module.css'

/** A choice of one of a few values, side by side. The label is read, and not shown. */
export function Segments<Value extends string | null>({
  label,
  choices,
  value,
  choose,
}: {
  label: string
  choices: readonly { value: Value; name: string; icon?: LucideIcon }[]
  value: Value
  choose: (value: Value) => void
}) {
  const group = useId()
  return (
    <fieldset className={styles.segments}>
      <legend>{label}</legend>
      {choices.map(({ value: one, name, icon: Icon }) => (
        <label key={name}>
          <input type="radio" name={group} checked={value === one} onChange={() => choose(one)} />
          {Icon && <Icon size={14} aria-hidden="true" />}
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  )
}

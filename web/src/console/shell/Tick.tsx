import styles from './Tick.module.css'

/** A box to tick. */
export function Tick({
  label,
  checked,
  change,
}: {
  label: string
  checked: boolean
  change: (checked: boolean) => void
}) {
  return (
    <label className={styles.tick}>
      <input type="checkbox" checked={checked} onChange={(event) => change(event.currentTarget.checked)} />
      {label}
    </label>
  )
}

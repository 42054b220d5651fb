import { useLanguage } from '../language/language.tsx'
import styles from './rows.module.css'
import { Search } from 'lucide-react'

/** A filter of a list with its choices. */
export function Chip({
  label,
  value,
  options,
  choose,
}: {
  label: string
  value: string
  options: readonly (readonly [string, string])[]
  choose: (value: string | undefined) => void
}) {
  return (
    <label className={styles.chip} data-active={value !== ''}>
      <span>{label}</span>
      <select value={value} onChange={(event) => choose(event.currentTarget.value || undefined)}>
        {options.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

/** The filter by words. Enter, or leaving the field, searches. */
export function TextFilter({ value, label, search }: { value: string; label: string; search: (text: string | undefined) => void }) {
  const { texts } = useLanguage()
  return (
    <label className={styles.search}>
      <Search size={14} aria-hidden="true" />
      <input
        key={value}
        type="search"
        defaultValue={value}
        placeholder={label}
        aria-label={`${texts.filters.label}: ${label}`}
        maxLength={200}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            search(event.currentTarget.value.trim() || undefined)
          }
        }}
        onBlur={(event) => {
          const text = event.currentTarget.value.trim()
          if (text !== value) {
            search(text || undefined)
          }
        }}
      />
    </label>
  )
}

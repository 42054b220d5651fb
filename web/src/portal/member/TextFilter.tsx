import { Search } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useLanguage } from '../language/language.tsx'
import styles from './rows.module.css'

/** How long the field waits for the next letter before it searches, in milliseconds. */
const pause = 250

/** The filter by words. It searches after a short pause, so that the list follows the typing; Back undoes all of it. */
export function TextFilter({ value, label, search }: { value: string; label: string; search: (text: string | undefined, replace: boolean) => void }) {
  const { texts } = useLanguage()
  const field = useRef<HTMLInputElement>(null)
  const timer = useRef(0)
  const typing = useRef(false)
  useEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => {
    const input = field.current
    if (input && input.value.trim() !== value) {
      input.value = value // somebody went back or removed the filters: the field follows
    }
  }, [value])
  function type(text: string, wait: number) {
    clearTimeout(timer.current)
    timer.current = window.setTimeout(() => {
      search(text.trim() || undefined, typing.current)
      typing.current = true
    }, wait)
  }
  return (
    <label className={styles.search}>
      <Search size={14} aria-hidden="true" />
      <input
        ref={field}
        type="search"
        defaultValue={value}
        placeholder={label}
        aria-label={`${texts.filters.label}: ${label}`}
        maxLength={200}
        onChange={(event) => type(event.currentTarget.value, pause)}
        onBlur={() => {
          typing.current = false
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            type(event.currentTarget.value, 0)
          }
        }}
      />
    </label>
  )
}

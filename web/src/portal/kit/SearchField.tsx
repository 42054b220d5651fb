import { Search, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useLanguage } from '../language/language.tsx'
import styles from './SearchField.module.css'

/** How long the field waits for the next letter before it searches, in milliseconds. */
const pause = 250

/**
 * A field for words. It searches after a short pause, so that the list follows the typing; Back undoes all of it.
 *
 * @param text the words of the address
 * @param search takes the words, and whether they replace those before, which were typed at the same time
 * @param down moves the focus to the first result, and says whether there is one
 */
export function SearchField({
  text,
  label,
  placeholder,
  search,
  down,
}: {
  text: string | undefined
  label: string
  placeholder: string
  search: (text: string | undefined, replace: boolean) => void
  down?: () => boolean
}) {
  const { texts } = useLanguage()
  const [typed, setTyped] = useState(text ?? '')
  const [seen, setSeen] = useState(text)
  const [sent, setSent] = useState(text)
  const field = useRef<HTMLInputElement>(null)
  const timer = useRef(0)
  const typing = useRef(false)
  useEffect(() => () => clearTimeout(timer.current), [])
  if (text !== seen) {
    setSeen(text)
    if (text !== sent) {
      setSent(text) // somebody went back or removed the filters: the field follows
      setTyped(text ?? '')
    }
  }
  function type(next: string, wait: number) {
    setTyped(next)
    clearTimeout(timer.current)
    timer.current = window.setTimeout(() => {
      const wanted = next.trim() || undefined
      setSent(wanted)
      search(wanted, typing.current)
      typing.current = true
    }, wait)
  }
  return (
    <label className={styles.search} data-active={typed !== ''}>
      <Search size={14} aria-hidden="true" />
      <input
        ref={field}
        type="search"
        value={typed}
        placeholder={placeholder}
        aria-label={label}
        maxLength={200}
        onChange={(event) => type(event.currentTarget.value, pause)}
        onBlur={() => {
          typing.current = false
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            type(event.currentTarget.value, 0)
          }
          if (event.key === 'ArrowDown' && down?.()) {
            event.preventDefault()
          }
        }}
      />
      {typed !== '' && (
        <button
          type="button"
          aria-label={texts.filters.remove(typed)}
          onClick={() => {
            type('', 0)
            field.current?.focus()
          }}
        >
          <X size={13} aria-hidden="true" />
        </button>
      )}
    </label>
  )
}

import { ChevronDown, X } from 'lucide-react'
import { useRef } from 'react'
import { useLanguage } from '../language/language.tsx'
import styles from './Chip.module.css'

/** Something to choose: its value, and what it is called. Those with a heading stand under it. */
export type Choice = { value: string; name: string }

/**
 * One filter: its name, or what is chosen and a button that undoes it. The choice itself is the platform's own list,
 * which lies over the chip.
 */
export function Chip({
  label,
  value,
  text,
  room,
  choices,
  choose,
  remove,
}: {
  label: string
  value: string
  /** What the chip says while it filters; without it, the chip has its name. */
  text?: string | undefined
  /** What may still come after the text. Its place is kept, so that nothing moves. */
  room?: string | undefined
  choices: readonly Choice[]
  choose: (value: string) => void
  remove?: (() => void) | undefined
}) {
  const { texts } = useLanguage()
  const active = text !== undefined
  const list = useRef<HTMLSelectElement>(null)
  return (
    <span className={styles.chip} data-active={active}>
      <span className={styles.choice}>
        <span aria-hidden="true">
          {text ?? label}
          {room !== undefined && <span className={styles.room}>{room}</span>}
        </span>
        {!active && <ChevronDown size={13} aria-hidden="true" />}
        <select ref={list} aria-label={label} value={value} onChange={(event) => choose(event.currentTarget.value)}>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.name}
            </option>
          ))}
        </select>
      </span>
      {active && remove && (
        <button
          type="button"
          aria-label={texts.filters.remove(text)}
          title={texts.filters.remove(text)}
          onClick={() => {
            list.current?.focus() // the button goes away, and the keyboard must be somewhere
            remove()
          }}
        >
          <X size={13} aria-hidden="true" />
        </button>
      )}
    </span>
  )
}

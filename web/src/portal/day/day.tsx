import { useNavigate, useSearch } from '@tanstack/react-router'
import { CalendarDays } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import { Button } from '../kit/Button.tsx'
import { isDay, today } from '../language/format.ts'
import { useLanguage } from '../language/language.tsx'
import styles from './day.module.css'

/** The day for which pages answer: the one in the address, or today. */
export function useDay(): { day: string; chosen: string | undefined } {
  const { on } = useSearch({ strict: false })
  const chosen = isDay(on) ? on : undefined
  return { day: chosen ?? today(), chosen }
}

/** Shows the day for which the page answers, and lets the viewer choose another. */
export function DayButton() {
  const { texts, format } = useLanguage()
  const { day, chosen } = useDay()
  const navigate = useNavigate()
  const dialog = useRef<HTMLDialogElement>(null)
  const field = useId()
  function choose(on: string | undefined) {
    dialog.current?.close()
    void navigate({ to: '.', search: (now) => ({ ...now, on: on === today() ? undefined : on }) })
  }
  return (
    <>
      <button type="button" className={styles.day} data-chosen={chosen !== undefined} onClick={() => dialog.current?.showModal()}>
        <CalendarDays size={14} aria-hidden="true" />
        {chosen === undefined ? texts.day.today(day) : format.day(day)}
      </button>
      <dialog ref={dialog} className={styles.dialog} closedby="any" aria-labelledby={`${field}-title`}>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            const value = new FormData(event.currentTarget).get('on')
            choose(isDay(value) ? value : undefined)
          }}
        >
          <h2 id={`${field}-title`}>{texts.day.choose}</h2>
          <label htmlFor={field}>{texts.day.label}</label>
          <input key={day} id={field} name="on" type="date" defaultValue={day} required />
          <div className={styles.buttons}>
            <Button onClick={() => choose(undefined)}>{texts.day.back}</Button>
            <Button main type="submit">
              {texts.day.choose}
            </Button>
          </div>
        </form>
      </dialog>
    </>
  )
}

/** Says plainly that the page does not show today. The key T leads back. */
export function DayBanner() {
  const { texts } = useLanguage()
  const { day, chosen } = useDay()
  const navigate = useNavigate()
  useEffect(() => {
    if (chosen === undefined) {
      return
    }
    function back(event: KeyboardEvent) {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]')
      if (event.key === 't' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
        void navigate({ to: '.', search: (now) => ({ ...now, on: undefined }) })
      }
    }
    addEventListener('keydown', back)
    return () => removeEventListener('keydown', back)
  }, [chosen, navigate])
  if (chosen === undefined) {
    return null
  }
  return (
    <output className={styles.banner}>
      <span>{chosen < today() ? texts.day.past(day) : texts.day.future(day)}</span>
      <button type="button" onClick={() => void navigate({ to: '.', search: (now) => ({ ...now, on: undefined }) })}>
        {texts.day.back} <kbd>T</kbd>
      </button>
    </output>
  )
}

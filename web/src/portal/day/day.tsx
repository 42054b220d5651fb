import { useNavigate, useSearch } from '@tanstack/react-router'
import { CalendarDays } from 'lucide-react'
import { useCallback, useId } from 'react'
import { Button } from '../kit/Button.tsx'
import { FormDialog } from '../kit/FormDialog.tsx'
import { isDay } from '../language/format.ts'
import { useLanguage } from '../language/language.tsx'
import { quickDays } from './quick.ts'
import { today, useToday } from './today.ts'
import styles from './day.module.css'

/** The day for which pages answer: the one in the address, or today. */
export function useDay(): { day: string; chosen: string | undefined } {
  const { on } = useSearch({ strict: false })
  const now = useToday()
  const chosen = isDay(on) ? on : undefined
  return { day: chosen ?? now, chosen }
}

/** Shows another day, or today if none is given. */
export function useChooseDay(): (on: string | undefined) => void {
  const navigate = useNavigate()
  return useCallback(
    (on) => void navigate({ to: '.', search: (now) => ({ ...now, on: on === today() ? undefined : on }) }),
    [navigate],
  )
}

/** Shows the day for which the page answers, and opens the choice of another. */
export function DayButton({ open }: { open: () => void }) {
  const { texts, format } = useLanguage()
  const { day, chosen } = useDay()
  return (
    <button
      type="button"
      className={styles.day}
      data-chosen={chosen !== undefined}
      aria-haspopup="dialog"
      onClick={open}
    >
      <CalendarDays size={14} aria-hidden="true" />
      {chosen === undefined ? texts.day.today(day) : format.day(day)}
    </button>
  )
}

/** Lets the viewer choose the day for which pages answer. */
export function DayDialog({ open, close }: { open: boolean; close: () => void }) {
  const { texts, format } = useLanguage()
  const { day } = useDay()
  const chooseDay = useChooseDay()
  const field = useId()
  function choose(on: string | undefined) {
    close()
    chooseDay(on)
  }
  return (
    <FormDialog
      open={open}
      title={texts.day.choose}
      below={texts.frame.day.why}
      submit={({ currentTarget }) => {
        const on = new FormData(currentTarget).get('on')
        if (isDay(on)) {
          choose(on)
        } else {
          currentTarget.reportValidity()
        }
      }}
      close={close}
      foot={
        <>
          <Button onClick={close}>{texts.frame.cancel}</Button>
          <Button main type="submit">
            {texts.frame.day.show}
          </Button>
        </>
      }
    >
      <ul className={styles.quick}>
        {quickDays(today()).map(({ name, day: quick }) => (
          <li key={name}>
            <button type="button" aria-current={quick === day ? 'date' : undefined} onClick={() => choose(quick)}>
              <span>{texts.frame.day[name]}</span>
              <span className={styles.date}>{format.day(quick)}</span>
            </button>
          </li>
        ))}
      </ul>
      <label className={styles.field} htmlFor={field}>
        {texts.frame.day.another}
      </label>
      <input key={day} id={field} className={styles.input} name="on" type="date" defaultValue={day} required />
    </FormDialog>
  )
}

/** What a screen knows of other days: everything, nothing, only what will be, or only rights and nothing of people. */
export type Days = 'all' | 'none' | 'ahead' | 'rights'

/** Says plainly that a day is chosen, and what the screen shows of it. The key T leads back to today. */
export function DayBanner({ days }: { days: Days }) {
  const { texts } = useLanguage()
  const { day, chosen } = useDay()
  const chooseDay = useChooseDay()
  const now = useToday()
  if (chosen === undefined) {
    return null
  }
  const past = chosen < now
  return (
    <output className={styles.banner} data-days={days}>
      <span>
        {days === 'none'
          ? texts.day.none(day)
          : past
            ? days === 'ahead'
              ? texts.day.unknown(day)
              : texts.day.past(day)
            : texts.day.future(day)}
        {days === 'rights' && ` ${texts.day.rightsOnly}`}
      </span>
      <button type="button" onClick={() => chooseDay(undefined)}>
        {texts.day.back} <kbd>T</kbd>
      </button>
    </output>
  )
}

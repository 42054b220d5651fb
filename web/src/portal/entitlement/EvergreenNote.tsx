import { useToday } from '../day/today.ts'
import { type ScreenTexts, useTexts } from '../language/screenTexts.ts'
import type { EvergreenTerm } from './evergreen.ts'
import styles from './Line.module.css'

type Texts = {
  unless: (endsOn: string, cancelUntil: string) => string
  renews: (endsOn: string) => string
  cancelled: (endsOn: string) => string
}

const texts: ScreenTexts<Texts> = {
  en: (f) => ({
    unless: (endsOn, cancelUntil) =>
      `It renews by itself after ${f.day(endsOn)}, unless the renewal is cancelled by ${f.day(cancelUntil)}.`,
    renews: (endsOn) => `It renews by itself after ${f.day(endsOn)}; that can no longer be cancelled.`,
    cancelled: (endsOn) => `The renewal is cancelled: it ends on ${f.day(endsOn)}.`,
  }),
  de: (f) => ({
    unless: (endsOn, cancelUntil) =>
      `Es verlängert sich nach dem ${f.day(endsOn)} von selbst, wenn die Verlängerung nicht bis zum ${f.day(cancelUntil)} gekündigt wird.`,
    renews: (endsOn) =>
      `Es verlängert sich nach dem ${f.day(endsOn)} von selbst; das kann nicht mehr gekündigt werden.`,
    cancelled: (endsOn) => `Die Verlängerung ist gekündigt: Es endet am ${f.day(endsOn)}.`,
  }),
}

/** Says that a right renews by itself, and until when that can be cancelled. */
export function EvergreenNote({ term }: { term: EvergreenTerm | null }) {
  const t = useTexts(texts)
  const day = useToday()
  if (term === null) {
    return null
  }
  const { endsOn, cancelUntil, cancelled } = term
  return (
    <p className={styles.note}>
      {cancelled ? t.cancelled(endsOn) : cancelUntil < day ? t.renews(endsOn) : t.unless(endsOn, cancelUntil)}
    </p>
  )
}

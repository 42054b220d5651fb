import { useDay } from '../day/day.tsx'
import { useTexts } from '../language/screenTexts.ts'
import type { EvergreenTerm } from './term.ts'
import { texts } from './texts.ts'

/** Says what follows a term, as of the day of the page: in a sentence, and in a few words beside its last day. */
export function useEvergreen() {
  const t = useTexts(texts)
  const { day } = useDay()
  return {
    sentence: ({ endsOn, cancelUntil, cancelled }: EvergreenTerm) =>
      cancelled
        ? (endsOn < day ? t.wasCancelled : t.cancelled)(endsOn)
        : cancelUntil < day
          ? t.renews(endsOn)
          : t.unless(endsOn, cancelUntil),
    brief: ({ cancelUntil, cancelled }: EvergreenTerm) =>
      cancelled ? t.brief.cancelled : cancelUntil < day ? t.brief.renews : t.brief.unless(cancelUntil),
  }
}

import { useToday } from '../day/today.ts'
import { useTexts } from '../language/screenTexts.ts'
import type { EvergreenTerm } from './evergreen.ts'
import { texts } from './texts.ts'

/** Says that a right renews by itself, and until when that can be cancelled. */
export function EvergreenWords({ term: { endsOn, cancelUntil, cancelled } }: { term: EvergreenTerm }) {
  const t = useTexts(texts)
  const day = useToday()
  return cancelled ? t.cancelled(endsOn) : cancelUntil < day ? t.renews(endsOn) : t.unless(endsOn, cancelUntil)
}

import type { EligibilityCode } from '../contract/types.ts'

/** Codes whose sentence would be false with days behind it: they are about a term that is told as the day to wait for. */
const aboutTerm: ReadonlySet<EligibilityCode> = new Set(['ALREADY_RENEWED', 'NOT_BEGUN'])

/**
 * The first and the last day of what the sentence of a reason says.
 *
 * @param from is the first day on which the reason holds, and `to` the last one; null if it is not known
 */
export function daysOf({
  code,
  from,
  to,
}: {
  code: EligibilityCode
  from: string | null
  to: string | null
}): [from: string | null, to: string | null] {
  return aboutTerm.has(code) ? [null, null] : [from, to]
}

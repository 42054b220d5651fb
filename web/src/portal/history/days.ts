import type { DaysTexts } from './texts.ts'

/** The days of something that is recorded. The last one is part of it. */
export type Days = {
  startsOn: string | null
  endsOn: string | null
  perpetual: boolean
  /** The day on which it begins by itself, if it waits for an activation. */
  startsLatestOn?: string | null
}

/** Writes the days of a decision, which holds on all days if it has none. */
export function daysOfDecisionIn(decision: Days, t: DaysTexts): string {
  return decision.startsOn === null && decision.endsOn === null ? t.always : daysIn(decision, t)
}

/** Writes the days of something. */
export function daysIn({ startsOn, endsOn, perpetual, startsLatestOn = null }: Days, t: DaysTexts): string {
  if (startsOn !== null) {
    return endsOn !== null
      ? t.between(startsOn, endsOn)
      : [t.from(startsOn), ...(perpetual ? [t.withoutEnd] : [])].join(', ')
  }
  return endsOn !== null
    ? t.until(endsOn)
    : perpetual
      ? t.withoutEnd
      : [t.undated, ...(startsLatestOn === null ? [] : [t.latestOn(startsLatestOn)])].join(', ')
}

import type { ScreenTexts } from '../language/screenTexts.ts'

type Texts = {
  unless: (endsOn: string, cancelUntil: string) => string
  renews: (endsOn: string) => string
  cancelled: (endsOn: string) => string
  wasCancelled: (endsOn: string) => string
  /** The same in a few words, beside the last day. */
  brief: { unless: (cancelUntil: string) => string; renews: string; cancelled: string }
}

/** What is said of a right that renews by itself. */
export const texts: ScreenTexts<Texts> = {
  en: (f) => ({
    unless: (endsOn, cancelUntil) =>
      `It renews by itself after ${f.day(endsOn)}, unless the renewal is cancelled by ${f.day(cancelUntil)}.`,
    renews: (endsOn) => `It renews by itself after ${f.day(endsOn)}: the last day to cancel has passed.`,
    cancelled: (endsOn) => `The renewal is cancelled: it ends on ${f.day(endsOn)}.`,
    wasCancelled: (endsOn) => `The renewal was cancelled: it ended on ${f.day(endsOn)}.`,
    brief: {
      unless: (cancelUntil) => `renews; cancel by ${f.day(cancelUntil)}`,
      renews: 'renews by itself',
      cancelled: 'renewal cancelled',
    },
  }),
  de: (f) => ({
    unless: (endsOn, cancelUntil) =>
      `Es verlängert sich nach dem ${f.day(endsOn)} von selbst, wenn die Verlängerung nicht bis zum ${f.day(cancelUntil)} gekündigt wird.`,
    renews: (endsOn) =>
      `Es verlängert sich nach dem ${f.day(endsOn)} von selbst: Der letzte Tag für die Kündigung ist vorbei.`,
    cancelled: (endsOn) => `Die Verlängerung ist gekündigt: Es endet am ${f.day(endsOn)}.`,
    wasCancelled: (endsOn) => `Die Verlängerung wurde gekündigt: Es endete am ${f.day(endsOn)}.`,
    brief: {
      unless: (cancelUntil) => `verlängert sich; kündbar bis ${f.day(cancelUntil)}`,
      renews: 'verlängert sich von selbst',
      cancelled: 'Verlängerung gekündigt',
    },
  }),
}

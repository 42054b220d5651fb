import type { ScreenTexts } from '../language/screenTexts.ts'

/** The button that opens what may be done with a right. */
export const texts: ScreenTexts<{ why: string; title: string }> = {
  en: () => ({ why: 'Why?', title: 'What may be done with this right, and why not' }),
  de: () => ({ why: 'Warum?', title: 'Was mit diesem Recht geht, und warum nicht' }),
}

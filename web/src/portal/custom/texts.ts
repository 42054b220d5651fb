import type { ScreenTexts } from '../language/screenTexts.ts'

/** What the portal says of the values of custom fields. */
export const texts: ScreenTexts<{ title: string }> = {
  en: () => ({ title: 'Details from the producer' }),
  de: () => ({ title: 'Angaben des Herstellers' }),
}

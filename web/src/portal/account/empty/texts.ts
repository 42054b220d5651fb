import type { ScreenTexts } from '../../language/screenTexts.ts'

/** What those of the producer read as long as there is no customer. */
export const texts: ScreenTexts<{ none: string; console: string }> = {
  en: () => ({ none: 'There are no customers yet.', console: 'Enter the first one in the console' }),
  de: () => ({ none: 'Es gibt noch keine Kunden.', console: 'Den ersten in der Konsole anlegen' }),
}

import type { Format } from './format.ts'
import type { Language } from './language.tsx'
import { useLanguage } from './language.tsx'

/** The texts that one screen alone needs, in every language. They are loaded with the screen. */
export type ScreenTexts<Texts extends object> = Record<Language['code'], (format: Format) => Texts>

const written = new WeakMap<object, { language: Language; texts: unknown }>()

/** The texts of a screen in the viewer's language. */
export function useTexts<Texts extends object>(table: ScreenTexts<Texts>): Texts {
  const language = useLanguage()
  const known = written.get(table)
  if (known?.language === language) {
    return known.texts as Texts
  }
  const texts = table[language.code](language.format)
  written.set(table, { language, texts })
  return texts
}

import { createContext, type ReactNode, useContext } from 'react'
import type { Messages } from './en.ts'
import { Format } from './format.ts'

/** The language in which the portal speaks: its texts, and how it writes days and amounts. */
export type Language = { texts: Messages; format: Format; code: 'en' | 'de' }

const Current = createContext<Language | null>(null)

/** Gives a language to everything below. */
export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <Current.Provider value={language}>{children}</Current.Provider>
}

/** The texts and the format of the viewer's language. */
export function useLanguage(): Language {
  const language = useContext(Current)
  if (language === null) {
    throw new Error('there is no LanguageProvider above')
  }
  return language
}

/**
 * Loads the texts of a language.
 *
 * @param wanted the locales that the viewer prefers, best first
 */
export async function loadLanguage(wanted: readonly string[]): Promise<Language> {
  const locale = wanted.find((tag) => /^(?:de|en)\b/iu.test(tag)) ?? 'en-GB'
  const format = new Format(locale)
  if (locale.toLowerCase().startsWith('de')) {
    const { de } = await import('./de.ts')
    return { texts: de(format), format, code: 'de' }
  }
  const { en } = await import('./en.ts')
  return { texts: en(format), format, code: 'en' }
}

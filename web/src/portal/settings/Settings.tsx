import { useLanguage } from '../language/language.tsx'

/** The profile, the language, the sessions and the keys. */
export function Settings() {
  const { texts } = useLanguage()
  return <h1>{texts.navigation.settings}</h1>
}

import { useLanguage } from '../language/language.tsx'

/** What happened in an account, and who did it. */
export function Activity() {
  const { texts } = useLanguage()
  return <h1>{texts.navigation.activity}</h1>
}

import { useLanguage } from '../language/language.tsx'

/** The members of an account, and what they may do. */
export function People() {
  const { texts } = useLanguage()
  return <h1>{texts.navigation.people}</h1>
}

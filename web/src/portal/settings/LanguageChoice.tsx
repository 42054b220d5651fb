import { Languages } from 'lucide-react'
import { Segments } from '../kit/Segments.tsx'
import { useLanguage } from '../language/language.tsx'
import { prefer, usePreferences } from './preferences.ts'

/**
 * English, German, or as the browser is.
 *
 * @param small whether there is little room
 */
export function LanguageChoice({ small = false }: { small?: boolean }) {
  const { texts } = useLanguage()
  const t = texts.settings.display
  return (
    <Segments
      label={t.language}
      value={usePreferences().language}
      choose={(chosen) => prefer({ language: chosen })}
      choices={[
        small ? { value: null, name: texts.frame.theme.system, icon: Languages } : { value: null, name: t.asBrowser },
        { value: 'en', name: 'English' },
        { value: 'de', name: 'Deutsch' },
      ]}
    />
  )
}

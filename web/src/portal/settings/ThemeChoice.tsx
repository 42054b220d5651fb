import { Monitor, Moon, Sun } from 'lucide-react'
import { Segments } from '../kit/Segments.tsx'
import { useLanguage } from '../language/language.tsx'
import { prefer, usePreferences } from './preferences.ts'

/** Light, dark, or as the system is. */
export function ThemeChoice() {
  const { texts } = useLanguage()
  const t = texts.frame.theme
  const { theme } = usePreferences()
  return (
    <Segments
      label={t.label}
      value={theme}
      choose={(chosen) => prefer({ theme: chosen })}
      choices={[
        { value: null, icon: Monitor, name: t.system },
        { value: 'light', icon: Sun, name: t.light },
        { value: 'dark', icon: Moon, name: t.dark },
      ]}
    />
  )
}

import { useGraphiQL, useGraphiQLActions, useMonaco } from '@graphiql/react'
import { useEffect } from 'react'
import { defineEditorThemes } from './editorThemes.ts'

/**
 * Sets the colors of the editors: it registers our themes after Monaco is loaded, and uses the color scheme of
 * the system unless a theme is chosen in the settings. GraphiQL's style sheet follows the system by itself, but
 * Monaco does not.
 */
export function EditorTheme() {
  const { setTheme } = useGraphiQLActions()
  const theme = useGraphiQL((state) => state.theme)
  const monaco = useMonaco((state) => state.monaco)

  useEffect(() => {
    if (!monaco) {
      return undefined
    }
    defineEditorThemes(monaco)
    setTheme(theme)
    if (theme !== null) {
      return undefined
    }
    const scheme = matchMedia('(prefers-color-scheme: dark)')
    const follow = () => setTheme(null)
    scheme.addEventListener('change', follow)
    return () => scheme.removeEventListener('change', follow)
  }, [monaco, setTheme, theme])

  return null
}

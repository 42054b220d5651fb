import { useGraphiQL, useGraphiQLActions, useMonaco } from '@graphiql/react'
import { useEffect } from 'react'
import { defineEditorThemes } from './editorThemes.ts'

/**
 * Gives the editors their colors: our themes as soon as Monaco is loaded, and the scheme of the
 * system for as long as no theme is chosen in the settings. GraphiQL's style sheet follows the
 * system by itself; Monaco has to be told.
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

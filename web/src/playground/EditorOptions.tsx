import { useGraphiQL } from '@graphiql/react'
import { useEffect } from 'react'

/** Wraps long lines of operations and variables, as GraphiQL does with those of answers. */
export function EditorOptions() {
  const queryEditor = useGraphiQL((state) => state.queryEditor)
  const variableEditor = useGraphiQL((state) => state.variableEditor)
  const headerEditor = useGraphiQL((state) => state.headerEditor)

  useEffect(() => {
    for (const editor of [queryEditor, variableEditor, headerEditor]) {
      editor?.updateOptions({ wordWrap: 'on', wrappingIndent: 'indent' })
    }
  }, [queryEditor, variableEditor, headerEditor])

  return null
}

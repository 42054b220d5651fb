import { GraphiQL } from 'graphiql'
import { useState } from 'react'
import { EditorOptions } from './EditorOptions.tsx'
import { EditorTheme } from './EditorTheme.tsx'
import { editorTheme } from './editorThemes.ts'
import type { Example } from './examples.ts'
import { ExamplesMenu } from './ExamplesMenu.tsx'
import { fetcher } from './fetcher.ts'
import { Header } from './Header.tsx'
import { storage } from './storage.ts'
import { openingEditors, openingTabs, requestedTab } from './tabs.ts'

const requested = requestedTab(location.search)

/** The whole page: a header and GraphiQL with the example operations as tabs. */
export function Playground({ examples }: { examples: readonly Example[] }) {
  const [editors] = useState(() => openingEditors(examples, requested))
  return (
    <>
      <Header />
      <main className="muniment-ide">
        <GraphiQL
          fetcher={fetcher}
          storage={storage}
          defaultTabs={openingTabs(examples, requested)}
          initialQuery={editors?.query}
          initialVariables={editors?.variables}
          defaultEditorToolsVisibility="variables"
          editorTheme={editorTheme}
          schemaDescription
          inputValueDeprecation
        >
          <GraphiQL.Logo>{null}</GraphiQL.Logo>
          <GraphiQL.Toolbar>
            {({ prettify, merge, copy }) => (
              <>
                {prettify}
                {merge}
                {copy}
                <ExamplesMenu examples={examples} />
              </>
            )}
          </GraphiQL.Toolbar>
          <EditorOptions />
          <EditorTheme />
        </GraphiQL>
      </main>
    </>
  )
}

import { GraphiQL } from 'graphiql'
import { EditorTheme } from './EditorTheme.tsx'
import { editorTheme } from './editorThemes.ts'
import { ExamplesMenu } from './ExamplesMenu.tsx'
import { fetcher } from './fetcher.ts'
import { Header } from './Header.tsx'
import { storage } from './storage.ts'
import { openingEditors, openingTabs, requestedTab } from './tabs.ts'

const requested = requestedTab(location.search)
const editors = openingEditors(requested)

/** The whole page: a header and GraphiQL with the example operations as tabs. */
export function Playground() {
  return (
    <>
      <Header />
      <main className="muniment-ide">
        <GraphiQL
          fetcher={fetcher}
          storage={storage}
          defaultTabs={openingTabs(requested)}
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
                <ExamplesMenu />
              </>
            )}
          </GraphiQL.Toolbar>
          <EditorTheme />
        </GraphiQL>
      </main>
    </>
  )
}

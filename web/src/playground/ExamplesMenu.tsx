import { ToolbarButton, ToolbarMenu, useGraphiQL, useGraphiQLActions } from '@graphiql/react'
import type { Example } from './examples.ts'

/** Opens an example in a new tab, so that an edited or closed example can be opened again. */
export function ExamplesMenu({ examples }: { examples: readonly Example[] }) {
  const { addTab } = useGraphiQLActions()
  const queryEditor = useGraphiQL((state) => state.queryEditor)
  const variableEditor = useGraphiQL((state) => state.variableEditor)

  function open(example: Example) {
    addTab()
    queryEditor?.setValue(example.query)
    variableEditor?.setValue(example.variables)
  }

  return (
    <ToolbarMenu
      button={
        <ToolbarButton label="Open an example in a new tab">
          <BookIcon />
        </ToolbarButton>
      }
    >
      {examples.map((example) => (
        <ToolbarMenu.Item key={example.name} onSelect={() => open(example)}>
          {example.name}
        </ToolbarMenu.Item>
      ))}
    </ToolbarMenu>
  )
}

function BookIcon() {
  return (
    <svg
      className="graphiql-toolbar-icon"
      aria-hidden="true"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinejoin="round"
    >
      <path d="M4 5.5A2.5 2.5 0 0 1 6.500 3H20v15H6.500A2.500 2.500 0 0 0 4 20.500zM4 20.500A2.500 2.500 0 0 0 6.500 21H20M8.500 7.500h7M8.500 11.500h5" />
    </svg>
  )
}

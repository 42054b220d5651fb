import './workers.ts'
import '@graphiql/react/style.css'
import '@graphiql/plugin-doc-explorer/style.css'
import '@graphiql/plugin-history/style.css'
import 'graphiql/graphiql.css'
import './playground.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { examplesFor } from './examples.ts'
import { takeHanded } from './handover.ts'
import { Playground } from './Playground.tsx'
import { findStartingPoint } from './startingPoint.ts'
import { refillStoredTabs, storeHandedTabs } from './tabs.ts'
import { refreshViewer } from './viewer.ts'

const root = document.querySelector('#playground')
if (!root) {
  throw new Error('index.html has no #playground element')
}
const page = createRoot(root)
// While the viewer views as an account, the header has one more line. The content below must not move.
void Promise.all([findStartingPoint(), refreshViewer()]).then(([point]) => {
  const examples = examplesFor(point)
  refillStoredTabs(examples)
  storeHandedTabs(examples, takeHanded())
  page.render(
    <StrictMode>
      <Playground examples={examples} />
    </StrictMode>,
  )
})

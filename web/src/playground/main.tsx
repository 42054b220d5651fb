import './workers.ts'
import '@graphiql/react/style.css'
import '@graphiql/plugin-doc-explorer/style.css'
import '@graphiql/plugin-history/style.css'
import 'graphiql/graphiql.css'
import './playground.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Playground } from './Playground.tsx'

const root = document.querySelector('#playground')
if (!root) {
  throw new Error('index.html has no #playground element')
}
createRoot(root).render(
  <StrictMode>
    <Playground />
  </StrictMode>,
)

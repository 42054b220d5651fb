import { cleanup, render, screen } from '@testing-library/react'
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { createClient, Provider } from 'urql'
import { afterEach, expect, test, vi } from 'vitest'
import { en } from '../language/en.ts'
import { Format } from '../language/format.ts'
import { LanguageProvider } from '../language/language.tsx'
import { Shell } from './Shell.tsx'

const format = new Format('en-GB')
const texts = en(format)
const viewer = vi.hoisted(() => ({
  name: 'Otto',
  viewingAs: null as object | null,
  narrowedTo: null,
  producerRole: null,
  user: null,
}))
vi.mock('../viewer/viewer.tsx', () => ({ useViewer: () => viewer }))

/** Shows the page of an account. The server is never asked. */
async function open(account: string) {
  const root = createRootRoute()
  const page = createRoute({ getParentRoute: () => root, path: '/accounts/$account', component: Shell })
  const history = createMemoryHistory({ initialEntries: [`/accounts/${account}`] })
  const router = createRouter({ routeTree: root.addChildren([page]), history })
  const client = createClient({ url: 'https://portal.example', exchanges: [], preferGetMethod: false })
  render(
    <LanguageProvider language={{ texts, format, code: 'en' }}>
      <Provider value={client}>
        <RouterProvider router={router as never} />
      </Provider>
    </LanguageProvider>,
  )
  await screen.findByRole('heading', { name: texts.failure.lost })
}

afterEach(cleanup)

test('an address without the id of an account leads nowhere, however long it is', async () => {
  await open('x'.repeat(3000))
  expect(screen.queryByRole('region', { name: texts.frame.viewing.label })).toBeNull()
})

test('who sees what another sees can end that also where there is no page', async () => {
  viewer.viewingAs = { id: 'acct_0R8Z3V6Q1M2C4', name: 'Kestrel' }
  await open('acct_1')
  expect(screen.getByRole('button', { name: texts.frame.viewing.endViewing })).toBeTruthy()
})

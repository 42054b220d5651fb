import './design/font.ts'
import './design/roles.css'
import './design/base.css'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { Provider } from 'urql'
import { newClient, renew } from './contract/client.ts'
import { wholePage } from './contract/first.ts'
import { watchToday } from './day/today.ts'
import { MissingScreen } from './kit/Missing.tsx'
import { type Language, LanguageProvider, loadLanguage } from './language/language.tsx'
import { newRouter } from './router.tsx'
import { applyPreferences, localesOf, preferences, usePreferences } from './settings/preferences.ts'
import { SessionEnd } from './shell/SessionEnd.tsx'
import { ViewerProvider } from './viewer/viewer.tsx'

const root = document.querySelector('#portal')
if (root === null) {
  throw new Error('index.html has no #portal element')
}

const client = newClient()

/** The whole page. It speaks the language of the browser, or the one that the viewer chose. */
function Portal({ first, router }: { first: Language; router: ReturnType<typeof newRouter> | null }) {
  const wanted = usePreferences().language
  const [language, setLanguage] = useState(first)
  useEffect(() => {
    let current = true
    // Without a connection its texts may be missing, and come when there is one again.
    const load = () =>
      void loadLanguage(localesOf(wanted)).then(
        (loaded) => current && setLanguage(loaded),
        () => undefined,
      )
    load()
    addEventListener('online', load)
    return () => {
      current = false
      removeEventListener('online', load)
    }
  }, [wanted])
  useEffect(() => {
    document.documentElement.lang = language.code
  }, [language])
  useEffect(() => watchToday(() => renew(client)), [])
  return (
    <LanguageProvider language={language}>
      <Provider value={client}>
        <ViewerProvider>
          {router ? (
            <RouterProvider router={router} />
          ) : (
            <MissingScreen meanwhile={null} waits={false} retry={() => location.reload()} />
          )}
        </ViewerProvider>
        <SessionEnd />
      </Provider>
    </LanguageProvider>
  )
}

applyPreferences()
const page = createRoot(root)
const language = loadLanguage(localesOf(preferences().language)).catch(() => loadLanguage([])) // English is always here
/** The routes of the page, with those of the console on its own pages; null if their script could not be loaded. */
const routes =
  location.pathname.split('/')[1] === 'console'
    ? import('../console/routes.tsx').then(
        ({ consoleRoutes }) => newRouter(consoleRoutes),
        () => null,
      )
    : newRouter()
void Promise.all([language, routes, wholePage()]).then(([loaded, router]) =>
  page.render(
    <StrictMode>
      <Portal first={loaded} router={router} />
    </StrictMode>,
  ),
)

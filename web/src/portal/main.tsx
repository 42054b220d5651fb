import './design/font.css'
import './design/roles.css'
import './design/base.css'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Provider } from 'urql'
import { newClient } from './contract/client.ts'
import { LanguageProvider, loadLanguage } from './language/language.tsx'
import { router } from './router.tsx'
import { ViewerProvider } from './viewer/viewer.tsx'

const root = document.querySelector('#portal')
if (root === null) {
  throw new Error('index.html has no #portal element')
}

const client = newClient(() => {
  location.assign(`/sign-in?return_to=${encodeURIComponent(location.pathname + location.search)}`)
})
const page = createRoot(root)
void loadLanguage(navigator.languages).then((language) => {
  document.documentElement.lang = language.code
  page.render(
    <StrictMode>
      <LanguageProvider language={language}>
        <Provider value={client}>
          <ViewerProvider>
            <RouterProvider router={router} />
          </ViewerProvider>
        </Provider>
      </LanguageProvider>
    </StrictMode>,
  )
})

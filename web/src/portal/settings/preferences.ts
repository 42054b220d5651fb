import { newStore } from '../kit/store.ts'

/** What a viewer chose for this browser. Null means as the browser or the system has it. */
type Preferences = {
  language: 'en' | 'de' | null
  theme: 'light' | 'dark' | null
  dense: boolean
  /** Whether single keys are shortcuts. People who speak to their computer may not want them. */
  shortcuts: boolean
}

const place = 'muniment.preferences'
const usual: Preferences = { language: null, theme: null, dense: false, shortcuts: true }

/** Reads what the browser remembers. A browser that remembers nothing, or something else, has the usual ones. */
function read(): Preferences {
  try {
    const kept = JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<Record<keyof Preferences, unknown>>
    return {
      language: kept.language === 'en' || kept.language === 'de' ? kept.language : null,
      theme: kept.theme === 'light' || kept.theme === 'dark' ? kept.theme : null,
      dense: kept.dense === true,
      shortcuts: kept.shortcuts !== false,
    }
  } catch {
    return usual
  }
}

const current = newStore(read())

function show() {
  const { dataset } = document.documentElement
  delete dataset.theme
  delete dataset.density
  const { theme, dense } = current.get()
  if (theme !== null) {
    dataset.theme = theme
  }
  if (dense) {
    dataset.density = 'dense'
  }
}

function changed(next: Preferences) {
  current.set(next)
  show()
}

/** Shows the page as the viewer chose it, also if they choose again in another tab. */
export function applyPreferences() {
  show()
  addEventListener('storage', (event) => {
    if (event.key === place) {
      changed(read())
    }
  })
}

/** Remembers a choice. */
export function prefer(choice: Partial<Preferences>) {
  const next = { ...current.get(), ...choice }
  try {
    localStorage.setItem(place, JSON.stringify(next))
  } catch {
    // The browser keeps nothing; the choice holds until the page is left.
  }
  changed(next)
}

/** What the viewer chose. */
export const preferences = current.get

/** What the viewer chose, anew after each choice. */
export const usePreferences = current.use

/** The locales in which a viewer may want to read, best first. */
export function localesOf(language: Preferences['language']): readonly string[] {
  if (language === null) {
    return navigator.languages
  }
  return [
    navigator.languages.find((tag) => tag.toLowerCase().startsWith(language)) ?? { en: 'en-GB', de: 'de-DE' }[language],
  ]
}

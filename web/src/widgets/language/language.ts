import type { Texts } from './en.ts'
import { type Writer, writer } from './write.ts'

/** The texts of a language, with what writes days and numbers in it. */
export type Language = { texts: Texts; write: Writer }

/** A language that could not be loaded is null. */
const loaded = new Map<string, Language | null>()

/**
 * The language for a language tag, English for one that the widgets do not speak. While its texts are loaded it is
 * undefined, and `then` is called afterwards; null says that they cannot be loaded.
 */
export function languageOf(tag: string, then: () => void): Language | null | undefined {
  const known = loaded.get(tag)
  if (known === undefined) {
    void load(tag).then((language) => {
      loaded.set(tag, language)
      then()
    })
  }
  return known
}

async function load(tag: string): Promise<Language | null> {
  try {
    if (/^de\b/iu.test(tag)) {
      return { texts: (await import('./de.ts')).de, write: writer(canonical(tag, 'de')) }
    }
    return { texts: (await import('./en.ts')).en, write: writer(/^en\b/iu.test(tag) ? canonical(tag, 'en') : 'en') }
  } catch {
    return null
  }
}

/** A tag that Intl understands: pages write anything. */
function canonical(tag: string, otherwise: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] as string
  } catch {
    return otherwise
  }
}

/** The language tag of the page around an element, also through open shadow roots. */
export function tagAround(element: Element): string {
  const tag = element.closest('[lang]')?.getAttribute('lang')
  const { host } = element.getRootNode() as Partial<ShadowRoot>
  return tag || (host ? tagAround(host) : navigator.language)
}

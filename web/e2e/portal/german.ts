import type { Page } from '@playwright/test'
import { de } from '../../src/portal/language/de.ts'
import { en } from '../../src/portal/language/en.ts'
import { Format } from '../../src/portal/language/format.ts'
import { screenTables } from '../../src/portal/language/screenTables.ts'
import { roles } from '../roles.ts'

/** Every text without values, by its place in the module of texts. */
function texts(part: unknown, place: string, found: Map<string, string>): Map<string, string> {
  if (typeof part === 'string') {
    found.set(place, part)
  } else if (typeof part === 'object' && part !== null) {
    for (const [name, inner] of Object.entries(part)) {
      texts(inner, `${place}.${name}`, found)
    }
  }
  return found
}

/** The texts of a language by their places: those of the frame, and those of every screen. */
function textsIn(frame: object, code: 'en' | 'de'): Map<string, string> {
  const found = texts(frame, '', new Map())
  for (const table of screenTables) {
    texts(table[code](new Format(code)), table.file, found)
  }
  return found
}

const english = textsIn(en(new Format('en')), 'en')
const german = textsIn(de(new Format('de')), 'de')
const alsoGerman = new Set(german.values())

/** The English texts that nothing says in German. */
const onlyEnglish = new Set(
  [...english].filter(([place, text]) => german.get(place) !== text && !alsoGerman.has(text)).map(([, text]) => text),
)

/** What the sample base has: sentences of people, and a kind of records of its source. A language has its own name. */
const written = new Set(['I plan the renewals of next year.', 'host', 'English'])

/** Words that no German sentence has. */
const words =
  /\b(?:the|of|and|with|is|are|your|you|for|from|has|have|this|that|these|by|been|its|which|until|since|ago|today)\b/i

/**
 * Finds English on a page that ought to be German: texts of the portal, and sentences with English words. Names of the
 * sample base stay as they are, and so does what people wrote, which stands in quotation marks. What the page marks as
 * English, such as the descriptions of the contract, is left out.
 */
export async function englishOn(page: Page): Promise<string[]> {
  const said = await page.evaluate(() => {
    const found: string[] = [document.title]
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement
      if (element?.closest('body [lang="en"]')) {
        continue
      }
      if (node instanceof Element) {
        found.push(...['aria-label', 'title', 'placeholder'].map((name) => node.getAttribute(name) ?? ''))
      } else if (node.parentElement?.closest('script, style') === null) {
        found.push(node.textContent ?? '')
      }
    }
    return found.map((text) => text.replaceAll(/\s+/g, ' ').trim())
  })
  return [...new Set(said)].filter((text) => {
    const own = roles.reduce((rest, role) => rest.replaceAll(role, ''), text.replaceAll(/„[^“]*“/gu, ''))
    return !written.has(own) && (onlyEnglish.has(own) || words.test(own))
  })
}

import { stringifyDocument } from '@urql/core'
import { handOver, type HandedQuery } from '../../playground/handover.ts'
import { shownQueries } from '../contract/client.ts'

/** What the frame of every page and the palette ask, which is not of the screen. */
const ofTheFrame = new Set([
  'Viewer',
  'Account',
  'HeldLineItems',
  'AccountMembers',
  'Palette',
  'NearInvitations',
  'NearLines',
])

/** The page asks for the types of all objects, for its cache. People who read a query do not need them. */
function readable(text: string): string {
  return text.replaceAll(/^ *__typename\n/gmu, '')
}

/** The questions of the screen that is shown, each with its variables. */
export function queriesOfScreen(): HandedQuery[] {
  return shownQueries().flatMap(({ query, variables }) => {
    const text = readable(stringifyDocument(query))
    const name = /^query (\w+)/mu.exec(text)?.[1] ?? ''
    return ofTheFrame.has(name) ? [] : [{ query: text, variables: JSON.stringify(variables ?? {}, null, 2) }]
  })
}

/** Opens the playground in a new tab, with a tab of its own for each question of the screen. */
export function openInPlayground() {
  try {
    handOver(queriesOfScreen())
  } catch {
    // The browser keeps nothing; the playground then opens with what it has.
  }
  open('/playground/', '_blank', 'noopener')
}

import type { Example } from './examples.ts'
import { storage } from './storage.ts'

/** The content of a tab. */
export interface OpeningTab {
  query: string
  variables?: string
}

/** Where GraphiQL stores its tabs, and the content of the editors. */
const tabState = 'graphiql:tabState'
const editors = { query: 'graphiql:query', variables: 'graphiql:variables' }

/** Where the examples are stored as they were last filled in. */
const lastFilled = 'examples'

/** The operation in `?query=` and, optionally, `&variables=` of the address; undefined if there is none. */
export function requestedTab(search: string): OpeningTab | undefined {
  const parameters = new URLSearchParams(search)
  const query = parameters.get('query')
  return query ? { query, variables: parameters.get('variables') ?? '' } : undefined
}

/** The tabs of a first visit: the requested operation if there is one, then every example. */
export function openingTabs(examples: readonly Example[], requested: OpeningTab | undefined): OpeningTab[] {
  const tabs = examples.map(({ query, variables }) => ({ query, variables }))
  return requested ? [requested, ...tabs] : tabs
}

/**
 * The initial content of the editors: the requested operation, or the first tab on a first visit, or
 * otherwise undefined, so that GraphiQL restores what it has stored. GraphiQL by itself would open the
 * first tab without its variables.
 */
export function openingEditors(examples: readonly Example[], requested: OpeningTab | undefined): OpeningTab | undefined {
  const firstVisit = storage.getItem(tabState) === null
  return requested ?? (firstVisit ? openingTabs(examples, undefined)[0] : undefined)
}

/**
 * Fills the examples in stored tabs in again, because the viewer may be another one than before. What somebody has edited
 * stays as it is.
 */
export function refillStoredTabs(examples: readonly Example[]) {
  const before = parsed<Example[]>(lastFilled) ?? []
  const replacement = ({ query, variables }: { query: string | null; variables: string | null }) => {
    const old = before.find((example) => example.query === query && example.variables === (variables ?? ''))
    return old && examples.find(({ name }) => name === old.name)
  }
  const stored = parsed<{ tabs: { query: string | null; variables: string | null }[] }>(tabState)
  for (const tab of stored?.tabs ?? []) {
    const { query, variables } = replacement(tab) ?? tab
    Object.assign(tab, { query, variables })
  }
  if (stored) {
    storage.setItem(tabState, JSON.stringify(stored))
  }
  const shown = replacement({ query: storage.getItem(editors.query), variables: storage.getItem(editors.variables) })
  if (shown) {
    storage.setItem(editors.query, shown.query)
    storage.setItem(editors.variables, shown.variables)
  }
  storage.setItem(lastFilled, JSON.stringify(examples))
}

function parsed<Content>(key: string): Content | undefined {
  try {
    return (JSON.parse(storage.getItem(key) ?? 'null') as Content | null) ?? undefined
  } catch {
    return undefined
  }
}

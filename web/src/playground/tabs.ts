import { examples } from './examples.ts'
import { storage } from './storage.ts'

/** The initial content of a tab. */
export interface OpeningTab {
  query: string
  variables?: string
}

/** The operation in `?query=` and, optionally, `&variables=` of the address; undefined if there is none. */
export function requestedTab(search: string): OpeningTab | undefined {
  const parameters = new URLSearchParams(search)
  const query = parameters.get('query')
  return query ? { query, variables: parameters.get('variables') ?? '' } : undefined
}

/** The tabs of a first visit: the requested operation if there is one, then every example. */
export function openingTabs(requested: OpeningTab | undefined): OpeningTab[] {
  const tabs = examples.map(({ query, variables }) => ({ query, variables }))
  return requested ? [requested, ...tabs] : tabs
}

/**
 * The initial content of the editors: the requested operation, or the first tab on a first visit, or
 * otherwise undefined, so that GraphiQL restores what it has stored. GraphiQL by itself would open the
 * first tab without its variables.
 */
export function openingEditors(requested: OpeningTab | undefined): OpeningTab | undefined {
  const firstVisit = storage.getItem('graphiql:tabState') === null
  return requested ?? (firstVisit ? openingTabs(undefined)[0] : undefined)
}

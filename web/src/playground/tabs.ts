import { examples } from './examples.ts'
import { storage } from './storage.ts'

/** What a tab opens with. */
export interface OpeningTab {
  query: string
  variables?: string
}

/** The operation a link asks for with `?query=` and, optionally, `&variables=`; undefined without one. */
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
 * What the editors begin with: the requested operation, on a first visit the first tab, and
 * otherwise undefined, which leaves them to what GraphiQL has kept. GraphiQL by itself would open the
 * first tab without its variables.
 */
export function openingEditors(requested: OpeningTab | undefined): OpeningTab | undefined {
  const firstVisit = storage.getItem('graphiql:tabState') === null
  return requested ?? (firstVisit ? openingTabs(undefined)[0] : undefined)
}

import type { Example } from './examples.ts'
import type { HandedQuery } from './handover.ts'
import { storage } from './storage.ts'

/** The content of a tab. */
export interface OpeningTab {
  query: string
  variables?: string
}

/** Where GraphiQL stores its tabs. */
const tabState = 'graphiql:tabState'

interface StoredTab {
  query: string | null
  variables: string | null
  [other: string]: unknown
}

interface StoredTabs {
  tabs: StoredTab[]
  activeTabIndex: number
}

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
 * The initial content of the editors: the requested operation, or the tab that was selected last, or on a first visit the
 * first tab. GraphiQL by itself would open the first tab without its variables, and would also restore the variables only
 * if somebody has edited them.
 */
export function openingEditors(
  examples: readonly Example[],
  requested: OpeningTab | undefined,
): OpeningTab | undefined {
  const stored = parsed<StoredTabs>(tabState)
  const selected = stored?.tabs?.[stored.activeTabIndex] ?? stored?.tabs?.[0]
  const restored = selected && { query: selected.query ?? '', variables: selected.variables ?? '' }
  return requested ?? restored ?? openingTabs(examples, undefined)[0]
}

/**
 * Fills the examples in stored tabs in again, because the viewer may be another one than before, and closes those that
 * no longer fit, such as the one of a server without accounts. What somebody has edited stays as it is.
 */
export function refillStoredTabs(examples: readonly Example[]) {
  const before = parsed<Example[]>(lastFilled) ?? []
  const stored = parsed<StoredTabs>(tabState)
  if (stored?.tabs) {
    const selected = stored.tabs[stored.activeTabIndex]
    const exampleIn = ({ query, variables }: StoredTab) =>
      before.find((old) => old.query === query && old.variables === (variables ?? ''))
    const kept = stored.tabs.filter((tab) => {
      const old = exampleIn(tab)
      return old === undefined || examples.some(({ name }) => name === old.name)
    })
    for (const tab of kept) {
      const old = exampleIn(tab)
      const { query, variables } = examples.find(({ name }) => name === old?.name) ?? tab
      Object.assign(tab, { query, variables })
    }
    if (kept.length > 0) {
      const activeTabIndex = Math.max(0, selected ? kept.indexOf(selected) : 0)
      storage.setItem(tabState, JSON.stringify({ ...stored, tabs: kept, activeTabIndex }))
    } else {
      storage.removeItem(tabState)
    }
  }
  storage.setItem(lastFilled, JSON.stringify(examples))
}

/**
 * Puts queries that another page handed over into the stored tabs, one tab for each, and selects the first of them. Queries
 * that are in a tab already get no second one.
 */
export function storeHandedTabs(examples: readonly Example[], handed: readonly HandedQuery[]) {
  if (handed.length === 0) {
    return
  }
  const stored = parsed<StoredTabs>(tabState) ?? {
    tabs: openingTabs(examples, undefined).map(newTab),
    activeTabIndex: 0,
  }
  const placeOf = ({ query, variables }: HandedQuery) =>
    stored.tabs.findIndex((tab) => tab.query === query && (tab.variables ?? '') === variables)
  for (const tab of handed) {
    if (placeOf(tab) < 0) {
      stored.tabs.push(newTab(tab))
    }
  }
  const activeTabIndex = handed[0] ? placeOf(handed[0]) : 0
  storage.setItem(tabState, JSON.stringify({ ...stored, activeTabIndex }))
}

/** A tab as GraphiQL stores it. */
function newTab({ query, variables = '' }: OpeningTab): StoredTab {
  const operationName = /^(?:query|mutation)\s+(\w+)/mu.exec(query)?.[1] ?? null
  return {
    id: crypto.randomUUID(),
    hash: null,
    title: operationName ?? '<untitled>',
    query,
    variables,
    headers: null,
    operationName,
    response: null,
  }
}

function parsed<Content>(key: string): Content | undefined {
  try {
    return (JSON.parse(storage.getItem(key) ?? 'null') as Content | null) ?? undefined
  } catch {
    return undefined
  }
}

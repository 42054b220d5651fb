/** A query that another page of the server hands to the playground, with its variables as JSON. */
export interface HandedQuery {
  query: string
  variables: string
}

/** Where queries wait for the playground. It is below the prefix of the playground's own storage. */
const place = 'muniment:handover'

/** How long they wait, in milliseconds. What was handed over longer ago belongs to a page that never opened. */
const patience = 60_000

/** Leaves queries for the playground, which opens a tab for each. */
export function handOver(queries: readonly HandedQuery[], now = Date.now()) {
  localStorage.setItem(place, JSON.stringify({ at: now, queries }))
}

/** Takes the queries that wait, once. */
export function takeHanded(now = Date.now()): HandedQuery[] {
  const text = localStorage.getItem(place)
  localStorage.removeItem(place)
  try {
    const { at, queries } = JSON.parse(text ?? '{}') as { at?: unknown; queries?: unknown }
    const isNow = typeof at === 'number' && Math.abs(now - at) < patience
    return isNow && Array.isArray(queries) ? queries.filter(isQuery) : []
  } catch {
    return []
  }
}

function isQuery(value: unknown): value is HandedQuery {
  const { query, variables } = (value ?? {}) as Partial<Record<keyof HandedQuery, unknown>>
  return typeof query === 'string' && typeof variables === 'string'
}

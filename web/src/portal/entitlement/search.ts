import type { LineItemFilterInput, Status } from '../contract/types.ts'
import { addDays } from '../language/format.ts'

/** What the list of line items shows, as its address says it. What is left out is not filtered. */
export type LinesSearch = {
  status?: Status | 'all'
  ends?: 30 | 60 | 90
  covered?: boolean
  use?: 'over' | 'free'
  text?: string
  below?: boolean
}

const statuses: readonly Status[] = [
  'ACTIVE',
  'IN_GRACE',
  'AWAITING_ACTIVATION',
  'FUTURE',
  'EXPIRED',
  'SUSPENDED',
  'ON_HOLD',
  'SUPERSEDED',
  'TEST',
  'DRAFT',
  'WITHDRAWN',
]

/** Reads the address. What it does not understand is left out. */
export function linesSearch(search: Record<string, unknown>): LinesSearch {
  const status = search.status === 'all' ? 'all' : statuses.find((s) => s === search.status)
  const ends = ([30, 60, 90] as const).find((days) => days === Number(search.ends))
  const use = (['over', 'free'] as const).find((u) => u === search.use)
  const text = typeof search.text === 'string' || typeof search.text === 'number' ? String(search.text).slice(0, 200) : ''
  return {
    ...(status && { status }),
    ...(ends && { ends }),
    ...(typeof search.covered === 'boolean' && { covered: search.covered }),
    ...(use && { use }),
    ...(text !== '' && { text }),
    ...(search.below === false && { below: false }),
  }
}

/** The filter of the contract for an address. Without a status, the list has what is held. */
export function linesFilter(account: string, search: LinesSearch, day: string, chosen?: string): LineItemFilterInput {
  const { status, ends, covered, use, text, below } = search
  return {
    account,
    includeSubAccounts: below !== false,
    ...(status === undefined && { status: ['ACTIVE', 'IN_GRACE'] }),
    ...(status !== undefined && status !== 'all' && { status: [status] }),
    ...(ends && { endsBetween: { from: day, to: addDays(day, ends) } }),
    ...(covered !== undefined && { covered }),
    ...(use === 'over' && { hasExcess: true }),
    ...(use === 'free' && { hasFree: true }),
    ...(text && { text }),
    ...(chosen !== undefined && (status !== 'all' || covered !== undefined || use !== undefined) && { on: chosen }),
  }
}

import type { LineItemFilterInput, LineItemOrder, OrderDirection, PositionGrouping, Status } from '../contract/types.ts'
import { readId } from '../contract/id.ts'
import { searchText, yesOrNo } from '../contract/address.ts'
import { isDay } from '../language/format.ts'
import { pasted } from '../contract/pasted.ts'
import { daysFrom, heldStatuses, renewableStatuses, soonDays } from './states.ts'

/** A range of days in the address, such as 2026-01-01..2026-06-30. Either day may be missing. */
export type DayRange = `${string}..${string}`

/** When something ends: within so many days from the day of the page, or in a range of days. */
export type Window = (typeof windows)[number] | DayRange

/** What the list of line items shows, as its address says it. What is left out is not filtered. */
export type LinesSearch = {
  status?: Status | 'all' | 'renewable'
  ends?: Window
  /** The list has only rights without an end, or only the others. */
  perpetual?: boolean
  covered?: boolean
  coverageEnds?: Window
  use?: 'over' | 'free'
  text?: string
  productLine?: string
  product?: string
  unit?: string
  /** One account below the account of the page. */
  held?: string
  /** Whether the list has line items of the accounts below. */
  below?: false
  group?: Grouping
  order?: Order
}

/** By what the rows are grouped if the address says something; without it, by product line. */
type Grouping = (typeof groupings)[number]

/** In which order the rows are if the address says something; without it, what ends first is first. */
export type Order = (typeof orders)[number]

export const windows = [30, 60, soonDays] as const
export const groupings = ['product', 'unit', 'account', 'none'] as const
export const orders = ['ends-last', 'newest', 'oldest', 'changed-last', 'changed-first'] as const

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

const orderOf: Record<Order, { orderBy: LineItemOrder; direction: OrderDirection }> = {
  'ends-last': { orderBy: 'ENDS_ON', direction: 'DESCENDING' },
  newest: { orderBy: 'CREATED', direction: 'DESCENDING' },
  oldest: { orderBy: 'CREATED', direction: 'ASCENDING' },
  'changed-last': { orderBy: 'UPDATED', direction: 'DESCENDING' },
  'changed-first': { orderBy: 'UPDATED', direction: 'ASCENDING' },
}

/** The order of the contract for an address. */
export function linesOrder(order: Order | undefined): { orderBy: LineItemOrder; direction: OrderDirection } {
  return order === undefined ? { orderBy: 'ENDS_ON', direction: 'ASCENDING' } : orderOf[order]
}

/** The grouping of the contract for an address; null for rows without groups. */
export function linesGrouping(group: Grouping | undefined): PositionGrouping | null {
  switch (group) {
    case 'product':
      return 'PRODUCT'
    case 'unit':
      return 'UNIT'
    case 'account':
      return 'ACCOUNT'
    case 'none':
      return null
    default:
      return 'PRODUCT_LINE'
  }
}

/** Writes a range of days for the address. */
export function writeRange(from: string, to: string): DayRange {
  return `${from}..${to}`
}

/** Reads a range of days. A side that is no day is open. It is null if both are, or if the range ends before it starts. */
export function readRange(text: unknown): { from: string | null; to: string | null } | null {
  const [first, last, more] = typeof text === 'string' ? text.split('..') : []
  if (first === undefined || last === undefined || more !== undefined) {
    return null
  }
  const from = isDay(first) ? first : null
  const to = isDay(last) ? last : null
  if ((from === null && to === null) || (from !== null && to !== null && to < from)) {
    return null
  }
  return { from, to }
}

function readWindow(value: unknown): Window | undefined {
  const days = windows.find((d) => d === Number(value))
  const range = readRange(value)
  return days ?? (range === null ? undefined : writeRange(range.from ?? '', range.to ?? ''))
}

/** The range of days of a window, which begins with the day of the page. */
export function daysOf(window: Window, day: string): { from: string | null; to: string | null } {
  return typeof window === 'number' ? daysFrom(day, window) : (readRange(window) ?? { from: null, to: null })
}

/** Reads the address. What it does not understand is left out. */
export function linesSearch(search: Record<string, unknown>): LinesSearch {
  const read: LinesSearch = {
    status: ['all' as const, 'renewable' as const, ...statuses].find((s) => s === search.status),
    ends: readWindow(search.ends),
    perpetual: yesOrNo(search.perpetual),
    covered: yesOrNo(search.covered),
    coverageEnds: readWindow(search.coverageEnds),
    use: (['over', 'free'] as const).find((u) => u === search.use),
    text: searchText(search.text),
    productLine: readId(search.productLine, 'pline'),
    product: readId(search.product, 'prod'),
    unit: readId(search.unit, 'unit'),
    held: readId(search.held, 'acct'),
    below: yesOrNo(search.below) === false ? false : undefined,
    group: groupings.find((g) => g === search.group),
    order: orders.find((o) => o === search.order),
  }
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined))
}

/** The filter of the contract for an address. Without a status, the list has what is held. */
export function linesFilter(account: string, search: LinesSearch, day: string, chosen?: string): LineItemFilterInput {
  const { status, ends, perpetual, covered, coverageEnds, use, text, productLine, product, unit, held, below } = search
  const asksAboutADay = status !== 'all' || covered !== undefined || use !== undefined
  return {
    account: held ?? account,
    includeSubAccounts: below !== false,
    ...(status === undefined && { status: [...heldStatuses] }),
    ...(status === 'renewable' && { status: [...renewableStatuses] }),
    ...(status !== undefined && status !== 'all' && status !== 'renewable' && { status: [status] }),
    ...(ends && { endsBetween: daysOf(ends, day) }),
    ...(perpetual !== undefined && { perpetual }),
    ...(covered !== undefined && { covered }),
    ...(coverageEnds && { coverageEndsBetween: daysOf(coverageEnds, day) }),
    ...(use === 'over' && { hasExcess: true }),
    ...(use === 'free' && { hasFree: true }),
    ...(text && { text: pasted(text) }),
    ...(productLine && { productLine }),
    ...(product && { product }),
    ...(unit && { unit }),
    ...(chosen !== undefined && asksAboutADay && { on: chosen }),
  }
}

/** The filters of the address that sums of what an account holds know nothing of. */
const narrowing = [
  'status',
  'ends',
  'perpetual',
  'covered',
  'coverageEnds',
  'use',
  'text',
  'productLine',
  'product',
  'unit',
] as const

/** Whether the list leaves out something of what is held, so that sums of what is held are not those of its rows. */
export function narrows(search: LinesSearch): boolean {
  return narrowing.some((name) => search[name] !== undefined)
}

/** Whether sums of what is held say something about the groups of the list: it leaves out nothing of what is held. */
export function hasSums(search: LinesSearch): boolean {
  return !narrows({ ...search, status: search.status === 'all' ? undefined : search.status })
}

/** The tabs of a line item. The first one needs no word in the address. */
export const tabs = ['timeline', 'activations', 'servers', 'lineage', 'ledger', 'history'] as const
export type Tab = (typeof tabs)[number]

/** What the page of a line item shows, as its address says it. */
type LineSearch = { tab?: Exclude<Tab, 'timeline'>; all?: true }

/** Reads the address of a line item. */
export function lineSearch(search: Record<string, unknown>): LineSearch {
  const tab = tabs.find((t) => t === search.tab)
  return {
    ...(tab !== undefined && tab !== 'timeline' && { tab }),
    ...(yesOrNo(search.all) && { all: true }),
  }
}

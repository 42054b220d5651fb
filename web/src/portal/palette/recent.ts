import type { FoundLine } from './found.ts'

const place = 'muniment.recent'
const most = 6

function all(): FoundLine[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(place) ?? '[]')
    return Array.isArray(kept) ? (kept as FoundLine[]).filter((line) => typeof line?.id === 'string' && line.account) : []
  } catch {
    return []
  }
}

/** The line items that were opened last from the palette in this tab. */
export function recentLines(): FoundLine[] {
  return all()
}

/** Remembers a line item that was opened. */
export function rememberLine(line: FoundLine) {
  try {
    sessionStorage.setItem(place, JSON.stringify([line, ...all().filter((other) => other.id !== line.id)].slice(0, most)))
  } catch {
    // The browser keeps nothing.
  }
}

import type { FoundLine } from './found.ts'

/** The place in the browser where the line items of a person are. Others who sign in here do not see them. */
const place = (user: string) => `muniment.recent.${user}`
const most = 6

/** The line items that a person opened last from the palette in this tab. */
export function recentLines(user: string): FoundLine[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(place(user)) ?? '[]')
    return Array.isArray(kept)
      ? (kept as FoundLine[]).filter((line) => typeof line?.id === 'string' && line.account)
      : []
  } catch {
    return []
  }
}

/** Remembers a line item that was opened. */
export function rememberLine(user: string, line: FoundLine) {
  try {
    const others = recentLines(user).filter((other) => other.id !== line.id)
    sessionStorage.setItem(place(user), JSON.stringify([line, ...others].slice(0, most)))
  } catch {
    // The browser keeps nothing.
  }
}

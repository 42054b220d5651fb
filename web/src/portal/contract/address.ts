/** Characters that nobody sees, or that turn the direction of writing. The contract takes no text with them. */
const unfit = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu

/** The most characters of a text to search for. */
const longest = 200

/** Reads the part of an address after "?". Everything in it is text, which the router would read as JSON and change. */
export function readSearch(query: string): Record<string, unknown> {
  return Object.fromEntries(new URLSearchParams(query))
}

/** Writes the part of an address after "?", with its question mark, for `readSearch`. */
export function writeSearch(search: Record<string, unknown>): string {
  const given = Object.entries(search).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}

/** Reads a yes or no, as the address has it or as a link of the page gives it. */
export function yesOrNo(value: unknown): boolean | undefined {
  return value === true || value === 'true' ? true : value === false || value === 'false' ? false : undefined
}

/** Reads a text to search for. */
export function searchText(value: unknown): string | undefined {
  if (typeof value !== 'string') {
    return undefined
  }
  const text = [...value.replaceAll(unfit, ' ')].slice(0, longest).join('')
  return text.trim() === '' ? undefined : text
}

/**
 * Makes what reads the address of a screen drop the rest. The router keeps what is not read, so that a screen would get
 * it unread. The day of the page is read for all screens.
 */
export function only<Search extends object>(read: (search: Record<string, unknown>) => Search) {
  return (search: Record<string, unknown>): Search => {
    const rest = Object.fromEntries(
      Object.keys(search)
        .filter((name) => name !== 'on')
        .map((name) => [name, undefined]),
    )
    return { ...rest, ...read(search) }
  }
}

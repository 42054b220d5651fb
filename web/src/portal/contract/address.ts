/** Characters that nobody sees, or that turn the direction of writing. The contract takes no text with them. */
const unfit = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu

/** The most characters of a text to search for. */
const longest = 200

/** Reads a text to search for. The router reads a text of digits alone as a number. */
export function searchText(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') {
    return undefined
  }
  const text = [...String(value).replaceAll(unfit, ' ')].slice(0, longest).join('')
  return text.trim() === '' ? undefined : text
}

/**
 * Makes what reads the address of a screen drop the rest. The router keeps what is not read, so that a screen would get
 * it unread. The day of the page is read for all screens.
 */
export function only<Search extends object>(read: (search: Record<string, unknown>) => Search) {
  return (search: Record<string, unknown>): Search => {
    const rest = Object.fromEntries(Object.keys(search).filter((name) => name !== 'on').map((name) => [name, undefined]))
    return { ...rest, ...read(search) }
  }
}

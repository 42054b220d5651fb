/** What a text with addresses says: each address once, and the lines without one. */
export type Addresses = { addresses: string[]; strange: string[] }

/** How many people one change invites at most. */
export const mostAtOnce = 100

/**
 * Reads addresses from what was pasted or from a CSV file: one in each line, or separated by commas, semicolons, tabs
 * or blanks, bare or as "Name <address>". Whether an address is one, the server decides.
 */
export function addressesOf(text: string): Addresses {
  const addresses = new Map<string, string>()
  const strange: string[] = []
  for (const line of text.split(/\r?\n/u)) {
    const bracketed = [...line.matchAll(/<\s*([^<>\s]+)\s*>/gu)].map((match) => match[1] ?? '')
    const found = (bracketed.length > 0 ? bracketed : line.split(/[\s,;|]+/u))
      .map((part) => part.replaceAll(/^["'(]+|["'),.]+$/gu, ''))
      .filter((part) => part.includes('@'))
    for (const address of found) {
      const key = address.toLowerCase()
      if (!addresses.has(key)) {
        addresses.set(key, address)
      }
    }
    if (found.length === 0 && line.trim() !== '') {
      strange.push(line.trim())
    }
  }
  return { addresses: [...addresses.values()], strange }
}

/** Reads the addresses of a CSV file, whose first line may name its columns. */
export function addressesOfCsv(text: string): Addresses {
  const lines = text.replace(/^\uFEFF/u, '').split(/\r?\n/u)
  const rows = lines[0]?.includes('@') ? lines : lines.slice(1)
  return addressesOf(rows.join('\n'))
}

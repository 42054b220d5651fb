/** What a line, or a part of one, is: an address, one that was there before, or no address. */
export type Line = { text: string; is: 'address' | 'again' | 'none' }

/** How many people one change invites at most. */
export const mostAtOnce = 100

/**
 * Reads what was pasted or came from a CSV file: an address in each line, or several separated by commas, semicolons,
 * tabs or blanks, bare or as "Name <address>". Whether an address is one, the server decides.
 */
export function linesOf(text: string): Line[] {
  const seen = new Set<string>()
  const lines: Line[] = []
  for (const line of text.split(/\r?\n/u)) {
    const found = line
      .split(/[,;|\t]/u)
      .flatMap((part) => part.replaceAll(/[^<>]*<\s*([^<>\s]+)\s*>/gu, ' $1 ').split(/\s+/u)) // without names
      .map((part) => part.replaceAll(/^["'(]+|["'),.]+$/gu, ''))
      .filter((part) => part.includes('@'))
    for (const address of found) {
      const key = address.toLowerCase()
      lines.push({ text: address, is: seen.has(key) ? 'again' : 'address' })
      seen.add(key)
    }
    if (found.length === 0 && line.trim() !== '') {
      lines.push({ text: line.trim(), is: 'none' })
    }
  }
  return lines
}

/** The addresses of some lines, each once. */
export function addressesOf(lines: readonly Line[]): string[] {
  return lines.flatMap(({ text, is }) => (is === 'address' ? [text] : []))
}

/** The text of a CSV file without the line that names its columns. */
export function withoutHead(csv: string): string {
  const lines = csv.replace(/^\uFEFF/u, '').split(/\r?\n/u)
  return (lines[0]?.includes('@') ? lines : lines.slice(1)).join('\n')
}

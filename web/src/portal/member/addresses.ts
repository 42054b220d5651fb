/** What a part of what was pasted is: an address, one that was there before, or no address. */
export type Line = { text: string; is: 'address' | 'again' | 'none' }

/** How many people one change invites at most. */
export const mostAtOnce = 100

/**
 * Reads what was pasted: an address in each line, or several separated by commas, semicolons, tabs or blanks, bare or as
 * "Name <address>". What is no address and no name before one is told. Whether an address is one, the server decides.
 */
export function linesOf(text: string): Line[] {
  const seen = new Set<string>()
  return text
    .split(/\r?\n/u)
    .flatMap(partsOf)
    .flatMap(readPart)
    .map((part): Line => {
      if (!part.includes('@')) {
        return { text: part, is: 'none' }
      }
      const key = part.toLowerCase()
      const is = seen.has(key) ? 'again' : 'address'
      seen.add(key)
      return { text: part, is }
    })
}

/** The parts of a line between separators. Those between quotation marks, as in "Osei, Carl", separate nothing. */
function partsOf(line: string): string[] {
  return line.match(/(?:"[^"]*"|[^,;|\t])+/gu) ?? []
}

/** The addresses of a part, and the words that are none. Words before an address in angle brackets are a name. */
function readPart(part: string): string[] {
  const read: string[] = []
  let words: string[] = []
  const tell = () => {
    read.push(...(words.length > 0 ? [words.join(' ')] : []))
    words = []
  }
  for (const word of part.replaceAll(/<\s*([^<>\s]+)\s*>/gu, ' <$1> ').split(/[\s,;]+/u)) {
    const bare = word.replaceAll(/^["'(<]+|["'),.>]+$/gu, '')
    if (word.startsWith('<') && bare.includes('@')) {
      words = []
      if (read.at(-1)?.toLowerCase() !== bare.toLowerCase()) {
        read.push(bare) // else the address itself is the name
      }
    } else if (bare.includes('@')) {
      tell()
      read.push(bare)
    } else if (bare !== '') {
      words.push(bare)
    }
  }
  tell()
  return read
}

/** The addresses of some lines, each once. */
export function addressesOf(lines: readonly Line[]): string[] {
  return lines.flatMap(({ text, is }) => (is === 'address' ? [text] : []))
}

/** Whether the first row of a CSV file names its columns. */
function isHead(row: string): boolean {
  return !row.includes('@') && /mail|addres|adress/iu.test(row)
}

/**
 * The addresses of each row of a CSV file, and the names of its other columns, which are not used. A row without an
 * address stays as one entry, so that it is told.
 *
 * @returns unused is undefined if the file has only addresses, and empty if its other columns have no names
 */
export function readCsv(csv: string): { text: string; unused: string[] | undefined } {
  const [first = '', ...others] = csv.replace(/^\uFEFF/u, '').split(/\r?\n/u)
  const head = isHead(first) ? partsOf(first).map((name) => name.replaceAll('"', '').trim()) : undefined
  const rows = head ? others : [first, ...others]
  const read = rows.map((row) => {
    const lines = linesOf(row)
    const addresses = lines.filter(({ is }) => is !== 'none').map(({ text }) => text)
    const words = partsOf(row).map((part) =>
      part
        .replaceAll(/[",;|]+/gu, ' ')
        .trim()
        .replaceAll(/\s+/gu, ' '),
    )
    return addresses.length === 0
      ? { text: words.join(' ').trim(), more: false }
      : { text: addresses.join(', '), more: lines.length > addresses.length }
  })
  const more = head ? head.length > 1 : read.some((row) => row.more)
  return {
    text: read.flatMap(({ text }) => (text === '' ? [] : [text])).join('\n'),
    unused: more ? (head ?? []).filter((name) => name !== '' && !isHead(name)) : undefined,
  }
}

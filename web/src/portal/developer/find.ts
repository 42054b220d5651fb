import { type Contract, roots } from './reference.ts'

/** What the search finds things of. */
export type FoundKind = 'type' | 'field' | 'argument' | 'value' | 'directive' | 'code'

/** Something in the reference that can be found by its name, and by the words of its description. */
export type Found = {
  kind: FoundKind
  /** The name with what it belongs to, such as LineItem.status or Query.node(id:). */
  path: string
  about: string
  /** The type to show, or nothing for a code. */
  type?: string
  /** The field, the value or the code there. */
  hash?: string
}

type Item = Found & { weight: number; name: string; lowName: string; lowPath: string; lowAbout: string }

/** How much more a thing of a kind is looked for than one of another, if both fit as well. */
const weightOf: Record<FoundKind, number> = { type: 7, code: 4, directive: 3, field: 2, value: 1, argument: 0 }

/** Documents begin with the fields of roots. Types that only go with a field or a list are reached from there. */
function weigh({ kind, path, type = '' }: Found): number {
  return kind === 'field' && roots.includes(type)
    ? 6
    : kind === 'type' && /(?:Input|Payload|Connection|Edge)$/u.test(path)
      ? 1
      : weightOf[kind]
}

const itemOf = (found: Found, name: string): Item => ({
  ...found,
  weight: weigh(found),
  name,
  lowName: name.toLowerCase(),
  lowPath: found.path.toLowerCase(),
  lowAbout: found.about.toLowerCase(),
})

/** Everything that can be found. */
export function itemsOf({ entries, codes }: Contract): Item[] {
  const ofEntries = entries.flatMap(({ name: type, kind, about = '', fields = [], values = [] }) => [
    itemOf({ kind: kind === 'DIRECTIVE' ? 'directive' : 'type', path: type, about, type }, type.replace('@', '')),
    ...fields.flatMap((field) => [
      itemOf(
        { kind: 'field', path: `${type}.${field.name}`, about: field.about ?? '', type, hash: field.name },
        field.name,
      ),
      ...(field.args ?? []).map((argument) =>
        itemOf(
          {
            kind: 'argument',
            path: `${type}.${field.name}(${argument.name}:)`,
            about: argument.about ?? '',
            type,
            hash: field.name,
          },
          argument.name,
        ),
      ),
    ]),
    ...values.map((value) =>
      itemOf(
        { kind: 'value', path: `${type}.${value.name}`, about: value.about ?? '', type, hash: value.name },
        value.name,
      ),
    ),
  ])
  const ofCodes = codes.map(({ code, about, remedy = '' }) =>
    itemOf({ kind: 'code', path: code, about: `${about} ${remedy}`.trim(), hash: code }, code),
  )
  return [...ofEntries, ...ofCodes]
}

/** Whether a part of a name begins with a word: "item" begins one of LineItem. */
function beginsPart(name: string, lowName: string, word: string): boolean {
  for (let at = lowName.indexOf(word); at > -1; at = lowName.indexOf(word, at + 1)) {
    if (/[A-Z]/u.test(name[at] ?? '') || name[at - 1] === '_') {
      return true
    }
  }
  return false
}

/** How well a thing fits a word; 0 if it does not. */
function fit({ name, lowName, lowPath, lowAbout }: Item, word: string): number {
  if (lowName === word || lowPath === word) {
    return 100
  }
  if (lowName.startsWith(word)) {
    return 60
  }
  if (beginsPart(name, lowName, word)) {
    return 40
  }
  if (lowName.includes(word)) {
    return 25
  }
  if (lowPath.includes(word)) {
    return word.includes('.') ? 50 : 10
  }
  const at = lowAbout.indexOf(word)
  return at < 0 ? 0 : /\w/u.test(lowAbout[at - 1] ?? '') ? 2 : 5
}

/** Finds what fits every word, the best first. */
export function find(items: readonly Item[], text: string): Found[] {
  const words = text.toLowerCase().split(/\s+/u).filter(Boolean)
  if (words.length === 0) {
    return []
  }
  const found: { item: Item; score: number }[] = []
  for (const item of items) {
    let score = item.weight
    for (const word of words) {
      const fits = fit(item, word)
      score = fits === 0 ? -Infinity : score + fits
    }
    if (score > -Infinity) {
      found.push({ item, score })
    }
  }
  return found.toSorted((a, b) => b.score - a.score || a.item.path.length - b.item.path.length).map(({ item }) => item)
}

import { relativeDays } from './relativeDays.ts'
import type { StartingPoint } from './startingPoint.ts'

const operations = import.meta.glob<string>('./examples/*.graphql', { eager: true, query: '?raw', import: 'default' })
const variables = import.meta.glob<string>('./examples/*.json', { eager: true, query: '?raw', import: 'default' })

/** The example of a server without accounts, which others do not show. */
const firstSteps = 'FirstSteps'

const noMember = `# You are a member of no account, or nobody is
# signed in: there is nothing to fill in for the
# words in braces below.
#
`

const noAccounts = `# This server has no accounts yet: there is
# nothing to fill in for the words in braces below.
#
`

/** One example operation: the text of examples/NN-name.graphql and, if it has variables, of NN-name.json. */
export interface Example {
  /** Name of the operation, shown as the title of its tab. */
  name: string
  query: string
  /** JSON text; empty if the operation has no variables. */
  variables: string
}

/**
 * The examples in the order of their file names. Placeholders such as `{account}` in their variables become values of the
 * starting point. If there is no value, or nothing to show for it, the example says so.
 */
export function examplesFor(point: StartingPoint): Example[] {
  return Object.keys(operations)
    .toSorted()
    .map((file) => filled(file, point))
    .filter(({ name }) => point.isEmpty || name !== firstSteps)
}

function filled(file: string, { values, notes, isEmpty }: StartingPoint): Example {
  const query = operations[file]?.trim() ?? ''
  const name = /^(?:query|mutation)\s+(\w+)/m.exec(query)?.[1]
  if (!name) {
    throw new Error(`${file} holds no named operation`)
  }
  let missing = false
  let note = ''
  const text = relativeDays(variables[file.replace(/\.graphql$/, '.json')] ?? '').replaceAll(
    /\{(\w+)\}/g,
    (token, key) => {
      const value = values[key]
      missing ||= value === undefined
      note ||= notes[key] ? `# ${notes[key]}\n#\n` : ''
      // The placeholders stand in strings.
      return value === undefined ? token : JSON.stringify(value).slice(1, -1)
    },
  )
  const nothingToFillIn = isEmpty ? noAccounts : noMember
  return { name, query: (missing ? nothingToFillIn : note) + query, variables: text.trim() }
}

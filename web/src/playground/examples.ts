import { relativeDays } from './relativeDays.ts'

const queries = import.meta.glob<string>('./examples/*.graphql', { eager: true, query: '?raw', import: 'default' })
const variables = import.meta.glob<string>('./examples/*.json', { eager: true, query: '?raw', import: 'default' })

/** One example operation: the text of examples/NN-name.graphql and, if it has variables, of NN-name.json. */
export interface Example {
  /** Name of the operation, shown as the title of its tab. */
  name: string
  query: string
  /** JSON text; empty if the operation has no variables. */
  variables: string
}

/** The examples in the order of their file names. */
export const examples: readonly Example[] = Object.keys(queries)
  .toSorted()
  .map((file) => {
    const query = queries[file]?.trim() ?? ''
    const name = /^query\s+(\w+)/m.exec(query)?.[1]
    if (!name) {
      throw new Error(`${file} holds no named query`)
    }
    return { name, query, variables: relativeDays(variables[file.replace(/\.graphql$/, '.json')] ?? '').trim() }
  })

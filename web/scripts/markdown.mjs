import { readdir, readFile } from 'node:fs/promises'
import { GraphQLError, NoUnusedFragmentsRule, parse, Source, specifiedRules, validate } from 'graphql'

const root = new URL('../../', import.meta.url)

/** A page may show a fragment without the operation that uses it. */
const rules = specifiedRules.filter((rule) => rule !== NoUnusedFragmentsRule)

/**
 * Checks the blocks of GraphQL in README.md and docs: operations and fragments against the schema, and definitions of
 * types for their form only.
 *
 * @param {import('graphql').GraphQLSchema} schema
 * @returns {Promise<{ blocks: number, problems: GraphQLError[] }>}
 */
export async function checkPages(schema) {
  const pages = (await readdir(new URL('docs/', root))).filter((name) => name.endsWith('.md')).toSorted()
  const problems = []
  let blocks = 0
  for (const name of ['README.md', ...pages.map((page) => `docs/${page}`)]) {
    const text = await readFile(new URL(name, root), 'utf8')
    for (const { 1: block, index } of text.matchAll(/^[ ]*```graphql\n(.*?)^[ ]*```$/gms)) {
      blocks++
      const line = text.slice(0, index).split('\n').length + 1
      try {
        const document = parse(new Source(block, name, { line, column: 1 }))
        const ofTypes = document.definitions.every(({ kind }) => kind.endsWith('TypeDefinition'))
        problems.push(...(ofTypes ? [] : validate(schema, document, rules)))
      } catch (error) {
        problems.push(error instanceof GraphQLError ? error : new GraphQLError(`${name}:${line}: ${error}`))
      }
    }
  }
  if (blocks < 20) {
    problems.push(new GraphQLError(`only ${blocks} blocks of GraphQL were found in the pages`))
  }
  return { blocks, problems }
}

// Validates every example operation of the playground against the GraphQL schema, and its variables
// against the operation. Validates the GraphQL in README.md and docs as well.
import { readdir, readFile } from 'node:fs/promises'
import { GraphQLError, parse, print, Source, validate } from 'graphql'
import { getVariableValues } from 'graphql/execution/values.js'
import { readContract } from './contract.mjs'
import { checkPages } from './markdown.mjs'

const folder = new URL('../src/playground/examples/', import.meta.url)

/** The page replaces placeholders, see relativeDays.ts and startingPoint.ts; any day and any text is valid here. */
const withDays = (text) => text.replaceAll(/\{today(?:\+\d+)?\}/g, '2026-11-22')

/** So many letters fit beside each other in a window of 1280 px. */
const longestComment = 50

const schema = await readContract()
const files = (await readdir(folder)).toSorted()
const operations = files.filter((name) => name.endsWith('.graphql'))
const problems = []

for (const name of operations) {
  const text = await readFile(new URL(name, folder), 'utf8')
  for (const line of text.split('\n')) {
    if (line.startsWith('#') && line.length > longestComment) {
      problems.push(new GraphQLError(`${name} has a comment that does not fit into the editor: ${line}`))
    }
  }
  const document = parse(new Source(text, name))
  problems.push(...validate(schema, document))

  const [operation, ...others] = document.definitions.filter(({ kind }) => kind === 'OperationDefinition')
  if (others.length > 0 || !operation?.name || operation.operation === 'subscription') {
    problems.push(new GraphQLError(`${name} must hold exactly one named query or mutation`))
    continue
  }
  if (operation.operation === 'mutation' && !/\bdryRun: true\b/.test(print(operation))) {
    problems.push(new GraphQLError(`${name} would change something, because it lacks dryRun: true`))
  }
  const values = name.replace(/\.graphql$/, '.json')
  const variables = files.includes(values) ? JSON.parse(withDays(await readFile(new URL(values, folder), 'utf8'))) : {}
  const { errors = [] } = getVariableValues(schema, operation.variableDefinitions ?? [], variables)
  problems.push(...errors)

  const known = new Set(operation.variableDefinitions?.map(({ variable }) => variable.name.value))
  for (const unused of Object.keys(variables).filter((variable) => !known.has(variable))) {
    problems.push(new GraphQLError(`${values} sets $${unused}, which the operation does not take`))
  }
}
for (const orphan of files.filter(
  (name) => name.endsWith('.json') && !operations.includes(`${name.slice(0, -5)}.graphql`),
)) {
  problems.push(new GraphQLError(`${orphan} belongs to no operation`))
}
if (operations.length === 0) {
  problems.push(new GraphQLError('there are no examples'))
}

const pages = await checkPages(schema)
problems.push(...pages.problems)

for (const problem of problems) {
  console.error(`${problem}\n`)
}
console.log(`${operations.length} examples, ${pages.blocks} blocks in pages, ${problems.length} problems`)
process.exitCode = problems.length > 0 ? 1 : 0

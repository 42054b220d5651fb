import { readdir, readFile } from 'node:fs/promises'
import { buildASTSchema, concatAST, parse, Source } from 'graphql'

const root = new URL('../../', import.meta.url)

/** The committed golden file of the schema, which the Go tests write. */
export const goldenFile = new URL('graph/testdata/schema.golden.graphql', root)

/**
 * Reads the schema from the SDL files of the repository.
 *
 * @returns {Promise<import('graphql').GraphQLSchema>} the schema; an error names file and line of a mistake
 */
export async function readContract() {
  const subjects = (await readdir(new URL('graph/', root))).filter((name) => name.endsWith('.graphqls')).toSorted()
  const names = ['schema.graphqls', ...subjects.map((name) => `graph/${name}`)]
  const documents = await Promise.all(
    names.map(async (name) => parse(new Source(await readFile(new URL(name, root), 'utf8'), name))),
  )
  return buildASTSchema(concatAST(documents))
}

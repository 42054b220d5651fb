/**
 * Writes what the portal and the operator console ask of the contract: beside each `*.graphql` a module with typed
 * documents, the types of the contract that they use, and the manifest of trusted documents that the server embeds. With
 * --check it writes nothing, and fails if something else stands there.
 */
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { codegen } from '@graphql-codegen/core'
import { addTypenameSelectionDocumentTransform } from '@graphql-codegen/client-preset'
import * as types from '@graphql-codegen/typescript'
import * as operations from '@graphql-codegen/typescript-operations'
import { concatAST, Kind, parse, print, Source, validate } from 'graphql'
import { readContract } from './contract.mjs'

const web = new URL('..', import.meta.url)
const sourcesFolder = new URL('../src/', import.meta.url)
/** The folders with documents. */
const parts = ['portal', 'console']
const manifest = new URL('../dist/documents/portal.json', import.meta.url)
const checks = process.argv.includes('--check')

/** Writes a file, or says that it is not what it should be. */
async function put(file, text) {
  if (!checks) {
    await mkdir(new URL('.', file), { recursive: true })
    await writeFile(file, text)
  } else if ((await readFile(file, 'utf8').catch(() => null)) !== text) {
    console.error(`${file.pathname.slice(web.pathname.length)} is not what \`npm run generate\` writes`)
    process.exitCode = 1
  }
}

/** How the scalars of the contract are written in JSON. Decimals are texts, because a number would lose digits. */
const scalars = { ID: 'string', Date: 'string', DateTime: 'string', Decimal: 'string' }

const contract = await readContract()
const listed = await Promise.all(
  parts.map(async (part) => {
    const names = await readdir(new URL(`${part}/`, sourcesFolder), { recursive: true })
    return names.filter((name) => name.endsWith('.graphql')).map((name) => `${part}/${name}`)
  }),
)
const files = listed.flat().toSorted()
const sources = await Promise.all(
  files.map(async (name) => {
    const document = parse(new Source(await readFile(new URL(name, sourcesFolder), 'utf8'), name))
    const [transformed] = addTypenameSelectionDocumentTransform.transform({ documents: [{ location: name, document }] })
    return { name, location: name, document: transformed.document }
  }),
)

const all = concatAST(sources.map((source) => source.document))
const mistakes = validate(contract, all)
if (mistakes.length > 0) {
  throw new Error(mistakes.map(String).join('\n\n'))
}

/** Fragments by name; a document is sent with the fragments that it uses. */
const fragments = new Map(
  all.definitions.filter((d) => d.kind === Kind.FRAGMENT_DEFINITION).map((d) => [d.name.value, d]),
)

/** Returns the names of the fragments that a selection uses, also through other fragments. */
function fragmentsOf(node, found = new Set()) {
  for (const name of print(node).matchAll(/\.\.\.\s*(?!on\b)(\w+)/gu)) {
    if (!found.has(name[1])) {
      found.add(name[1])
      fragmentsOf(fragments.get(name[1]), found)
    }
  }
  return found
}

/** The text of an operation as a client sends it, with its fragments in the order of their names. */
function textOf(operation) {
  const used = [...fragmentsOf(operation)].toSorted().map((name) => fragments.get(name))
  return [operation, ...used].map((definition) => print(definition)).join('\n\n')
}

const hashes = new Map()
for (const operation of all.definitions.filter((d) => d.kind === Kind.OPERATION_DEFINITION)) {
  const name = operation.name?.value
  if (name === undefined || hashes.has(name)) {
    throw new Error(`an operation has no name, or the name ${name} twice`)
  }
  const text = textOf(operation)
  hashes.set(name, { hash: createHash('sha256').update(text).digest('hex'), text })
}

const config = { scalars, strictScalars: true, enumsAsTypes: true, enumType: 'native-const', useTypeImports: true }
const header = '/**\n * Written by `npm run generate`. Change the .graphql files instead.\n *\n * @noformat\n */\n'

await put(
  new URL('portal/contract/types.ts', sourcesFolder),
  `${header}${await codegen({
    schemaAst: contract,
    documents: sources,
    filename: 'types.ts',
    config: { ...config, onlyOperationTypes: true },
    plugins: [{ types: {} }],
    pluginMap: { types },
  })}`,
)

for (const source of sources) {
  const names = source.document.definitions
    .filter((d) => d.kind === Kind.OPERATION_DEFINITION)
    .map((d) => ({ name: d.name.value, kind: d.operation === 'query' ? 'Query' : 'Mutation' }))
  const others = sources.filter((other) => other !== source)
  const typed = await codegen({
    schemaAst: contract,
    documents: [source, ...others.map((other) => Object.assign({}, other, { type: 'external' }))],
    filename: `src/${source.name.replace(/\.graphql$/u, '.ts')}`,
    config: { ...config, importSchemaTypesFrom: 'src/portal/contract/types', importExtension: '.ts' },
    plugins: [{ operations: {} }],
    pluginMap: { operations },
  })
  const documents = names.map(({ name, kind }) => {
    const { hash, text } = hashes.get(name)
    return `/** ${kind} ${name}. */
export const ${name}Document = trusted<${name}${kind}, ${name}${kind}Variables>(
  '${hash}',
  ${JSON.stringify(text)},
)\n`
  })
  await put(
    new URL(source.name.replace(/\.graphql$/u, '.ts'), sourcesFolder),
    `${header}${documents.length > 0 ? `import { trusted } from '${source.name.startsWith('portal/') ? '..' : '../../portal'}/contract/trusted.ts'\n` : ''}${typed}\n${documents.join('\n')}`,
  )
}

const entries = [...hashes.values()].map(({ hash, text }) => [`sha256:${hash}`, text])
await put(manifest, `${JSON.stringify(Object.fromEntries(entries.toSorted()), null, 1)}\n`)

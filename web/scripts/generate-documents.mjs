/**
/**
 * Writes what the portal, the operator console and the widgets ask of the contract: beside each `*.graphql` a module with
 * typed documents, the types of the contract that they use, and the manifests of trusted documents that the server
 * embeds. With --check it writes nothing, and fails if something else stands there.
 */
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { codegen } from '@graphql-codegen/core'
import { addTypenameSelectionDocumentTransform } from '@graphql-codegen/client-preset'
import * as types from '@graphql-codegen/typescript'
import * as operations from '@graphql-codegen/typescript-operations'
import { concatAST, Kind, parse, print as printWide, Source, validate } from 'graphql'
import { readContract } from './contract.mjs'

const web = new URL('..', import.meta.url)
const src = new URL('../src/', import.meta.url)
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

/**
 * The documents below a folder.
 *
 * @param transforms what is added for a cache
 */
async function sourcesBelow(folder, transforms = ({ documents }) => documents) {
  const names = (await readdir(new URL(folder, src), { recursive: true })).filter((name) => name.endsWith('.graphql'))
  return Promise.all(
    names.toSorted().map(async (file) => {
      const name = `${folder}${file}`
      const document = parse(new Source(await readFile(new URL(name, src), 'utf8'), name))
      const [transformed] = transforms({ documents: [{ location: name, document }] })
      return { name, location: name, document: transformed.document }
    }),
  )
}

/** Both parts, each with its manifest, and how its documents are made of a hash and a text. */
const parts = [
  {
    sources: [
      ...(await sourcesBelow('console/', addTypenameSelectionDocumentTransform.transform)),
      ...(await sourcesBelow('portal/', addTypenameSelectionDocumentTransform.transform)),
    ],
    manifest: new URL('../dist/documents/portal.json', import.meta.url),
    imports: (module) =>
      `import { trusted } from '${module.startsWith('portal/') ? '..' : '../../portal'}/contract/trusted.ts'`,
    make: (named, hash, text) => `trusted<${named}>(\n  '${hash}',\n  ${JSON.stringify(text)},\n)`,
  },
  {
    sources: await sourcesBelow('widgets/'),
    manifest: new URL('../dist/documents/widgets/widgets.json', import.meta.url),
    imports: () => "import { named } from '../contract/document.ts'",
    make: (named, hash) => `named<${named}>(\n  '${hash}',\n)`,
  },
]

/** A definition as text, without indentation: it would be a third of what the binary holds of documents. */
function print(definition) {
  const text = printWide(definition)
  if (text.includes('"""')) {
    throw new Error('the indentation of a block string would be lost')
  }
  return text.replaceAll(/^ +/gmu, '')
}

/** Returns the names of the fragments that a selection uses, also through other fragments. */
function fragmentsOf(node, fragments, found = new Set()) {
  for (const name of print(node).matchAll(/\.\.\.\s*(?!on\b)(\w+)/gu)) {
    if (!found.has(name[1])) {
      found.add(name[1])
      fragmentsOf(fragments.get(name[1]), fragments, found)
    }
  }
  return found
}

/** The operations of documents by name, each with its hash and the text that the hash is of. */
function operationsOf(sources) {
  const all = concatAST(sources.map((source) => source.document))
  const mistakes = validate(contract, all)
  if (mistakes.length > 0) {
    throw new Error(mistakes.map(String).join('\n\n'))
  }
  /** Fragments by name; a document is sent with the fragments that it uses, in the order of their names. */
  const fragments = new Map(
    all.definitions.filter((d) => d.kind === Kind.FRAGMENT_DEFINITION).map((d) => [d.name.value, d]),
  )
  const hashes = new Map()
  for (const operation of all.definitions.filter((d) => d.kind === Kind.OPERATION_DEFINITION)) {
    const name = operation.name?.value
    if (name === undefined || hashes.has(name)) {
      throw new Error(`an operation has no name, or the name ${name} twice`)
    }
    const used = [...fragmentsOf(operation, fragments)].toSorted().map((fragment) => fragments.get(fragment))
    const text = [operation, ...used].map((definition) => print(definition)).join('\n\n')
    hashes.set(name, { hash: createHash('sha256').update(text).digest('hex'), text })
  }
  return hashes
}

const config = { scalars, strictScalars: true, enumsAsTypes: true, enumType: 'native-const', useTypeImports: true }
const header = '/**\n * Written by `npm run generate`. Change the .graphql files instead.\n *\n * @noformat\n */\n'

await put(
  new URL('portal/contract/types.ts', src),
  `${header}${await codegen({
    schemaAst: contract,
    documents: parts.flatMap(({ sources }) => sources),
    filename: 'types.ts',
    config: { ...config, onlyOperationTypes: true },
    plugins: [{ types: {} }],
    pluginMap: { types },
  })}`,
)

for (const { sources, manifest, imports, make } of parts) {
  const hashes = operationsOf(sources)
  for (const source of sources) {
    const names = source.document.definitions
      .filter((d) => d.kind === Kind.OPERATION_DEFINITION)
      .map((d) => ({ name: d.name.value, kind: d.operation === 'query' ? 'Query' : 'Mutation' }))
    const others = sources.filter((other) => other !== source)
    const module = source.name.replace(/\.graphql$/u, '.ts')
    const typed = await codegen({
      schemaAst: contract,
      documents: [source, ...others.map((other) => Object.assign({}, other, { type: 'external' }))],
      filename: `src/${module}`,
      config: { ...config, importSchemaTypesFrom: 'src/portal/contract/types', importExtension: '.ts' },
      plugins: [{ operations: {} }],
      pluginMap: { operations },
    })
    const documents = names.map(({ name, kind }) => {
      const { hash, text } = hashes.get(name)
      const made = make(`${name}${kind}, ${name}${kind}Variables`, hash, text)
      return `/** ${kind} ${name}. */\nexport const ${name}Document = ${made}\n`
    })
    const head = documents.length > 0 ? `${imports(module)}\n` : ''
    await put(new URL(module, src), `${header}${head}${typed}\n${documents.join('\n')}`)
  }
  const entries = [...hashes.values()].map(({ hash, text }) => [`sha256:${hash}`, text])
  await put(manifest, `${JSON.stringify(Object.fromEntries(entries.toSorted()), null, 1)}\n`)
}

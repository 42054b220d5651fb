// Compares the GraphQL schema with an older version and fails if a change could break a client.
// The older version is the committed golden file, or the file named on the command line.
import { readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { CriticalityLevel, diff } from '@graphql-inspector/core'
import { buildSchema } from 'graphql'
import { goldenFile, readContract } from './contract.mjs'

const older = process.argv[2] ? pathToFileURL(process.argv[2]) : goldenFile
const print = await readFile(older, 'utf8').catch((error) => {
  console.error(`The older print of the contract cannot be read: ${error.message}`)
  process.exit(1)
})
const changes = await diff(buildSchema(print), await readContract())

const levels = [CriticalityLevel.Breaking, CriticalityLevel.Dangerous, CriticalityLevel.NonBreaking]
for (const level of levels) {
  for (const { message, path, criticality } of changes.filter((change) => change.criticality.level === level)) {
    console.log([level, path, message, criticality.reason].filter(Boolean).join('  '))
  }
}
const breaking = changes.filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
console.log(`${changes.length} changes, ${breaking.length} of them breaking`)
process.exitCode = breaking.length > 0 ? 1 : 0

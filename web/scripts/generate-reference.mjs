/**
 * Writes the reference of the contract from the SDL and docs/errors.md: the data that the portal shows, and
 * docs/reference.md. With --check it writes nothing, and fails if something else stands there.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { readContract } from './contract.mjs'
import { jsonOf, markdownOf, referenceOf } from './reference.mjs'

const root = new URL('../../', import.meta.url)
const checks = process.argv.includes('--check')

const reference = referenceOf(await readContract(), await readFile(new URL('docs/errors.md', root), 'utf8'))
for (const [name, text] of [
  ['web/src/portal/developer/reference.json', jsonOf(reference)],
  ['docs/reference.md', markdownOf(reference)],
]) {
  const file = new URL(name, root)
  if (!checks) {
    await writeFile(file, text)
  } else if ((await readFile(file, 'utf8').catch(() => null)) !== text) {
    console.error(`${name} is not what \`npm run generate\` writes`)
    process.exitCode = 1
  }
}

// Builds into a temporary directory and compares the result with the committed web/dist, so that the
// binary serves the current sources. Also checks the maximum size of the playground.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** Maximum total size of the embedded files of the playground, in bytes. */
const budget = 2.5 * 1024 * 1024

const web = fileURLToPath(new URL('..', import.meta.url))
const committed = path.join(web, 'dist', 'playground')
const fresh = await mkdtemp(path.join(tmpdir(), 'muniment-web-'))

/** @returns {Promise<Map<string, Buffer>>} content by path below the folder */
async function contents(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
  return new Map(
    await Promise.all(files.toSorted().map(async (file) => [path.relative(folder, file), await readFile(file)])),
  )
}

const problems = []
try {
  process.chdir(web)
  await build({ logLevel: 'warn', build: { outDir: fresh } })
  const [old, now] = await Promise.all([contents(committed), contents(fresh)])
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    if (!now.has(name)) {
      problems.push(`${name} is committed, but no build makes it`)
    } else if (!old.has(name)) {
      problems.push(`${name} is built, but not committed`)
    } else if (!old.get(name)?.equals(now.get(name) ?? Buffer.alloc(0))) {
      problems.push(`${name} differs from the committed one`)
    }
  }
  const bytes = [...now.values()].reduce((sum, content) => sum + content.length, 0)
  if (bytes > budget) {
    problems.push(`the playground takes ${bytes} bytes, its budget is ${budget}`)
  }
  console.log(`${now.size} files, ${bytes} bytes, ${problems.length} problems`)
} finally {
  await rm(fresh, { recursive: true })
}
for (const problem of problems) {
  console.error(problem)
}
if (problems.length > 0) {
  console.error('Run `npm run build` and commit web/dist.')
  process.exitCode = 1
}

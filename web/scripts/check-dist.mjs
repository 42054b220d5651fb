/**
 * Builds everything again, and compares every byte with the committed web/dist, so that the binary serves the current
 * sources; what is generated from the contract is compared too. Holds the sizes of budgets.json, in bytes as they are sent with gzip, and looks for addresses of other hosts.
 */
import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { strangeAddresses } from './hosts.mjs'
import { buildWidgets } from './build-widgets.mjs'
import { sizesOf, sizesOfWidgets } from './sizes.mjs'

const web = fileURLToPath(new URL('..', import.meta.url))
const committed = path.join(web, 'dist')
const budgets = JSON.parse(await readFile(path.join(web, 'budgets.json'), 'utf8'))
const problems = []

/** @returns {Promise<Map<string, Buffer>>} content by path below the folder */
async function contents(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
  return new Map(
    await Promise.all(files.toSorted().map(async (file) => [path.relative(folder, file), await readFile(file)])),
  )
}

/** Remembers what differs between two sets of files. */
function compare(old, now) {
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    if (!now.has(name)) {
      problems.push(`${name} is committed, but no build makes it`)
    } else if (!old.has(name)) {
      problems.push(`${name} is built, but not committed`)
    } else if (!old.get(name)?.equals(now.get(name) ?? Buffer.alloc(0))) {
      problems.push(`${name} differs from the committed one`)
    }
  }
}

/** Prints the figures of a part, and remembers those over their budget. */
function hold(part, figures) {
  for (const [what, budget] of Object.entries(budgets[part])) {
    const largest = figures[what]?.toSorted((a, b) => b.bytes - a.bytes)[0]
    if (largest === undefined) {
      problems.push(`nothing was measured for the budget "${what}" of the ${part}`)
      continue
    }
    const { bytes, name } = largest
    const share = Math.round((100 * bytes) / budget)
    console.log(`${part}: ${what}: ${bytes} of ${budget} bytes (${share} %)${name === undefined ? '' : `, ${name}`}`)
    if (bytes > budget) {
      problems.push(`${part}: ${what} takes ${bytes} bytes, its budget is ${budget}`)
    }
  }
}

const isIn = (name, part) => name.startsWith(`${part}${path.sep}`)
const total = (files) => [...files.values()].reduce((sum, content) => sum + content.length, 0)

process.chdir(web)
const old = await contents(committed)
const fresh = await mkdtemp(path.join(tmpdir(), 'muniment-web-'))
try {
  for (const generator of ['scripts/generate-documents.mjs', 'scripts/generate-reference.mjs']) {
    const generated = spawnSync(process.execPath, [generator, '--check'], { encoding: 'utf8' })
    if (generated.status !== 0) {
      problems.push(generated.stderr.trim())
    }
  }
  await build({ logLevel: 'warn', build: { outDir: path.join(fresh, 'playground') } })
  const { output } = await build({
    configFile: 'vite.portal.config.ts',
    logLevel: 'warn',
    build: { outDir: path.join(fresh, 'portal') },
  })
  const widgets = await buildWidgets(path.join(fresh, 'widgets', 'v1'))
  const now = await contents(fresh)
  compare(new Map([...old].filter(([name]) => !isIn(name, 'documents'))), now)
  const sizes = await sizesOf(output, path.join(fresh, 'portal'))
  hold('console', sizes)
  hold('portal', {
    ...sizes,
    'embedded without the playground': [
      {
        bytes: total(new Map([...old].filter(([name]) => !isIn(name, 'playground') && !isIn(name, 'widgets')))),
      },
    ],
  })
  hold('widgets', await sizesOfWidgets(widgets, path.join(fresh, 'widgets', 'v1')))
  hold('playground', { embedded: [{ bytes: total(new Map([...now].filter(([name]) => isIn(name, 'playground')))) }] })
  problems.push(...strangeAddresses(old))
  console.log(`${old.size} files, ${total(old)} bytes, ${problems.length} problems`)
} finally {
  await rm(fresh, { recursive: true })
}
for (const problem of problems) {
  console.error(problem)
}
if (problems.length > 0) {
  console.error('If only the build is old, run `npm run build` and commit web/dist.')
  process.exitCode = 1
}

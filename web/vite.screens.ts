import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Plugin } from 'vite'

/** What `first.json` says of a screen: its module, and the queries that it asks first. */
interface Screen {
  module: string
  queries: { name: string; variables: Record<string, unknown> }[]
}

/** The parts of the page with screens: where their modules are, and what all their screens need beside the page. */
const parts = [
  { folder: 'src/portal', frame: [], sheet: null },
  { folder: 'src/console', frame: ['routes.tsx', 'shell/Shell.tsx'], sheet: /^assets\/console-[^/]+\.css$/u },
]
const manifest = new URL('dist/documents/portal.json', import.meta.url)

/**
 * Writes for each screen the scripts that it needs beside those of the page, and its first queries by the hashes of their
 * documents, and for each language the scripts of its texts. The server names them in the page, so that a browser does not find out one after the other.
 */
export function screens(): Plugin {
  return {
    name: 'muniment:screens',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
      const needed = (file: string, found = new Set<string>()): Set<string> => {
        if (!found.has(file)) {
          found.add(file)
          for (const other of chunks.find(({ fileName }) => fileName === file)?.imports ?? []) {
            needed(other, found)
          }
        }
        return found
      }
      const index = bundle['index.html']
      const html = index?.type === 'asset' ? String(index.source) : ''
      const page = new Set(chunks.map(({ fileName }) => fileName).filter((file) => html.includes(file)))
      const hashes = hashesByName(JSON.parse(await readFile(manifest, 'utf8')) as Record<string, string>)
      const known = await Promise.all(
        parts.map(async ({ folder, frame, sheet }) => {
          const text = await readFile(new URL(`${folder}/first.json`, import.meta.url), 'utf8')
          const styles = sheet === null ? [] : Object.keys(bundle).filter((file) => sheet.test(file))
          const all = Object.entries(JSON.parse(text) as Record<string, Screen>)
          return all.map(([screen, { module, queries }]) => ({ screen, folder, frame, styles, module, queries }))
        }),
      )
      const written = known.flat().map(({ screen, folder, frame, styles, module, queries }) => {
        const scripts = [...frame, module].flatMap((name) => {
          const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/${folder}/${name}`))
          return chunk ? [...needed(chunk.fileName)].filter((file) => !page.has(file)) : []
        })
        const asked = queries.map(({ name, variables }) => {
          const hash = hashes.get(name)
          if (hash === undefined) {
            throw new Error(`first.json asks ${name} for ${screen}, and no document has this name`)
          }
          return { hash, variables }
        })
        const needs = {
          scripts: [...new Set(scripts)].map(address),
          ...(styles.length > 0 && { styles: styles.map(address) }),
        }
        return [screen, { ...needs, queries: asked }]
      })
      const german = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/src/portal/language/de.ts'))
      const languages = { de: german ? [`/${german.fileName}`] : [] } // English is part of the frame
      await writeFile(
        path.join(dir, '..', 'screens.json'),
        `${JSON.stringify({ screens: Object.fromEntries(written), languages }, null, 1)}\n`,
      )
    },
  }
}

/** The address of a file of the build. */
function address(file: string): string {
  return `/${file}`
}

function hashesByName(documents: Record<string, string>): Map<string, string> {
  return new Map(
    Object.entries(documents).map(([key, text]) => [
      /^(?:query|mutation) (\w+)/u.exec(text)?.[1] ?? '',
      key.replace('sha256:', ''),
    ]),
  )
}

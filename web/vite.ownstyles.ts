import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { transform } from 'lightningcss'
import type { Plugin } from 'vite'

const require = createRequire(import.meta.url)

/** Begins the id of a module that stands for a style sheet. Its end keeps Vite's own way with style sheets away. */
const mark = '\0own-styles:'
const end = '.names.js'

/**
 * Puts the style sheets that a folder imports into a sheet of their own. Without it they would be part of the one sheet
 * that every page of the portal loads. The server names the sheet in the pages that need it.
 *
 * @param folder the folder below web, such as src/console
 * @param name the name of the sheet
 */
export function ownStyles(folder: string, name: string): Plugin {
  const root = path.join(import.meta.dirname, folder) + path.sep
  const sheets = new Map<string, string>()
  return {
    name: 'muniment:own-styles',
    apply: 'build',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!source.endsWith('.css') || !importer?.startsWith(root)) {
        return null
      }
      const file = source.startsWith('.') ? path.resolve(path.dirname(importer), source) : require.resolve(source)
      // What the folder takes from the portal is in the portal's sheet already.
      return source.startsWith('.') && !file.startsWith(root) ? null : `${mark}${file}${end}`
    },
    async load(id) {
      if (!id.startsWith(mark)) {
        return null
      }
      const file = id.slice(mark.length, -end.length)
      const { code, exports } = transform({
        filename: path.relative(import.meta.dirname, file), // the names of classes must not depend on the machine
        code: await readFile(file),
        minify: true,
        ...(file.endsWith('.module.css') && { cssModules: { pattern: '[name]-[local]-[hash]' } }),
      })
      sheets.set(file, code.toString())
      // The order of the exports differs from run to run, and the build is to be the same every time.
      const names = Object.entries(exports || {})
        .map(([local, { name: given }]): [string, string] => [local, given])
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
      return { code: `export default ${JSON.stringify(Object.fromEntries(names))}`, moduleType: 'js' }
    },
    generateBundle() {
      const source = [...sheets].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, sheet]) => sheet)
      if (source.length > 0) {
        this.emitFile({ type: 'asset', name: `${name}.css`, source: source.join('') })
      }
    },
  }
}

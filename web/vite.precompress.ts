import { readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { type DeflateFunctionOptions, gzip } from 'pako'
import type { Plugin } from 'vite'

// The package's form for modules loads its code over the network; the one for require does not.
const brotli = createRequire(import.meta.url)('brotli-wasm') as {
  compress: (content: Uint8Array, options: { quality: number }) => Uint8Array
}

const compressible = /\.(?:css|js|json|md|ttf)$/

// The gzip header field "operating system", which the published typings lack.
const options: DeflateFunctionOptions & { header: { os: number } } = { level: 9, header: { os: 255 } }

/**
 * Keeps only compressed forms of scripts and styles in the build. The Go server sends these bytes unchanged, so the
 * repository and the binary need only a third of the size.
 *
 * The compressors are libraries, because their output, unlike that of the zlib inside node, is the same on every
 * processor and in every node release.
 *
 * @param smallest whether a brotli form is written too. It is a seventh smaller, and doubles what is embedded.
 */
export function precompress({ smallest = false } = {}): Plugin {
  return {
    name: 'muniment:precompress',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      for (const name of Object.keys(bundle).filter((file) => compressible.test(file))) {
        const file = path.join(dir, name)
        const content = await readFile(file)
        await writeFile(`${file}.gz`, gzip(content, options))
        if (smallest) {
          await writeFile(`${file}.br`, brotli.compress(content, { quality: 11 }))
        }
        await rm(file)
      }
    },
  }
}

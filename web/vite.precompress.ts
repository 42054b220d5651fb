import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type DeflateFunctionOptions, gzip } from 'pako'
import type { Plugin } from 'vite'

const compressible = /\.(?:css|js|md|ttf)$/

// The gzip header field "operating system", which the published typings lack.
const options: DeflateFunctionOptions & { header: { os: number } } = { level: 9, header: { os: 255 } }

/**
 * Keeps only the gzip form of scripts, styles and fonts in the build. The Go server sends these bytes
 * unchanged, so the repository and the binary need only a third of the size.
 * pako is used because its output, unlike that of the zlib inside node, is the same on every
 * processor and in every node release.
 */
export function precompress(): Plugin {
  return {
    name: 'muniment:precompress',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      for (const name of Object.keys(bundle).filter((file) => compressible.test(file))) {
        const file = path.join(dir, name)
        await writeFile(`${file}.gz`, gzip(await readFile(file), options))
        await rm(file)
      }
    },
  }
}

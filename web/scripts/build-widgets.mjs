/** Builds the scripts of the widgets into web/dist/widgets/v1. */
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const web = fileURLToPath(new URL('..', import.meta.url))

/** The scripts, each named as its entry. */
const scripts = ['widgets', 'entitlements', 'renewals', 'classic']

/**
 * Builds all scripts of the widgets.
 *
 * @param outDir the folder, which is emptied first
 * @returns the chunks and assets of each script by its name
 */
export async function buildWidgets(outDir) {
  await rm(outDir, { recursive: true, force: true })
  const built = new Map()
  for (const mode of scripts) {
    const configFile = path.join(web, 'vite.widgets.config.ts')
    const [{ output }] = [await build({ configFile, mode, logLevel: 'error', build: { outDir } })].flat()
    built.set(mode, output)
  }
  return built
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.chdir(web)
  await buildWidgets(path.join(web, 'dist/widgets/v1'))
}

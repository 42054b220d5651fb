/**
 * Keeps the trusted documents of a release under its version, so that pages of it that are still open work on with the
 * next ones. Run it when the release is cut: `npm run keep:documents v1.2.0`. Only the last releases are kept.
 */
import { copyFile, readdir, rm } from 'node:fs/promises'

const folder = new URL('../dist/documents/', import.meta.url)

/** How many earlier releases a page may come from. The contract promises deprecated elements for as long. */
const kept = 2

const named = /^v(\d+)\.(\d+)\.(\d+)\.json$/u
const version = process.argv[2] ?? ''
if (!named.test(`${version}.json`)) {
  throw new Error('name the release: npm run keep:documents v1.2.0')
}

await copyFile(new URL('portal.json', folder), new URL(`${version}.json`, folder))
// Those of the widgets are all kept: a site takes a new release of their package when it suits the site.
await copyFile(new URL('widgets/widgets.json', folder), new URL(`widgets/${version}.json`, folder))

/** The numbers of a version, in a form that sorts. */
const order = (name) =>
  named
    .exec(name)
    .slice(1)
    .map((part) => part.padStart(6, '0'))
    .join('.')
const releases = (await readdir(folder))
  .filter((name) => named.test(name))
  .toSorted((a, b) => order(a).localeCompare(order(b)))
for (const old of releases.slice(0, -kept)) {
  await rm(new URL(old, folder))
}

/** How many bytes the browser needs for the portal, for the operator console beside it, and for the widgets, with gzip. */
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'

const portal = new URL('../src/portal/', import.meta.url)

/** What is loaded, besides the entry, before the home page shows its first rows. */
const first = ['shell/Shell.tsx', 'home/Home.tsx']

/** One of these is loaded, too. */
const languages = ['language/en.ts', 'language/de.ts']

/**
 * Measures a build of the portal.
 *
 * @param output the chunks and assets of the build
 * @param folder where it was written
 * @returns figures by the names of budgets.json; each has one or more measured things
 */
export async function sizesOf(output, folder) {
  const chunks = new Map(output.filter(({ type }) => type === 'chunk').map((chunk) => [chunk.fileName, chunk]))
  const sizes = new Map(
    await Promise.all(
      [...chunks.keys()].map(async (name) => [name, (await stat(path.join(folder, `${name}.gz`))).size]),
    ),
  )
  const sizeOf = (names) => [...names].reduce((sum, name) => sum + sizes.get(name), 0)

  /** The chunks without which a module of the portal cannot run. */
  function needs(module) {
    const found = [...chunks.values()].find(({ moduleIds }) =>
      moduleIds.some((id) => id.endsWith(`/src/portal/${module}`)),
    )
    if (found === undefined) {
      throw new Error(`no chunk of the portal has the module ${module}`)
    }
    const known = new Set()
    const waiting = [found.fileName]
    for (const name of waiting) {
      if (!known.has(name)) {
        known.add(name)
        waiting.push(...chunks.get(name).imports.filter((other) => chunks.has(other)))
      }
    }
    return known
  }

  const [language] = languages.map(needs).toSorted((a, b) => sizeOf(b) - sizeOf(a))
  const loaded = new Set([needs('main.tsx'), ...first.map(needs), language].flatMap((names) => Array.from(names)))
  const screens = [...(await readFile(new URL('router.tsx', portal), 'utf8')).matchAll(/import\('\.\/([^']+)'\)/gu)]
  const further = screens
    .map(([, module]) => module)
    .filter((module) => !first.includes(module))
    .map((module) => ({ name: module, bytes: sizeOf([...needs(module)].filter((name) => !loaded.has(name))) }))

  async function assets(pattern, end = '') {
    const names = output.map(({ fileName }) => fileName).filter((name) => pattern.test(name))
    return Promise.all(
      names.map(async (name) => ({ name, bytes: (await stat(path.join(folder, `${name}${end}`))).size })),
    )
  }
  const sheets = await assets(/\.css$/u, '.gz')
  const styles = sheets.filter((sheet) => !isOfConsole(sheet))
  return {
    'entry and first route, JavaScript': [{ bytes: sizeOf(loaded) }],
    'each further route, JavaScript': further,
    'own scripts and styles': [{ bytes: consoleBytes(chunks, loaded, sizes) + sumOf(sheets.filter(isOfConsole)) }],
    styles: [{ bytes: sumOf(styles) }],
    'reference of the contract': await assets(/reference-[^/]*\.json$/u, '.gz'),
    'font, latin': await assets(/inter-latin-(?!ext)[^/]*\.woff2$/u),
  }
}

/**
 * Measures a build of the widgets.
 *
 * @param scripts the chunks and assets of each script by its name
 * @param folder where they were written
 * @returns figures by the names of budgets.json
 */
export async function sizesOfWidgets(scripts, folder) {
  const size = async (name) => (await stat(path.join(folder, `${name}.gz`))).size

  /** A script with the texts of the language that has the most. */
  async function withTexts(script) {
    const texts = scripts.get(script).filter(({ type, isEntry }) => type === 'chunk' && !isEntry)
    const most = Math.max(...(await Promise.all(texts.map(({ fileName }) => size(fileName)))))
    return { name: `${script}.js`, bytes: (await size(`${script}.js`)) + most }
  }

  return {
    'first widget with its texts': [await withTexts('entitlements'), await withTexts('renewals')],
    'all widgets with their texts': [await withTexts('widgets')],
    'classic script': [{ name: 'classic.js', bytes: await size('classic.js') }],
  }
}

const isOfConsole = ({ name }) => name.startsWith('assets/console-')

const sumOf = (measured) => measured.reduce((sum, { bytes }) => sum + bytes, 0)

/** Whether a module belongs to the operator console: one of its own, or the library that draws its charts. */
const hasConsole = (id) => id.includes('/src/console/') || id.includes('/node_modules/uplot/')

/** Whether a script has no module of the page but the chart. */
const apart = ({ moduleIds }) =>
  moduleIds.every((id) => !id.includes('/src/') || id.endsWith('/src/console/operation/Chart.tsx'))

/**
 * How many bytes the scripts have that only the console needs. None of them may be among those of the first page of the
 * portal, and the library of the charts has a file that only the chart shares.
 */
function consoleBytes(chunks, loaded, sizes) {
  const own = [...chunks.values()].filter(({ moduleIds }) => moduleIds.some(hasConsole))
  const strange = own.find(({ fileName }) => loaded.has(fileName))
  if (strange) {
    throw new Error(`the first page of the portal loads ${strange.fileName}, which has modules of the console`)
  }
  const drawing = own.filter(({ moduleIds }) => moduleIds.some((id) => id.includes('/node_modules/uplot/')))
  if (drawing.length !== 1 || !drawing.every(apart)) {
    throw new Error('the library of the charts is not in a file of its own')
  }
  return own.reduce((sum, { fileName }) => sum + sizes.get(fileName), 0)
}

/**
 * Packs the widgets as they would be published, installs the package into a new project with React and TypeScript, and
 * compiles a page that uses both elements.
 */
import { spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'

const web = fileURLToPath(new URL('..', import.meta.url))

function run(folder, command, ...args) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' })
  if (status !== 0) {
    throw new Error(`${command} ${args.join(' ')}\n${stdout}${stderr}`)
  }
  return stdout
}

/** Writes the content of the package: the scripts as browsers get them, and what stands beside the sources for it. */
async function writePackage(folder) {
  const sources = path.join(web, 'src/widgets/package')
  for (const name of await readdir(sources)) {
    if (name !== 'conforms.ts' && !name.includes('.test.')) {
      await cp(path.join(sources, name), path.join(folder, name))
    }
  }
  await cp(path.join(web, '../LICENSE'), path.join(folder, 'LICENSE'))
  const built = path.join(web, 'dist/widgets/v1')
  await mkdir(path.join(folder, 'assets'))
  for (const name of await readdir(built, { recursive: true })) {
    // The classic script is for pages that load it from the server.
    if (name.endsWith('.gz') && !name.startsWith('classic')) {
      await writeFile(path.join(folder, name.slice(0, -3)), gunzipSync(await readFile(path.join(built, name))))
    }
  }
}

const page = `import { useRef } from 'react'
import { configure, type Entitlements, type WidgetToken } from 'muniment-widgets/react'
import { Renewals } from 'muniment-widgets/renewals'

configure({
  endpoint: 'https://rights.example.com',
  fetchToken: async (): Promise<WidgetToken | null> => {
    const response = await fetch('/widget-token', { method: 'POST' })
    return response.status === 204 ? null : response.json()
  },
})
Renewals.configure({ fetchToken: () => null })

export function Licenses() {
  const list = useRef<Entitlements>(null)
  return (
    <main>
      <muniment-entitlements
        ref={list}
        className="licenses"
        lang="de"
        page-size={5}
        order="newest"
        onmuniment-select={(event) => {
          event.preventDefault()
          const href: string = event.detail.href
          location.assign(href)
        }}
      />
      <muniment-renewals months="6" theme="dark" onmuniment-load={({ detail }) => console.log(detail.total + 1)} />
      {/* @ts-expect-error there is no such order */}
      <muniment-entitlements order="upside-down" />
      {/* @ts-expect-error renewals have no order */}
      <muniment-renewals order="newest" />
      <button onClick={() => void list.current?.reload()}>again</button>
    </main>
  )
}

document.querySelector('muniment-entitlements')?.addEventListener('muniment-more', ({ detail }) => detail.count)
`

const { dependencies, devDependencies } = JSON.parse(await readFile(path.join(web, 'package.json'), 'utf8'))
const work = await mkdtemp(path.join(tmpdir(), 'muniment-package-'))
try {
  const content = path.join(work, 'content')
  const project = path.join(work, 'project')
  await mkdir(content)
  await mkdir(project)
  await writePackage(content)
  const [packed] = JSON.parse(run(content, 'npm', 'pack', '--json', '--pack-destination', work))
  const files = packed.files.map((file) => file.path).toSorted()
  console.log(`${packed.filename}: ${packed.size} bytes, ${files.length} files: ${files.join(' ')}`)

  await writeFile(
    path.join(project, 'package.json'),
    JSON.stringify({
      name: 'page',
      private: true,
      type: 'module',
      dependencies: { 'muniment-widgets': `file:../${packed.filename}`, react: dependencies.react },
      devDependencies: {
        '@types/react': devDependencies['@types/react'],
        typescript: devDependencies.typescript,
      },
    }),
  )
  await writeFile(
    path.join(project, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        target: 'ES2022',
        module: 'ESNext',
        moduleResolution: 'bundler',
        lib: ['ES2022', 'DOM', 'DOM.Iterable'],
        jsx: 'react-jsx',
        strict: true,
        skipLibCheck: false,
        noEmit: true,
      },
      include: ['*.tsx'],
    }),
  )
  await writeFile(path.join(project, 'page.tsx'), page)
  run(project, 'npm', 'install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts')
  run(project, process.execPath, 'node_modules/typescript/bin/tsc', '-p', '.')

  const exports = Object.values(JSON.parse(await readFile(path.join(content, 'package.json'), 'utf8')).exports)
  const missing = exports
    .flatMap((target) => (typeof target === 'string' ? [target] : Object.values(target)))
    .filter((target) => !files.includes(target.slice(2)))
  if (missing.length > 0) {
    throw new Error(`the package exports what it does not have: ${missing.join(' ')}`)
  }
  console.log('a page with both elements compiles with React and TypeScript')
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await rm(work, { recursive: true })
}

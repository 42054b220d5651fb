import type { Plugin, Rollup } from 'vite'

const runtimeName = /^assets\/rolldown-runtime-[^/]+\.js$/u
const runtimeExports = /export\{([^}]*)\};?\s*$/u

/**
 * Moves the functions that the bundler adds to every build into the frame. The bundler writes them into a file of their
 * own as soon as chunks are grouped, so that each page would need one more request.
 */
export function runtimeInFrame(frame: string): Plugin {
  return {
    name: 'muniment:runtime-in-frame',
    apply: 'build',
    augmentChunkHash: () => 'runtime in frame', // the names of the files are made before their content is changed
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
        const runtime = chunks.find(({ fileName }) => runtimeName.test(fileName))
        const into = chunks.find(({ name }) => name === frame)
        if (!runtime || !into || runtime.imports.length > 0) {
          return
        }
        const exported = runtimeExports.exec(runtime.code)?.[1]
        if (exported === undefined) {
          throw new Error(`the exports of ${runtime.fileName} are not found`)
        }
        const from = `from"./${runtime.fileName.replace('assets/', '')}"`
        const body = runtime.code.replace(runtimeExports, `return{${pairs(exported)}}`)
        for (const chunk of chunks) {
          move(chunk, runtime, into, from, body)
        }
        const page = bundle['index.html']
        if (page?.type === 'asset') {
          page.source = String(page.source).replace(
            new RegExp(`\\s*<[^>]+${runtime.fileName}"[^>]*>(?:</script>)?`, 'u'),
            '',
          )
        }
        delete bundle[runtime.fileName]
      },
    },
  }
}

/** The pairs of `a as b` as those of an object. */
function pairs(exported: string): string {
  return exported.replaceAll(/([\w$]+) as ([\w$]+)/gu, '$2:$1')
}

function move(
  chunk: Rollup.OutputChunk,
  runtime: Rollup.OutputChunk,
  into: Rollup.OutputChunk,
  from: string,
  body: string,
) {
  chunk.code = chunk.code.replaceAll(`"${runtime.fileName}"`, `"${into.fileName}"`)
  const imported = new RegExp(`import\\{([^}]*)\\}${from.replaceAll('.', '\\.')};`, 'u').exec(chunk.code)
  const used = (imported?.[1] ?? '').replaceAll(/([\w$]+) as ([\w$]+)/gu, '$1:$2')
  const taken = `const{${used}}=$runtime;`
  if (chunk === into) {
    chunk.code = `const $runtime=(()=>{${body}})();${chunk.code.replace(imported?.[0] ?? '', () => taken)}export{$runtime};`
  } else if (imported) {
    chunk.code = chunk.code.replace(
      imported[0],
      () => `import{$runtime}from"./${into.fileName.replace('assets/', '')}";${taken}`,
    )
  }
  chunk.imports = [...new Set(chunk.imports.map((file) => (file === runtime.fileName ? into.fileName : file)))].filter(
    (file) => file !== chunk.fileName,
  )
}

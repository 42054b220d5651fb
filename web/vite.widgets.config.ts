import { defineConfig, type Plugin } from 'vite'
import { precompress } from './vite.precompress.ts'

/** Makes one blank of the line breaks in templates, which are the only ones that a minified script has. */
function trimTemplates(): Plugin {
  return {
    name: 'muniment:trim-templates',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === 'chunk') {
          chunk.code = chunk.code
            .trim()
            .replaceAll(/\s*\n\s*/gu, ' ')
            .replaceAll(/(?<=[`>]) (?=<)/gu, '')
        }
      }
    },
  }
}

/**
 * One script of the widgets, named by the mode. A module loads the texts of one language besides; the mode classic makes one
 * script with everything. `scripts/build-widgets.mjs` builds all of them.
 *
 * Each script has all of its code, because two small files take a tenth more than one.
 */
export default defineConfig(({ mode }) => {
  const classic = mode === 'classic'
  return {
    root: 'src/widgets',
    base: '/widgets/v1/',
    publicDir: false,
    plugins: [trimTemplates(), precompress({ smallest: true })],
    build: {
      target: 'es2023',
      // Older browsers than these know no light-dark(); what would stand in its place does not follow the page.
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
      outDir: '../../dist/widgets/v1',
      emptyOutDir: false,
      // All scripts hold the same libraries.
      license: mode === 'widgets' && { fileName: 'third-party-licenses.md' },
      lib: {
        entry: `entry/${mode}.ts`,
        formats: [classic ? 'iife' : 'es'],
        name: 'MunimentWidgets',
        fileName: () => `${mode}.js`,
      },
      rolldownOptions: {
        output: {
          chunkFileNames: 'assets/[name]-[hash].js',
          comments: false,
          // Vite leaves the blanks in modules of libraries.
          minify: true,
          codeSplitting: !classic,
        },
      },
    },
  }
})

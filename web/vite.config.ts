import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { precompress } from './vite.precompress.ts'

export default defineConfig({
  root: 'src/playground',
  base: '/playground/',
  plugins: [react(), precompress()],
  worker: { format: 'es' },
  build: {
    outDir: '../../dist/playground',
    emptyOutDir: true,
    // Inlined assets would be data: URLs, which the CSP of the page would have to allow.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    license: { fileName: 'third-party-licenses.md' },
    // Monaco is one large chunk by nature; `npm run check:dist` holds the budget of the whole.
    chunkSizeWarningLimit: 4096,
    rolldownOptions: {
      onLog(level, log, report) {
        // GraphiQL's modules contain "use no memo", a directive for a compiler that has already run.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') {
          report(level, log)
        }
      },
    },
  },
  server: {
    proxy: Object.fromEntries(
      ['/graphql', '/playground/token'].map((path) => [path, process.env.MUNIMENT_URL ?? 'http://127.0.0.1:8080']),
    ),
  },
})

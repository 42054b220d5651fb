import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { precompress } from './vite.precompress.ts'

export default defineConfig({
  root: 'src/portal',
  base: '/',
  plugins: [react(), precompress({ smallest: true })],
  css: { modules: { generateScopedName: '[name]-[local]-[hash:base64:4]' } },
  build: {
    outDir: '../../dist/portal',
    emptyOutDir: true,
    // Inlined assets would be data: URLs, which the CSP of the page would have to allow.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    license: { fileName: 'third-party-licenses.md' },
  },
  server: { proxy: { '/graphql': process.env.MUNIMENT_URL ?? 'http://127.0.0.1:8080' } },
})

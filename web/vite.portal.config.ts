import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { ownStyles } from './vite.ownstyles.ts'
import { precompress } from './vite.precompress.ts'
import { runtimeInFrame } from './vite.runtime.ts'
import { screens } from './vite.screens.ts'

/** What is loaded only when the viewer asks for it. */
const later =
  /\/(?:ChangeDialog|ChangeOutlook|OpenMenu|Palette|AccountChoice|MemberChoice|\w+Dialogs?)\.tsx|\/kit\/(?:proposal|useChange)|changes\.ts|\/language\/(?:(?:\w+\.)?de|unitNames)\.ts/u

/** The frame of every screen, and what several screens share. */
const frame =
  /\/src\/portal\/(?:main|router|account\/(?:account|AccountButton|switch)|audit\/(?:ActionSummary|records|search)|contract|day|design|home\/Limited|evergreen\/(?:term|useEvergreen)|entitlement\/(?:coverage|exportAddress|graceDays|groups|LineState|rows|search|states|sums|useGrace)|kit|language|renewal\/search|usage\/search|member\/(?:administrators|search|Seen|words|rows)|settings\/(?:preferences|browser|ThemeChoice)|shell|viewer)|\/lucide-react\//u

export default defineConfig({
  root: 'src/portal',
  base: '/',
  plugins: [
    react(),
    ownStyles('src/console', 'console'),
    runtimeInFrame('frame'),
    screens(),
    precompress({ smallest: true }),
  ],
  css: { modules: { generateScopedName: '[name]-[local]-[hash:base64:4]' } },
  build: {
    outDir: '../../dist/portal',
    emptyOutDir: true,
    // Inlined assets would be data: URLs, which the CSP of the page would have to allow.
    assetsInlineLimit: 0,
    // One style sheet and one script for the frame and what screens share: fewer requests before the first rows.
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    license: { fileName: 'third-party-licenses.md' },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ name: 'frame', test: (id: string) => frame.test(id) && !later.test(id) }],
        },
      },
    },
  },
  server: { proxy: { '/graphql': process.env.MUNIMENT_URL ?? 'http://127.0.0.1:8080' } },
})

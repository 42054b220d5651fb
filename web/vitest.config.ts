import { defineConfig } from 'vitest/config'

process.env.TZ = 'UTC' // tests of moments know the day that they are on

export default defineConfig({
  test: { include: ['src/**/*.test.{ts,tsx}'], environment: 'happy-dom' },
})

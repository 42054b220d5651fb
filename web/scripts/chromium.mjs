import { existsSync } from 'node:fs'

/**
 * The browser that the tests and measurements run: what MUNIMENT_CHROMIUM names, else an installed Chromium. The one
 * without windows comes first, because it does the same in two thirds of the time.
 */
export const chromiumPath =
  process.env.MUNIMENT_CHROMIUM ||
  ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) => existsSync(path)) ||
  '/usr/bin/chromium-headless-shell'

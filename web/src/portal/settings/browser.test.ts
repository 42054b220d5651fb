import { expect, test } from 'vitest'
import { browserOf } from './browser.ts'

test('a browser that also names others is called by its own name', () => {
  const edge =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0 Safari/537.36 Edg/150.0'
  expect(browserOf(edge)).toEqual({ browser: 'Edge', system: 'Windows' })
  const chrome =
    'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0 Mobile Safari/537.36'
  expect(browserOf(chrome)).toEqual({ browser: 'Chrome', system: 'Android' })
  const safari =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1 (KHTML, like Gecko) Version/19.0 Safari/604.1'
  expect(browserOf(safari)).toEqual({ browser: 'Safari', system: 'iPhone' })
})

test('what does not describe itself is not known', () => {
  expect(browserOf(null)).toBeNull()
  expect(browserOf('curl/8.0')).toBeNull()
})

import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const place = 'muniment.preferences'

/** The module as it is when a page is opened, with what the browser remembers. */
async function opened(kept?: string) {
  localStorage.clear()
  if (kept !== undefined) {
    localStorage.setItem(place, kept)
  }
  vi.resetModules()
  return import('./preferences.ts')
}

beforeEach(() => vi.stubGlobal('navigator', { languages: ['fr-FR', 'en-US', 'de-CH'] }))
afterEach(() => vi.unstubAllGlobals())

test('a choice is shown at once, and remembered', async () => {
  const { prefer, preferences } = await opened()
  prefer({ theme: 'dark', dense: true })
  expect(document.documentElement.dataset).toMatchObject({ theme: 'dark', density: 'dense' })
  expect(preferences()).toEqual({ language: null, theme: 'dark', dense: true, shortcuts: true })
  expect((await opened(localStorage.getItem(place) ?? '')).preferences().theme).toBe('dark')
})

test('as the system has it, is no theme of its own', async () => {
  const { prefer } = await opened('{"theme":"dark"}')
  prefer({ theme: null })
  expect(document.documentElement.dataset.theme).toBeUndefined()
})

test('what is remembered wrongly counts as not remembered', async () => {
  for (const kept of ['no JSON', '{"theme":"pink","language":"fr","dense":"yes"}', 'null']) {
    expect((await opened(kept)).preferences()).toEqual({ language: null, theme: null, dense: false, shortcuts: true })
  }
})

test('a language is written as the browser writes it, if it knows it', async () => {
  const { localesOf } = await opened()
  expect(localesOf(null)).toEqual(['fr-FR', 'en-US', 'de-CH'])
  expect(localesOf('de')).toEqual(['de-CH'])
  vi.stubGlobal('navigator', { languages: ['fr-FR'] })
  expect(localesOf('de')).toEqual(['de-DE'])
  expect(localesOf('en')).toEqual(['en-GB'])
})

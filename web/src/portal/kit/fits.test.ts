import { expect, test } from 'vitest'
import { fits } from './fits.ts'

test('a name fits if every word of the text begins a word of it', () => {
  expect(fits('Harborline Build-Agent 5', 'agent harb')).toBe(true)
  expect(fits('Harborline Build-Agent 5', 'line')).toBe(false)
  expect(fits('anything', '')).toBe(true)
})

test('an id fits by its beginning, also across its dashes', () => {
  expect(fits('Packager HLI-0002849-16372', 'hli-00028')).toBe(true)
  expect(fits('Packager HLI-0002849-16372', '16372')).toBe(true)
  expect(fits('Packager HLI-0002849-16372', 'hli-16372')).toBe(false)
})

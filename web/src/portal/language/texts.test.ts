import { expect, test } from 'vitest'
import { de } from './de.ts'
import { en } from './en.ts'
import { Format } from './format.ts'

/** Texts by their place, those with values as functions. */
function textsOf(part: unknown, place = ''): [string, unknown][] {
  return typeof part === 'object' && part !== null
    ? Object.entries(part).flatMap(([name, inner]) => textsOf(inner, place === '' ? name : `${place}.${name}`))
    : [[place, part]]
}

const english = new Map(textsOf(en(new Format('en-GB'))))
const german = new Map(textsOf(de(new Format('de-DE'))))

test('German has every text that English has, also in tables that the compiler does not compare', () => {
  // German has more: where English leaves a message to the contract, which is English.
  expect([...english.keys()].filter((place) => !german.has(place))).toEqual([])
})

test('no text is empty in one language only, and texts take as many values in both', () => {
  for (const [place, text] of english) {
    const other = german.get(place)
    expect(typeof other, place).toBe(typeof text)
    if (typeof text === 'function' && typeof other === 'function') {
      expect(other.length, place).toBe(text.length)
    }
    if (typeof text === 'string') {
      expect(other === '', place).toBe(text === '')
    }
  }
})

test('German sentences address the reader with Sie, and have German quotation marks', () => {
  for (const [place, text] of german) {
    const written = String(text)
    expect(written, place).not.toMatch(/\b(?:du|dein|deine|deinem|deiner|dich|dir)\b/iu)
    expect(written, place).not.toMatch(/“[^„“]*”/u)
  }
})

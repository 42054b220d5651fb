import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { de } from './de.ts'
import { en } from './en.ts'
import { Format } from './format.ts'
import { screenTables } from './screenTables.ts'

const sources = join(import.meta.dirname, '..', '..')

/** Texts by their place, those with values as functions. */
function textsOf(part: unknown, place = ''): [string, unknown][] {
  return typeof part === 'object' && part !== null
    ? Object.entries(part).flatMap(([name, inner]) => textsOf(inner, place === '' ? name : `${place}.${name}`))
    : [[place, part]]
}

describe.each([{ file: 'portal/language', en, de }, ...screenTables])('$file', (texts) => {
  const english = new Map(textsOf(texts.en(new Format('en-GB'))))
  const german = new Map(textsOf(texts.de(new Format('de-DE'))))

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
})

describe.each(screenTables)('$file', ({ file, en: english }) => {
  test('every text is used beside it', () => {
    const folder = join(sources, dirname(file))
    const using = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/u.test(name) && !/\.test\.|(?:^|\/)texts\.ts$/u.test(name))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n')
    // A text by its own name, or as one of those that a name is looked up in.
    const isUsed = (place: string) =>
      place
        .split('.')
        .slice(-2)
        .some((word) => new RegExp(`\\.${word}\\b`, 'u').test(using))
    expect(textsOf(english(new Format('en-GB'))).flatMap(([place]) => (isUsed(place) ? [] : [place]))).toEqual([])
  })
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { en } from './en.ts'
import { Format } from './format.ts'

const root = join(import.meta.dirname, '..', '..')
const parts = ['portal', 'console']
const sources = parts.flatMap((part) =>
  readdirSync(join(root, part), { recursive: true, encoding: 'utf8' }).map((file) => join(part, file)),
)
const english = en(new Format('en-GB'))

/** The paths of all texts of a language, such as home.attention. */
function pathsOf(texts: object, above = ''): string[] {
  return Object.entries<unknown>({ ...texts }).flatMap(([name, text]) =>
    typeof text === 'object' && text !== null && !Array.isArray(text)
      ? pathsOf(text, `${above}${name}.`)
      : [above + name],
  )
}

const path = String.raw`((?:\.\w+)*)`

/**
 * The paths that a source names. A name for a part of the texts, such as `const t = texts.home`, counts only where it is
 * used. What is named as a whole, such as a table of words by status, has all its texts used.
 */
function usedIn(source: string): string[] {
  const names = new Map([['texts', '']])
  const used: string[] = []
  const resolve = (name: string, rest: string) => `${names.get(name) ?? ''}${rest}`.replace(/^\./u, '')
  const declaration = new RegExp(String.raw`const (\w+|\{[^}=]*\}) = (?:\w+\.)?(\w+)${path}(?=\n|$)`, 'gmu')
  const rest = source
    .replaceAll(/\{ (\w+): \{ ([^{}]*) \} \}: Messages/gu, 'const { $2 } = texts.$1\n')
    .replaceAll(declaration, (whole: string, declared: string, from: string, more: string) => {
      if (!names.has(from)) {
        return whole
      }
      const at = resolve(from, more)
      for (const part of declared.startsWith('{') ? declared.slice(1, -1).split(',') : [declared]) {
        const [name = '', alias = name] = part.split(':').map((word) => word.trim())
        names.set(alias, declared.startsWith('{') ? `${at}.${name}` : at)
      }
      return ''
    })
  for (const [, name = '', more = ''] of rest.matchAll(new RegExp(String.raw`(?<![\w'])(\w+)${path}`, 'gu'))) {
    if (names.has(name) && resolve(name, more) !== '') {
      used.push(resolve(name, more))
    } else if (more.includes('.texts.')) {
      used.push(more.slice(more.indexOf('.texts.') + 7))
    }
  }
  return used
}

/** A path and what it is a part of: home.columns.use is in home.columns, which is in home. */
function partsOf(text: string): string[] {
  return text.split('.').map((_, index, words) => words.slice(0, index + 1).join('.'))
}

test('every text is used', () => {
  const texts = sources
    .filter((file) => /\.tsx?$/u.test(file) && !/^portal.language.(?:en|de)\.ts$|\.test\./u.test(file))
    .map((file) => readFileSync(join(root, file), 'utf8'))
  const used = new Set(texts.flatMap(usedIn))
  const unused = pathsOf(english).filter((text) => !partsOf(text).some((part) => used.has(part)))
  expect(unused).toEqual([])
})

test('every letter of the texts is in the font', () => {
  const font = /[\n -~\u00a0-\u00ff\u0131\u0152-\u0153\u2000-\u206f\u20ac\u2122\u2212\u2215]*/uy
  const screens = sources.filter((file) => /\/texts(?:\.\w+)?\.ts$/u.test(file))
  for (const file of ['portal/language/en.ts', 'portal/language/de.ts', ...screens]) {
    const source = readFileSync(join(root, file), 'utf8')
    font.lastIndex = 0
    expect(source.slice(font.exec(source)?.[0].length).slice(0, 40)).toBe('')
  }
})

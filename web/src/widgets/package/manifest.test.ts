import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { Entitlements } from '../entitlement/Entitlements.ts'
import { Renewals } from '../renewal/Renewals.ts'

const widgets = 'src/widgets/'
const manifest = JSON.parse(await readFile(`${widgets}package/custom-elements.json`, 'utf8'))
const docs = await readFile('../docs/widgets.md', 'utf8')

type Named = { name: string }
const declarations: (Named & Record<'attributes' | 'events' | 'cssParts' | 'cssProperties', Named[]>)[] =
  manifest.modules[0].declarations
const names = (list: Named[]) => list.map(({ name }) => name).toSorted()

/** What all sources match of a pattern. */
async function inSources(pattern: RegExp): Promise<string[]> {
  const files = (await readdir(widgets, { recursive: true })).filter(
    (name) => /\.(?:ts|css)$/u.test(name) && !name.startsWith('package') && !name.includes('.test.'),
  )
  const texts = await Promise.all(files.map((name) => readFile(widgets + name, 'utf8')))
  return [...new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, found]) => found ?? '')))].toSorted()
}

const all = (what: 'events' | 'cssParts' | 'cssProperties') =>
  [...new Set(declarations.flatMap((declaration) => names(declaration[what])))].toSorted()

test.each([
  ['Entitlements', Entitlements.observedAttributes],
  ['Renewals', Renewals.observedAttributes],
])('the attributes of %s are described', (name, attributes) => {
  const declaration = declarations.find((known) => known.name === name)
  expect(names(declaration?.attributes ?? [])).toEqual([...attributes].toSorted())
})

test('parts, custom properties and events are described', async () => {
  expect(all('cssParts')).toEqual(await inSources(/part="([a-z-]+)"/gu))
  expect(all('cssProperties')).toEqual((await inSources(/var\((--muniment-[a-z-]+)/gu)).toSorted())
  const events = [
    ...(await inSources(/emit\(\s*'([a-z-]+)'/gu)),
    ...(await inSources(/name = '(select)'/gu)),
    ...(await inSources(/, '(sign-in)'\)/gu)),
  ]
  expect(all('events')).toEqual(events.map((name) => `muniment-${name}`).toSorted())
})

test('docs/widgets.md has all of it', () => {
  const said = [
    ...declarations.flatMap(({ attributes }) => names(attributes)),
    ...all('events'),
    ...all('cssParts'),
    ...all('cssProperties'),
  ]
  expect(said.filter((name) => !docs.includes(`| \`${name}\` |`))).toEqual([])
})

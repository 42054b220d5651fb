import { expect, test } from 'vitest'
import consoleFirst from '../console/first.json'
import { consoleRoutes } from '../console/routes.tsx'
import first from './first.json'
import { newRouter } from './router.tsx'

test('the page of every screen names what it needs first', () => {
  const all: Record<string, { queries: { name: string }[] }> = { ...first, ...consoleFirst }
  const screens = Object.keys(newRouter(consoleRoutes).routesByPath).map((path) => path.replace(/\/$/u, ''))
  expect(new Set(Object.keys(all))).toEqual(new Set(screens))
  for (const [path, { queries }] of Object.entries(all)) {
    expect(
      queries.map(({ name }) => name),
      path,
    ).toContain('Viewer')
  }
})

test('the page of a screen asks for no day that is the same on every day', () => {
  expect(JSON.stringify([first, consoleFirst])).not.toMatch(/\d{4}-\d\d-\d\d/u)
})

import { expect, test } from 'vitest'
import first from './first.json'
import { router } from './router.tsx'

test('the page of every screen names what it needs first', () => {
  const screens = Object.keys(router.routesByPath).map((path) => path.replace(/\/$/u, ''))
  expect(new Set(Object.keys(first))).toEqual(new Set(screens))
  for (const [path, { queries }] of Object.entries(first)) {
    expect(
      queries.map(({ name }) => name),
      path,
    ).toContain('Viewer')
  }
})

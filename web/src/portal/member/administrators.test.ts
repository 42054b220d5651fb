import { expect, test } from 'vitest'
import { administratorsOf } from './administrators.ts'

type Viewer = Parameters<typeof administratorsOf>[0]

function person(name: string, email: string | null, lastSignInAt: string | null) {
  return { name, user: { email, lastSignInAt } }
}

test('those who can be asked have their address, each once, and whoever was seen last is first', () => {
  const ann = person('Ann', 'ann@one.example', '2026-01-01T00:00:00Z')
  const bo = person('Bo', 'bo@one.example', '2026-11-01T00:00:00Z')
  const hidden = { name: 'Cy', user: null }
  const viewer = {
    services: [
      {
        accounts: [
          { accountId: 'a', administrators: [ann, hidden, bo] },
          { accountId: 'b', administrators: [person('Di', null, null)] },
        ],
      },
      { accounts: [{ accountId: 'a', administrators: [bo] }] },
    ],
  } as unknown as Viewer
  expect(administratorsOf(viewer, 'a')).toEqual(['Bo (bo@one.example)', 'Ann (ann@one.example)', 'Cy'])
  expect(administratorsOf(null, 'a')).toEqual([])
})

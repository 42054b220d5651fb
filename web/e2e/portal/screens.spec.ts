import { type Role, stateOf } from '../roles.ts'
import { inspect } from './inspect.ts'
import { screens } from './screens.ts'
import { test } from './test.ts'

test.use({ reducedMotion: 'reduce', viewport: { width: 1280, height: 900 } })

test.describe('administrator', () => {
  test.use({ storageState: stateOf('Account administrator') })

  for (const screen of screens) {
    test(`accessible, still, and whole on a phone: ${screen.name}`, async ({ page, sample, at }) => {
      test.slow(screen.path(sample).startsWith('/developers'), 'axe looks at hundreds of links of the reference')
      await inspect(page, at(screen.path(sample)))
    })
  }
})

/** What others see instead. */
const others: readonly { role: Role; path: string | null }[] = [
  { role: 'License manager', path: '/people' },
  { role: 'License manager', path: '/activity' },
  { role: 'Member of the community', path: '' },
  { role: 'Operator', path: null },
]

for (const { role, path } of others) {
  test.describe(role, () => {
    test.use({ storageState: stateOf(role) })

    test(`accessible, still, and whole on a phone: ${path ?? 'choice of an account'}`, async ({ page, at }) => {
      await inspect(page, path === null ? '/accounts' : at(path))
    })
  })
}

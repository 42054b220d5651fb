import { test as portal } from '../portal/test.ts'
import { stateOf } from '../roles.ts'
import { firstPart, type Known, newestRun } from './screens.ts'

let found: Omit<Known, 'sample'> | undefined

/** The test of the console, with what is known of the sample base. */
export const test = portal.extend<{ known: Known }>({
  known: async ({ sample, visitor }, use) => {
    if (found === undefined) {
      const context = await visitor({ storageState: stateOf('Operator') })
      const page = await context.newPage()
      found = { run: await newestRun(page), part: await firstPart(page) }
    }
    await use({ sample, ...found })
  },
})

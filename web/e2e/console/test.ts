import { test as portal } from '../portal/test.ts'
import { stateOf } from '../roles.ts'
import { type Known, newestRun } from './screens.ts'

let run: string | undefined

/** The test of the console, with what is known of the sample base. */
export const test = portal.extend<{ known: Known }>({
  known: async ({ sample, visitor }, use) => {
    if (run === undefined) {
      const context = await visitor({ storageState: stateOf('Operator') })
      run = await newestRun(await context.newPage())
    }
    await use({ sample, run })
  },
})

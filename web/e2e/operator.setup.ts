import { test } from './guard.ts'
import { operatorState, takeRole } from './roles.ts'

test('sign in as operator', async ({ page }) => {
  await takeRole(page, 'Operator')
  await page.context().storageState({ path: operatorState })
})

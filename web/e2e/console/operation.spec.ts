import { rename, rm, writeFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { freshAddress, invite } from '../api.ts'
import { closeDialog, dialog, open } from '../portal/test.ts'
import { stateOf } from '../roles.ts'
import { test } from './test.ts'

test.use({ storageState: stateOf('Operator') })

test('findings of an import are counted by rule, and filtered by rule, severity and words', async ({ page, known }) => {
  await open(page, '/console/imports')
  await page.getByRole('rowheader').getByRole('link').first().click()
  await expect(page).toHaveURL(new RegExp(`/console/imports/${known.run}`))
  const rules = page.getByRole('region', { name: 'Findings by rule' }).getByRole('rowheader').getByRole('link')
  await expect(rules).not.toHaveCount(0)
  const rule = (await rules.first().textContent()) ?? ''
  await rules.first().click()
  await expect(page).toHaveURL(new RegExp(`rule=${rule}`))
  const findings = page.getByRole('region', { name: 'Findings', exact: true })
  await expect(findings.getByRole('listitem').first()).toContainText(rule)
  await expect(findings.getByRole('listitem').first()).toContainText('What to do')
  await findings.getByRole('searchbox').fill('qqqq')
  await expect(findings.getByText('No finding fits these filters.')).toBeVisible()
  await page.goBack()
  await expect(findings.getByRole('listitem').first()).toContainText(rule)
})

test('a mail that could not be written is tried again from the page', async ({ page, visitor, sample }) => {
  test.setTimeout(300_000)
  const outbox = process.env.MUNIMENT_OUTBOX ?? ''
  const context = await visitor({ storageState: stateOf('Account administrator') })
  const administrator = await context.newPage()
  await administrator.goto('/playground/') // its policy lets the test ask the contract
  const address = freshAddress('unlucky')
  await rename(outbox, `${outbox}.kept`)
  await writeFile(outbox, 'no directory')
  try {
    await invite(administrator, {
      account: sample.account.id,
      email: address,
      roles: ['READER'],
      serviceAccess: ['LICENSING'],
    })
    const row = page.getByRole('row', { name: new RegExp(address) })
    // After the third attempt the server waits for more than a minute, and does not try again by itself meanwhile.
    await expect(async () => {
      await open(page, '/console/jobs')
      await expect(row).toContainText('Will be tried again', { timeout: 5000 })
      await expect(row).toContainText(/3 of \d/, { timeout: 1000 })
    }).toPass({ timeout: 120_000 })
    await expect(row.getByRole('link', { name: sample.account.name })).toBeVisible()
    await page.getByRole('button', { name: new RegExp(`^Actions for Invitation to ${address}`) }).click()
    await page.getByRole('menuitem', { name: 'Try again' }).click()
    await expect(dialog(page)).toContainText('The job changes')
  } finally {
    await rm(outbox)
    await rename(`${outbox}.kept`, outbox)
  }
  await dialog(page).getByRole('button', { name: 'Try again' }).click()
  await expect(dialog(page)).toContainText('The job was changed')
  await closeDialog(page)
  await expect(async () => {
    await open(page, '/console/jobs?show=all')
    await expect(page.getByRole('row', { name: new RegExp(address) })).toContainText('Done', { timeout: 5000 })
  }).toPass({ timeout: 60_000 })
})

test('the server says how it is, and its figures also stand in tables', async ({ page }) => {
  test.setTimeout(240_000) // a server that has just started has no figures for a minute
  await open(page, '/console/server')
  await expect(page.getByText(/^Muniment .*, started/)).toBeVisible()
  await expect(page.getByText('Size of the database').first()).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Recurring work' })).toBeVisible()
  await expect(async () => {
    await page.getByRole('button', { name: 'Refresh' }).click()
    await expect(page.getByRole('img', { name: /^Requests from/ })).toBeVisible({ timeout: 2000 })
  }).toPass({ timeout: 90_000, intervals: [5000] })
  await page.getByText('Show as a table').first().click()
  await expect(page.getByRole('table', { name: 'Requests' }).getByRole('row')).not.toHaveCount(1)
})

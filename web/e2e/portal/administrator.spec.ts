import { expect, type Page } from '@playwright/test'
import { freshAddress } from '../api.ts'
import { allowErrors } from '../console-errors.ts'
import { linkTo } from '../outbox.ts'
import { stateOf } from '../roles.ts'
import { askForAccess, newMember } from './people.ts'
import { closeDialog, dialog, open, settled, test } from './test.ts'

test.use({ storageState: stateOf('Account administrator') })

const reader = { roles: ['READER'], serviceAccess: ['COMMUNITY'] }

/** Carries a change out, after what will happen was shown, and closes its dialog. */
async function carryOut(page: Page, action: string | RegExp, ...effects: (string | RegExp)[]) {
  await expect(dialog(page)).toContainText('What will happen')
  for (const effect of effects) {
    await expect(dialog(page)).toContainText(effect)
  }
  await dialog(page).getByRole('button', { name: action }).click()
  await expect(dialog(page)).toContainText('What happened')
  for (const effect of effects) {
    await expect(dialog(page)).toContainText(effect)
  }
  await expect(dialog(page).getByRole('link', { name: 'Show the record' })).toBeVisible()
  await closeDialog(page)
}

/** The row of a table with a name or an address. */
function row(page: Page, name: string) {
  return page.getByRole('row').filter({ hasText: name })
}

test('what needs attention leads to a filtered list, to a line item and to its timeline', async ({ page, at }) => {
  await open(page, at())
  await expect(page.getByRole('heading', { name: 'Needs attention' })).toBeVisible()
  const attention = page.getByRole('region', { name: 'Needs attention' })
  await attention.locator('a[href*="/entitlements?"]').first().click()
  await expect(page).toHaveURL(/\/entitlements\?/)
  await settled(page)
  const first = page.getByRole('table').getByRole('rowheader').getByRole('link').first()
  const product = await first.innerText()
  await first.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(product)
  await settled(page)
  await expect(page.getByRole('figure', { name: /^Timeline of \d/ })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'What is counted' })).toBeVisible()
  await page.goBack()
  await page.goBack()
  await expect(page).toHaveURL(new RegExp(`${at()}/?$`))
})

test('two colleagues are invited by paste, after a look at what will happen', async ({ page, at, baseURL }) => {
  const [first, second] = [freshAddress('anna-paste'), freshAddress('ben-paste')]
  await open(page, at('/people'))
  await page.getByRole('button', { name: 'Invite people' }).first().click()
  await expect(dialog(page)).toContainText('What will happen')
  await expect(dialog(page).getByRole('button', { name: 'Invite people' })).toBeDisabled()
  await dialog(page).getByLabel('E-mail addresses').fill(`Anna Paste <${first}>\n${second}, nobody\n`)
  await expect(dialog(page)).toContainText('2 addresses, 1 left out.')
  await carryOut(page, 'Invite 2 people', first, second)
  await page
    .getByRole('tab', { name: /^Invitations/ })
    .or(page.getByRole('link', { name: /^Invitations/ }))
    .click()
  for (const address of [first, second]) {
    await expect(row(page, address)).toContainText('Open')
    await linkTo(address, 'invitation', baseURL)
  }

  await row(page, second).getByRole('button').last().click()
  await page.getByRole('menuitem', { name: 'Revoke invitation' }).click()
  await carryOut(page, 'Revoke invitation', second)
  await expect(row(page, second)).toHaveCount(0)

  await open(page, at('/activity'))
  await expect(page.locator('main')).toContainText(first)
})

test('a request is granted, and the person then sees the rights', async ({ page, sample, at, visitor, baseURL }) => {
  await open(page, at())
  const member = await newMember(page, await visitor(), sample, `Rita Request ${Date.now()}`, reader, baseURL)
  await askForAccess(member.page, sample, 'I look after our licenses now.')

  await open(page, at('/people?tab=requests'))
  await expect(row(page, member.name)).toContainText('I look after our licenses now.')
  await row(page, member.name).getByRole('button', { name: 'Grant access' }).click()
  await carryOut(page, 'Grant access', member.name)
  await expect(row(page, member.name)).toHaveCount(0)

  await open(member.page, at('/entitlements'))
  await expect(member.page.getByRole('rowheader', { name: sample.activated.product }).first()).toBeVisible()
})

test('a member is suspended, reinstated and removed, and stands outside then', async ({
  page,
  sample,
  at,
  visitor,
  findings,
  baseURL,
}) => {
  await open(page, at())
  const member = await newMember(page, await visitor(), sample, `Sven Suspend ${Date.now()}`, reader, baseURL)
  await open(page, at(`/people?text=${encodeURIComponent(member.address)}`))
  const actions = row(page, member.name).getByRole('button', { name: `Actions for ${member.name}` })

  await actions.click()
  await page.getByRole('menuitem', { name: 'Suspend member' }).click()
  await carryOut(page, 'Suspend member', /@\S+ (is|was) suspended/)
  await page.getByRole('combobox', { name: 'Access' }).selectOption('none')
  await settled(page)
  await expect(row(page, member.name)).toContainText('Suspended')

  await actions.click()
  await page.getByRole('menuitem', { name: 'Reinstate member' }).click()
  await carryOut(page, 'Reinstate member', `${member.address} is no longer suspended`)
  await page.getByRole('combobox', { name: 'Access' }).selectOption('')
  await settled(page)
  await expect(row(page, member.name)).not.toContainText('Suspended')

  await actions.click()
  await page.getByRole('menuitem', { name: /^Remove member/ }).click()
  await carryOut(page, 'Remove member', `${member.address} is no longer a member`)
  await expect(row(page, member.name)).toHaveCount(0)

  const outside = member.page
  allowErrors(findings, 'status of 401', 'status of 403', 'status of 404')
  await outside.goto('/sign-in')
  await outside.getByLabel('E-mail address').fill(member.address)
  await outside.getByRole('button', { name: 'Continue', exact: true }).click()
  await expect(outside.getByRole('status')).toContainText(member.address)
  await outside.goto(await linkTo(member.address, 'sign-in/link', baseURL))
  await outside.getByRole('button', { name: 'Sign in' }).click()
  await outside.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  await open(outside, '/accounts')
  await expect(outside.locator('main')).toContainText('You belong to no account yet.')
  await open(outside, at())
  await expect(outside.locator('main')).toContainText(/There is no such page|You belong to no account/)
})

test('a domain is claimed, checked and released', async ({ page, at }) => {
  const domain = `portal-${Date.now().toString(36)}.example`
  await open(page, at('/people?tab=domains'))
  await page.getByRole('button', { name: 'Claim a domain' }).click()
  await dialog(page).getByLabel('Domain').fill(domain)
  await carryOut(page, 'Claim a domain', /\S+\.\S+ (is|was) claimed/)
  const claimed = page.getByRole('listitem').filter({ hasText: domain }).first()
  await expect(claimed).toContainText('Not proven yet')
  await expect(claimed).toContainText('TXT')

  await claimed.getByRole('button', { name: 'Check domain' }).click()
  await expect(dialog(page)).toContainText(/DNS does not have the TXT record yet|DNS did not answer/)
  await dialog(page).getByRole('button', { name: 'Cancel' }).click()

  await claimed.getByRole('button', { name: `Actions for ${domain}` }).click()
  await page.getByRole('menuitem', { name: 'Release domain' }).click()
  await carryOut(page, 'Release domain', `${domain} is no longer claimed`)
  await expect(claimed).toHaveCount(0)
})

test('the review says who has access, through what, and unused since when', async ({ page, at }) => {
  await open(page, at('/people?tab=review'))
  await expect(page.locator('main')).toContainText(/\d+ grants give access/)
  const rows = page.getByRole('table').getByRole('row')
  await expect(rows).not.toHaveCount(0)
  const all = await rows.count()
  for (const question of ['Who', 'Through what', 'Last used']) {
    await page
      .getByRole('columnheader', { name: question })
      .getByRole('button')
      .or(page.getByRole('columnheader', { name: question }).getByRole('link'))
      .click()
    await expect(page.getByRole('columnheader', { name: question })).toHaveAttribute(
      'aria-sort',
      /ascending|descending/,
    )
    await expect(rows).toHaveCount(all)
  }
  await page.getByLabel('Only those who look as if they had left').check()
  await expect(page).toHaveURL(/leavers=true/)
  await expect.poll(() => rows.count()).toBeLessThan(all)

  const saved = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Export as CSV' }).click()
  expect((await saved).suggestedFilename()).toMatch(/\.csv$/)
})

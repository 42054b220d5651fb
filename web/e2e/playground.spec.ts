import { AxeBuilder } from '@axe-core/playwright'
import { expect } from '@playwright/test'
import { still } from './accessibility.ts'
import { allowErrors, takeError } from './console-errors.ts'
import { test } from './guard.ts'
import { type Answer, exampleNames, openPlayground, runExample, tabTitles } from './playground-page.ts'
import { nobody, type Role, takeRole } from './roles.ts'

const roles: readonly Role[] = [
  'Account administrator',
  'License manager',
  'Member of the community',
  'Support agent',
  'Operator',
]

/** Violations in GraphiQL and Monaco themselves that we cannot fix, each with its reason. */
const knownViolations: Readonly<Record<string, string>> = {
  'nested-interactive': 'GraphiQL draws a tab as a draggable item that holds a button to select and one to close it',
}

test('the page carries its title and the headers of its route', async ({ page }) => {
  const response = await page.goto('/playground/')
  expect(response?.headers()['content-security-policy']).toContain("default-src 'none'; script-src 'self'")
  await expect(page).toHaveTitle('Muniment playground')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Muniment playground')
})

test('the address without the last slash leads to the page', async ({ page }) => {
  await page.goto('/playground')
  await expect(page).toHaveURL(/\/playground\/$/)
  await expect(page).toHaveTitle('Muniment playground')
})

test('a first visit opens every example as a tab, in order', async ({ page }) => {
  expect(exampleNames.length).toBeGreaterThanOrEqual(6)
  await openPlayground(page)
  await expect(tabTitles(page)).toHaveText([...exampleNames])
})

test('every example is answered from the data without an error', async ({ page }) => {
  test.setTimeout(240_000)
  await openPlayground(page)
  for (const name of exampleNames) {
    await test.step(name, async () => {
      const answer = await runExample(page, name)
      expect.soft(answer.errors, `errors of ${name}`).toBeUndefined()
      expect.soft(emptyParts(answer), `parts of ${name} without data`).toEqual([])
      await page.screenshot({ path: `e2e/screenshots/${name}.png` })
    })
  }
})

test.describe('a customer', () => {
  test.use({ storageState: nobody })

  test('sees sub-accounts, a renewal and a history in the examples about them', async ({ page }) => {
    await takeRole(page, 'License manager')
    await openPlayground(page)
    expect((await runExample(page, 'SubAccounts')).data).toMatchObject({
      account: { children: { nodes: expect.arrayContaining([expect.anything()]) } },
    })
    const { lookup } = (await runExample(page, 'LookupLegacyId')).data as { lookup: { periods: { nodes: unknown[] } } }
    expect(lookup.periods.nodes.length).toBeGreaterThan(1)
    const { node } = (await runExample(page, 'LineHistory')).data as { node: { ledger: { totalCount: number } } }
    expect(node.ledger.totalCount).toBeGreaterThan(2)
  })
})

for (const role of roles) {
  test.describe(role, () => {
    test.use({ storageState: nobody })

    test(`every example answers the ${role}, or says why not`, async ({ page }) => {
      test.setTimeout(240_000)
      await takeRole(page, role)
      await openPlayground(page)
      for (const name of exampleNames) {
        const { data, errors = [] } = await runExample(page, name)
        const codes = errors.map(({ extensions }) => extensions.code)
        const refused = codes.length > 0 && codes.every((code) => code === 'SERVICE_CLOSED' || code === 'FORBIDDEN')
        expect.soft(refused || (codes.length === 0 && data !== null), `${name}: ${codes.join()}`).toBe(true)
        expect.soft(data, `data of ${name}`).toBeTruthy()
      }
    })
  })
}

test.describe('with another role', () => {
  test.use({ storageState: nobody })

  test('the examples are filled in again, and what was edited stays', async ({ page }) => {
    await takeRole(page, 'Operator')
    await openPlayground(page)
    await page.getByRole('button', { name: 'New tab', exact: true }).click()
    await page.locator('.graphiql-query-editor .monaco-editor').first().click()
    await page.keyboard.type('query Mine { __typename')
    await expect
      .poll(() => page.evaluate(() => localStorage.getItem('muniment:graphiql:tabState')))
      .toContain('"query Mine { __typename')
    await takeRole(page, 'License manager')
    await openPlayground(page)
    await expect(tabTitles(page)).toHaveText([...exampleNames, 'Mine'])
    for (const name of exampleNames.slice(0, 3)) {
      expect((await runExample(page, name)).errors, name).toBeUndefined()
    }
  })
})

test('the variables are there again after the page is loaded again', async ({ page }) => {
  const variables = page.locator('.graphiql-editor-tool .view-lines').first()
  await openPlayground(page)
  await expect(variables).toContainText('"account"')
  await expect.poll(() => page.evaluate(() => localStorage.getItem('muniment:graphiql:tabState'))).not.toBeNull()
  await openPlayground(page)
  await expect(variables).toContainText('"account"')
  await expect(tabTitles(page)).toHaveText([...exampleNames])
})

test.describe('on a small laptop', () => {
  test.use({ viewport: { width: 1280, height: 800 } })

  test('the names of all tabs and whole comments are in sight, and only the editor scrolls', async ({ page }) => {
    await openPlayground(page)
    for (const tab of await tabTitles(page).all()) {
      await expect(tab).toBeInViewport({ ratio: 1 })
    }
    const commented = page.locator('.graphiql-query-editor .view-line', { hasText: /^#/ })
    await expect.poll(() => commented.count()).toBeGreaterThan(3)
    const comments = await commented.all()
    // The editor breaks lines anew when its width or its font is there.
    await expect(async () => {
      const right = (await page.locator('.graphiql-query-editor .graphiql-editor').boundingBox()) ?? { x: 0, width: 0 }
      for (const comment of comments) {
        const text = await comment.locator('> span').boundingBox({ timeout: 1000 })
        expect((text?.x ?? 0) + (text?.width ?? 0)).toBeLessThanOrEqual(right.x + right.width)
      }
    }).toPass({ timeout: 30_000 })
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollHeight)).toBe(800)

    const first = page.locator('.graphiql-query-editor .view-line', { hasText: '# What an account holds' })
    await expect(first).toBeVisible()
    await expect(async () => {
      await page.locator('.graphiql-query-editor .monaco-editor').first().hover()
      await page.mouse.wheel(0, 2000)
      await expect(first).toHaveCount(0, { timeout: 5000 })
    }).toPass({ timeout: 30_000 })
    expect(await page.evaluate(() => scrollY)).toBe(0)
    await expect(tabTitles(page).first()).toBeInViewport()
  })

  test('the search field of the documentation shows its whole hint', async ({ page }) => {
    await openPlayground(page)
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click()
    const field = page.getByRole('combobox')
    await expect(field).toHaveAttribute('placeholder', /K$/)
    await expect.poll(async () => (await field.boundingBox())?.width).toBeGreaterThan(120)
    const beyond = () => page.locator('.graphiql-plugin').evaluate((pane) => pane.scrollWidth - pane.clientWidth)
    await expect.poll(beyond).toBe(0)
  })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('the documentation takes the place of the editors', async ({ page }) => {
    await openPlayground(page)
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click()
    await expect(page.locator('.graphiql-sessions')).toBeHidden()
    await expect.poll(async () => (await page.locator('.graphiql-plugin').boundingBox())?.width).toBe(390)
    await page.screenshot({ path: 'e2e/screenshots/phone-documentation.png' })
    await page.getByRole('button', { name: 'Hide Documentation Explorer' }).click()
    await expect(page.locator('.graphiql-query-editor')).toBeVisible()
  })

  test('the settings fit into the window', async ({ page }) => {
    await openPlayground(page)
    await page.getByRole('button', { name: 'Open settings dialog' }).click()
    for (const name of ['System', 'Light', 'Dark', 'Clear data']) {
      await expect(page.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 })
    }
  })

  test('the answer is as wide as the page', async ({ page }) => {
    await openPlayground(page)
    await runExample(page, exampleNames[0] ?? '')
    await expect(async () => {
      const answer = await page.locator('.graphiql-response').boundingBox()
      expect(answer?.width).toBeGreaterThan(320)
      expect(answer?.height).toBeGreaterThan(250)
      expect((answer?.y ?? 0) + (answer?.height ?? 0)).toBeLessThanOrEqual(844)
    }).toPass({ timeout: 30_000 })
    await page.screenshot({ path: 'e2e/screenshots/phone.png' })
  })
})

test('the workers run and completion offers the fields of the schema', async ({ page }) => {
  await openPlayground(page)
  await page.getByRole('button', { name: 'New tab', exact: true }).click()
  await page.locator('.graphiql-query-editor .monaco-editor').first().click()
  await page.keyboard.type('{ lo')
  const suggestions = page.locator('.suggest-widget.visible')
  // A worker that has just started does not have the schema yet, and then there is nothing to suggest.
  await expect(async () => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+Space')
    await expect(suggestions.getByRole('option', { name: /lookup/ })).toBeVisible({ timeout: 5000 })
  }).toPass({ timeout: 60_000 })
  // The editors of variables and headers start their worker by themselves, perhaps after the first completion.
  for (const worker of ['graphql', 'json', 'editor']) {
    await expect
      .poll(() => page.workers().map((running) => new URL(running.url()).pathname))
      .toContainEqual(expect.stringMatching(new RegExp(`^/playground/assets/${worker}\\.worker-`)))
  }
  await page.screenshot({ path: 'e2e/screenshots/completion.png' })
})

test('a mistake in an operation is marked', async ({ page }) => {
  await openPlayground(page, `?query=${encodeURIComponent('query Mistaken { noSuchField }')}`)
  await expect(page.locator('.graphiql-query-editor .squiggly-error').first()).toBeVisible()
})

test('the documentation is read from the schema', async ({ page }) => {
  await openPlayground(page)
  await page.getByRole('button', { name: 'Show Documentation Explorer' }).click()
  await page.getByRole('link', { name: 'Query', exact: true }).click()
  await expect(page.getByRole('link', { name: 'lookup', exact: true })).toBeVisible()
  await page.screenshot({ path: 'e2e/screenshots/documentation.png' })
})

test('a link can bring its own operation', async ({ page }) => {
  const search = new URLSearchParams({ query: 'query Linked { __typename }', variables: '{}' })
  await openPlayground(page, `?${search}`)
  await expect(tabTitles(page)).toHaveText(['Linked', ...exampleNames])
  expect(await runExample(page, 'Linked')).toEqual({ data: { __typename: 'Query' } })
})

test('the examples menu opens an example again', async ({ page }) => {
  const [first = ''] = exampleNames
  await openPlayground(page)
  await page.getByRole('button', { name: 'Open an example in a new tab' }).click()
  await page.getByRole('menuitem', { name: first, exact: true }).click()
  await expect(tabTitles(page)).toHaveText([...exampleNames, first])
  await expect(page.locator('.graphiql-query-editor')).toContainText(first)
})

test('nothing is kept under the names of another GraphiQL on this origin', async ({ page }) => {
  await openPlayground(page)
  await expect
    .poll(() => page.evaluate(() => Object.keys(localStorage)))
    .toContainEqual(expect.stringMatching(/^muniment:/))
  const foreign = await page.evaluate(() => Object.keys(localStorage).filter((key) => !key.startsWith('muniment:')))
  expect(foreign).toEqual([])
})

test('the policy stops a request to another origin', async ({ page, findings }) => {
  // Both the policy and the request that it stops are errors.
  allowErrors(findings, 'elsewhere.example')
  await openPlayground(page)
  const outcome = await page.evaluate(async () => {
    const violation = new Promise<string>((resolve) =>
      document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
        once: true,
      }),
    )
    await fetch('https://elsewhere.example/').then(
      () => {
        throw new Error('the request left')
      },
      () => undefined,
    )
    return violation
  })
  expect(outcome).toBe('connect-src')
  await takeError(findings, 'elsewhere.example')
})

test.describe('without the policy', () => {
  test.use({ bypassCSP: true })

  test('these tests would notice a request to another origin', async ({ page, findings }) => {
    await openPlayground(page)
    await page.evaluate(() => fetch('https://elsewhere.example/').catch(() => undefined))
    await expect.poll(() => [...findings.foreign]).toEqual(['https://elsewhere.example/'])
    findings.foreign.clear()
    await takeError(findings, 'elsewhere.example')
  })
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test(`accessible in the ${colorScheme} scheme`, async ({ page }) => {
      await openPlayground(page)
      await runExample(page, exampleNames[0] ?? '')
      await page.mouse.move(0, 0)
      await page.screenshot({ path: `e2e/screenshots/${colorScheme}.png` })
      const dark = () =>
        page.locator('.graphiql-container').evaluate((element) => {
          const [red = 255] = (getComputedStyle(element).backgroundColor.match(/\d+/g) ?? []).map(Number)
          return red < 128
        })
      await expect.poll(dark).toBe(colorScheme === 'dark')
      await page.getByRole('button', { name: 'Show Documentation Explorer' }).click()
      await page.getByRole('link', { name: 'Query', exact: true }).click()
      await expect(page.getByRole('link', { name: 'lookup', exact: true })).toBeVisible()

      await still(page)
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze()
      const serious = violations
        .filter(({ impact, id }) => (impact === 'serious' || impact === 'critical') && !(id in knownViolations))
        .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary}`))
      expect(serious).toEqual([])
    })
  })
}

/** Root fields without a value, and connections without a row, at the root or one level below. */
function emptyParts({ data }: Answer): string[] {
  const empty: string[] = []
  for (const [field, value] of Object.entries(data ?? { data: null })) {
    if (isEmpty(value)) {
      empty.push(field)
    }
    for (const [part, content] of Object.entries(isObject(value) ? value : {})) {
      if (isObject(content) && isEmpty(content)) {
        empty.push(`${field}.${part}`)
      }
    }
  }
  return empty
}

function isEmpty(value: unknown): boolean {
  return (
    value === null || value === undefined || (isObject(value) && Array.isArray(value.nodes) && value.nodes.length === 0)
  )
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

import { expect, type Page } from '@playwright/test'
import { ask, ownAccount } from './api.ts'
import { test } from './guard.ts'
import { keepSample, type Sample, type SampleLine } from './portal/sample.ts'
import { roles, stateOf, takeRole } from './roles.ts'

for (const role of roles) {
  test(`sign in as ${role}`, async ({ page }) => {
    // This page runs no script, so that the browser keeps nothing but the session.
    await takeRole(page, role, '/sign-out')
    await page.context().storageState({ path: stateOf(role) })
    if (role === 'Account administrator') {
      await page.goto('/playground/') // its policy lets the test ask the contract
      await keepSample(await look(page))
    }
  })
}

interface Line {
  id: string
  activationId: string
  product: { name: string; version: string | null }
  productLine: { id: string; name: string }
  entitlement: { number: string }
  activations: { totalCount: number; nodes: { device: { id: string } }[] }
  allocations: { totalCount: number; nodes: { licenseServer: { id: string } }[] }
}

/** Finds what the tests of the portal need to know of the sample base. */
async function look(page: Page): Promise<Sample> {
  const account = await ownAccount(page)
  const { lineItems } = await ask<{ lineItems: { nodes: Line[] } }>(
    page,
    `query Sample($account: ID!) {
      lineItems(first: 100, filter: { account: $account, status: [ACTIVE] }) {
        nodes {
          id
          activationId
          product { name version }
          productLine { id name }
          entitlement { number }
          activations(first: 1, filter: { liveOnly: true }) { totalCount nodes { device { id } } }
          allocations(first: 1) { totalCount nodes { licenseServer { id } } }
        }
      }
    }`,
    { account: account.id },
  )
  const most = (count: (line: Line) => number) => lineItems.nodes.toSorted((a, b) => count(b) - count(a))[0]
  const activated = most((line) => line.activations.totalCount)
  const served = most((line) => line.allocations.totalCount)
  const productLines = [...new Map(lineItems.nodes.map(({ productLine }) => [productLine.id, productLine])).values()]
  expect(activated?.activations.totalCount, 'activations of a line item of the sample base').toBeGreaterThan(0)
  expect(served?.allocations.totalCount, 'license servers of a line item of the sample base').toBeGreaterThan(0)
  expect(productLines.length, 'product lines of the sample account').toBeGreaterThan(1)
  return {
    account,
    activated: sampleOf(activated),
    served: sampleOf(served),
    device: activated?.activations.nodes[0]?.device.id ?? '',
    server: served?.allocations.nodes[0]?.licenseServer.id ?? '',
    productLines,
  }
}

function sampleOf(line: Line | undefined): SampleLine {
  return {
    id: line?.id ?? '',
    activationId: line?.activationId ?? '',
    product: [line?.product.name, line?.product.version].filter(Boolean).join(' '),
    productLine: line?.productLine.name ?? '',
    entitlement: line?.entitlement.number ?? '',
  }
}

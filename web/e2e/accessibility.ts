import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** Every violation of WCAG 2.2 A and AA that axe finds on a page, or in a part of it, in words. */
export async function violations(page: Page, part?: string): Promise<string[]> {
  return found(builder(page, part).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']))
}

/** The violations of a page that another color scheme can have, when all others were looked for in the first. */
export async function violationsOfColor(page: Page): Promise<string[]> {
  return found(builder(page).withRules(['color-contrast', 'link-in-text-block']))
}

/** No page has frames of its own, so axe needs no second page to look into them. */
function builder(page: Page, part?: string): AxeBuilder {
  const axe = new AxeBuilder({ page }).setLegacyMode()
  return part === undefined ? axe : axe.include(part)
}

async function found(axe: AxeBuilder): Promise<string[]> {
  const result = await axe.analyze()
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary}`),
  )
}

import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** Every violation of WCAG 2.2 A and AA that axe finds on a page, or in a part of it, in words. */
export async function violations(page: Page, part?: string): Promise<string[]> {
  return found(page, builder(page, part).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']))
}

/** The violations of a page that another color scheme can have, when all others were looked for in the first. */
export async function violationsOfColor(page: Page): Promise<string[]> {
  return found(page, builder(page).withRules(['color-contrast', 'link-in-text-block']))
}

/** No page has frames of its own, so axe needs no second page to look into them. */
function builder(page: Page, part?: string): AxeBuilder {
  const axe = new AxeBuilder({ page }).setLegacyMode()
  return part === undefined ? axe : axe.include(part)
}

async function found(page: Page, axe: AxeBuilder): Promise<string[]> {
  await still(page)
  const result = await axe.analyze()
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary}`),
  )
}

/** Waits until no color or size is on its way to another one. What turns for ever, such as a spinner, is left out. */
export async function still(page: Page) {
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(resolve))
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(ending.map(({ finished }) => finished))
  })
}

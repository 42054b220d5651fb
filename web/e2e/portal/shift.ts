import type { Page } from '@playwright/test'

/** Counts, from the next page on, how much of what is seen moves by itself. */
export async function watchShifts(page: Page) {
  await page.addInitScript(() => {
    const moved = { sum: 0, what: [] as string[] }
    Object.assign(globalThis, { moved })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & Shift)[]) {
        if (!entry.hadRecentInput) {
          moved.sum += entry.value
          moved.what.push(
            ...entry.sources.map(({ node }) => (node as Element | null)?.outerHTML?.slice(0, 120) ?? String(node)),
          )
        }
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
}

interface Shift {
  value: number
  hadRecentInput: boolean
  sources: { node: Node | null }[]
}

/** How much moved since the page was opened, as the Layout Instability API counts it, and what did. */
export async function shifts(page: Page): Promise<{ sum: number; what: string[] }> {
  return page.evaluate(() => (globalThis as unknown as { moved: { sum: number; what: string[] } }).moved)
}

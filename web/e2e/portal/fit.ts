import { expect, type Page } from '@playwright/test'

/** The names of what can be read as a heading or used on a screen, apart from the frame around it. */
export async function offered(page: Page): Promise<string[]> {
  return page.locator('main').evaluate((main) => {
    const found = [
      ...main.querySelectorAll<HTMLElement>(
        'h1, h2, h3, a[href], button, input, select, textarea, th[scope=row], summary',
      ),
    ]
    const names = found
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .map((element) =>
        (element.getAttribute('aria-label') ?? element.textContent ?? '').replaceAll(/\s+/g, ' ').trim(),
      )
    return [...new Set(names)].toSorted()
  })
}

/** Expects that a page is not wider than its window, and that nothing of it is beyond the edge. */
export async function expectToFit(page: Page, what: string) {
  // What follows the width by a script does so after the window has its new width.
  await expect
    .configure({ soft: true })
    .poll(() => beyondTheEdge(page), what)
    .toEqual([])
}

/** What of a page is beyond the edge of its window, in words. */
function beyondTheEdge(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const scrolls = (element: Element | null): boolean =>
      element !== null && (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement))
    // Texts for screen readers only.
    const clipped = (element: Element | null): boolean =>
      element !== null && (getComputedStyle(element).clipPath !== 'none' || clipped(element.parentElement))
    const outside = [...document.querySelectorAll<HTMLElement>('main *')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && element.childElementCount === 0)
      .filter((element) => {
        const { right, left, width: own, height } = element.getBoundingClientRect()
        const unseen = own <= 1 || height <= 1 || clipped(element)
        return !unseen && (right > width + 1 || left < -1) && !scrolls(element.parentElement)
      })
      .map((element) => `${element.tagName.toLowerCase()} ${element.textContent?.slice(0, 40)}`)
    const wider = document.documentElement.scrollWidth - width
    return [...(wider > 0 ? [`the page is ${wider} px wider than the window`] : []), ...outside]
  })
}

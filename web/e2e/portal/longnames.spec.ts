import { stateOf } from '../roles.ts'
import { expectToFit } from './fit.ts'
import { open, settled, test } from './test.ts'

test.use({ storageState: stateOf('Account administrator'), viewport: { width: 1280, height: 900 } })

/**
 * Stretches the names of all rows to one word that is as long as a name can be. That a row is one's own is said by the
 * portal, and is no name.
 */
function stretchNames() {
  for (const name of document.querySelectorAll('main tbody th, main tbody th *:not([class*="-you-"])')) {
    const text = [...name.childNodes].find((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
    if (text) {
      text.textContent = 'W'.repeat(200)
    }
  }
}

for (const path of ['', '/entitlements', '/people', '/people?tab=review', '/people?tab=directory']) {
  test(`a long name pushes nothing off the page: ${path || '/'}`, async ({ page, at }) => {
    await open(page, at(path))
    await page.evaluate(stretchNames)
    for (const viewport of [
      { width: 1280, height: 900 },
      { width: 390, height: 844 },
    ]) {
      await page.setViewportSize(viewport)
      await settled(page)
      await expectToFit(page, `beyond the edge at ${viewport.width} px`)
    }
  })
}

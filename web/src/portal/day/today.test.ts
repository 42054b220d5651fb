import { afterEach, expect, test, vi } from 'vitest'

/** The module in a page that was opened at a time of the server, by a browser whose clock says something else. */
async function openedAt(server: string, browser: string) {
  vi.resetModules()
  vi.useFakeTimers({ now: new Date(browser) })
  document.head.innerHTML = `<meta name="now" content="${server}">`
  return import('./today.ts')
}

afterEach(() => {
  vi.useRealTimers()
})

test.each([
  ['2026-11-29T00:30:00+02:00', '2026-11-28T22:30:00Z', '2026-11-29'],
  ['2026-11-28T20:30:00-05:00', '2026-11-29T01:30:00Z', '2026-11-28'],
  ['2026-11-29T12:00:00Z', '2026-12-03T09:00:00Z', '2026-11-29'],
])('today is the day of the server at %s, if the browser has %s', async (server, browser, day) => {
  const { today } = await openedAt(server, browser)
  expect(today()).toBe(day)
})

test('another day begins at midnight of the server, once the viewer does something', async () => {
  const { today, watchToday } = await openedAt('2026-11-29T23:50:00+01:00', '2026-11-29T20:00:00Z')
  const begun = vi.fn()
  const stop = watchToday(begun)
  vi.advanceTimersByTime(9 * 60_000)
  dispatchEvent(new Event('pointerdown'))
  expect(today()).toBe('2026-11-29')
  vi.advanceTimersByTime(2 * 60_000)
  expect(today()).toBe('2026-11-29')
  dispatchEvent(new Event('pointerdown'))
  expect(today()).toBe('2026-11-30')
  expect(begun).toHaveBeenCalledOnce()
  stop()
})

import type { FoundLine } from './found.ts'

const most = 6

/**
 * What a person opened last in this tab, by name in the browser. Others who sign in here do not see it.
 *
 * @param name the name of the place in the browser
 * @param isThing tells whether what is kept there can be shown
 */
export function newRecent<Thing extends { id: string }>(name: string, isThing: (kept: Thing) => boolean) {
  const place = (user: string) => `muniment.${name}.${user}`
  function recent(user: string): Thing[] {
    try {
      const kept: unknown = JSON.parse(sessionStorage.getItem(place(user)) ?? '[]')
      return Array.isArray(kept)
        ? (kept as Thing[]).filter((thing) => typeof thing?.id === 'string' && isThing(thing))
        : []
    } catch {
      return []
    }
  }
  function remember(user: string, thing: Thing) {
    try {
      const others = recent(user).filter((other) => other.id !== thing.id)
      sessionStorage.setItem(place(user), JSON.stringify([thing, ...others].slice(0, most)))
    } catch {
      // The browser keeps nothing.
    }
  }
  return { recent, remember }
}

/** The line items that a person opened last from the palette in this tab. */
export const { recent: recentLines, remember: rememberLine } = newRecent<FoundLine>(
  'recent',
  ({ account }) => typeof account?.id === 'string',
)

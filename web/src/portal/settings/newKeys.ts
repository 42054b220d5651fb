import { useSyncExternalStore } from 'react'

/**
 * The keys themselves that were made and that the viewer has not kept yet, by the account that owns them. They stay while
 * the viewer looks at other screens, because nobody can show them again, and are gone when the page is.
 */
let keys: ReadonlyMap<string, readonly string[]> = new Map()
const listeners = new Set<() => void>()
const none: readonly string[] = []

/** Names the owner of the viewer's own keys. */
export const viewerOwns = ''

function set(owner: string, secrets: readonly string[]) {
  keys = new Map([...keys, [owner, secrets]])
  for (const listener of listeners) {
    listener()
  }
}

/** Holds a key that was just made until the viewer has kept it. */
export function holdKey(owner: string, secret: string) {
  set(owner, [...(keys.get(owner) ?? none), secret])
}

/** No longer holds a key. */
export function dropKey(owner: string, secret: string) {
  set(
    owner,
    (keys.get(owner) ?? none).filter((held) => held !== secret),
  )
}

/** The keys of an owner that were made and are not kept yet. */
export function useNewKeys(owner: string): readonly string[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => keys.get(owner) ?? none,
  )
}

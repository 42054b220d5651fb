import { useSyncExternalStore } from 'react'

/** A value of the whole page, which components show anew whenever it changes. */
export function newStore<Value>(first: Value) {
  let value = first
  const listeners = new Set<() => void>()
  function listen(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  const get = () => value
  return {
    get,
    set(next: Value) {
      value = next
      for (const listener of listeners) {
        listener()
      }
    },
    use: () => useSyncExternalStore(listen, get),
  }
}

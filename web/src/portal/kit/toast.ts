import { useSyncExternalStore } from 'react'

/**
 * What the page says for a moment, after something was done. It may lead to the record. What the viewer must not miss
 * stays until they close it.
 */
export type Toast = { id: number; text: string; record?: { account: string; entry: string } | undefined; stays: boolean }

/** How long a toast stays, in milliseconds. */
export const toastTime = 8000

/** More than this many are not read. */
const most = 3

let toasts: readonly Toast[] = []
let last = 0
const listeners = new Set<() => void>()

function change(next: readonly Toast[]) {
  toasts = next
  for (const listener of listeners) {
    listener()
  }
}

/** Says something for a moment. */
export function say(text: string, record?: Toast['record'], stays = false) {
  last += 1
  change([...toasts, { id: last, text, record, stays }].slice(-most))
}

/** No longer says something. */
export function unsay(id: number) {
  change(toasts.filter((toast) => toast.id !== id))
}

/** What the page says now. */
export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => toasts,
  )
}

import { newStore } from './store.ts'

/**
 * What the page says for a moment, after something was done. It may lead to the record. What the viewer must not miss
 * stays until they close it.
 */
export type Toast = {
  id: number
  text: string
  record?: { account: string; entry: string } | undefined
  stays: boolean
}

/** How long a toast stays, in milliseconds. */
export const toastTime = 8000

/** More than this many are not read. */
const most = 3

const toasts = newStore<readonly Toast[]>([])
let last = 0

/** Says something for a moment. */
export function say(text: string, record?: Toast['record'], stays = false) {
  last += 1
  toasts.set([...toasts.get(), { id: last, text, record, stays }].slice(-most))
}

/** No longer says something. */
export function unsay(id: number) {
  toasts.set(toasts.get().filter((toast) => toast.id !== id))
}

/** What the page says now. */
export const useToasts = toasts.use

import type { KeyboardEvent } from 'react'

/** The links of the rows of the list, in their order. */
function rows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('main a[data-row]')]
}

/** Puts the focus on a row. Returns whether there is one. */
export function focusRow(which: 'first' | 'last'): boolean {
  const row = which === 'first' ? rows()[0] : rows().at(-1)
  row?.focus()
  return row !== undefined
}

/** Lets the arrow keys, Home and End go from row to row. */
export function stepThroughRows(event: KeyboardEvent<HTMLElement>) {
  const all = rows()
  const now = event.target instanceof HTMLElement ? all.indexOf(event.target) : -1
  if (now === -1 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) {
    return
  }
  const next = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: all.length - 1 }[event.key]
  const row = next === undefined ? undefined : all[next]
  if (row) {
    event.preventDefault()
    row.focus()
  }
}

import { useState } from 'react'

/** The columns beside the product, in the order in which the list shows them. */
export const columns = ['use', 'status', 'ends', 'coverage', 'productLine', 'order', 'starts', 'created', 'updated'] as const
export type Column = (typeof columns)[number]

/** How the viewer likes the list. It is the viewer's own matter, and so not in the address. */
export type View = { columns: readonly Column[]; dense: boolean }

const place = 'muniment.lines'
const usual: View = { columns: ['use', 'status', 'ends', 'coverage'], dense: false }

/** Reads a remembered view. What it does not understand is left out. */
export function readView(text: string | null): View {
  try {
    const { columns: chosen, dense } = JSON.parse(text ?? '') as { columns?: unknown; dense?: unknown }
    return {
      columns: Array.isArray(chosen) ? columns.filter((column) => chosen.includes(column)) : usual.columns,
      dense: dense === true,
    }
  } catch {
    return usual
  }
}

function remembered(): string | null {
  try {
    return localStorage.getItem(place)
  } catch {
    return null // the browser keeps nothing for this page
  }
}

/** The remembered view, and what changes it. */
export function useView(): [View, (view: View) => void] {
  const [view, setView] = useState(() => readView(remembered()))
  function change(next: View) {
    setView(next)
    try {
      localStorage.setItem(place, JSON.stringify(next))
    } catch {
      // The view holds until the page is left.
    }
  }
  return [view, change]
}

import { useMemo, useState } from 'react'
import { prefer, usePreferences } from '../settings/preferences.ts'

/** The columns beside the product, in the order in which the list shows them. */
export const columns = [
  'use',
  'status',
  'ends',
  'coverage',
  'productLine',
  'order',
  'starts',
  'created',
  'updated',
] as const
export type Column = (typeof columns)[number]

/**
 * How the viewer likes the list. It is the viewer's own matter, and so not in the address. The height of rows is that of
 * every list.
 */
export type View = { columns: readonly Column[]; dense: boolean }

const place = 'muniment.lines'
const usual: readonly Column[] = ['use', 'status', 'ends', 'coverage']

/** Reads remembered columns. What it does not understand is left out. */
export function readColumns(text: string | null): readonly Column[] {
  try {
    const { columns: chosen } = JSON.parse(text ?? '') as { columns?: unknown }
    return Array.isArray(chosen) ? columns.filter((column) => chosen.includes(column)) : usual
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
  const { dense } = usePreferences()
  const [shown, setShown] = useState(() => readColumns(remembered()))
  function change(next: View) {
    setShown(next.columns)
    prefer({ dense: next.dense })
    try {
      localStorage.setItem(place, JSON.stringify({ columns: next.columns }))
    } catch {
      // The view holds until the page is left.
    }
  }
  const view = useMemo(() => ({ columns: shown, dense }), [shown, dense])
  return [view, change]
}

import { startTransition, useEffect, useState } from 'react'

/** How many rows the first drawing of a page shows. They fill a window, and the others follow at once. */
const firstRows = 20

/** Whether something was drawn already. A page that is loaded again may be scrolled far down, and needs all rows. */
let drawn = performance
  .getEntriesByType('navigation')
  .some((entry) => (entry as PerformanceNavigationTiming).type !== 'navigate')

/** The rows to draw: the first of them if nothing was drawn yet, so that they are seen sooner, and then all. */
export function useFirstRows<Row>(rows: readonly Row[]): readonly Row[] {
  const [all, setAll] = useState(drawn)
  useEffect(() => {
    drawn = true
    startTransition(() => setAll(true))
  }, [])
  return all ? rows : rows.slice(0, firstRows)
}

import { useQuery } from 'urql'
import { useDay } from '../day/day.tsx'
import { LineCountsDocument } from './lines.ts'
import { type LinesSearch, linesFilter } from './search.ts'

/**
 * How many line items are left out only because the list has what is held; 0 if the viewer chose a status, and
 * undefined while it is being asked.
 */
export function useHidden(account: string, search: LinesSearch): number | undefined {
  const { day, chosen } = useDay()
  const [{ data, error }] = useQuery({
    query: LineCountsDocument,
    variables: {
      shown: linesFilter(account, search, day, chosen),
      all: linesFilter(account, { ...search, status: 'all' }, day, chosen),
    },
    pause: search.status !== undefined,
  })
  const { shown, all } = data ?? {}
  if (search.status !== undefined || error) {
    return 0
  }
  return shown && all ? Math.max(all.totalCount - shown.totalCount, 0) : undefined
}

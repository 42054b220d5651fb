import { useQuery } from 'urql'
import { useDay } from '../day/day.tsx'
import { LineCountsDocument } from './lines.ts'
import { type LinesSearch, linesFilter } from './search.ts'

/** How many line items are left out only because the list has what is held; 0 if the viewer chose a status. */
export function useHidden(account: string, search: LinesSearch): number {
  const { day, chosen } = useDay()
  const [{ data }] = useQuery({
    query: LineCountsDocument,
    variables: {
      shown: linesFilter(account, search, day, chosen),
      all: linesFilter(account, { ...search, status: 'all' }, day, chosen),
    },
    pause: search.status !== undefined,
  })
  const { shown, all } = data ?? {}
  return search.status === undefined && shown && all ? Math.max(all.totalCount - shown.totalCount, 0) : 0
}

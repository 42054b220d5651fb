import { useQuery } from 'urql'
import { GraceOfLinesDocument } from './grace.ts'
import { graceOn } from './graceDays.ts'
import type { LineState } from './states.ts'

/** How many line items one question is about at most. */
const mostAtOnce = 100

/**
 * The last days of grace of those line items of a list that are in grace on a day, by their ids. Nothing is asked if none
 * is.
 */
export function useGraceOf(
  lines: readonly { id: string; status: LineState | null }[],
  day: string,
): ReadonlyMap<string, string> {
  const ids = lines.filter(({ status }) => status === 'IN_GRACE').map(({ id }) => id)
  const [{ data }] = useQuery({
    query: GraceOfLinesDocument,
    variables: { ids: ids.slice(0, mostAtOnce) },
    pause: ids.length === 0,
  })
  return new Map(
    (data?.nodes ?? []).flatMap((node) => {
      const to = node?.__typename === 'LineItem' ? graceOn(node, day)?.to : undefined
      return node && to !== undefined ? [[node.id, to]] : []
    }),
  )
}

import { useState } from 'react'
import { useClosedDialogs } from './DialogHost.tsx'

/** A page of a connection, as far as paging needs it. */
type Page = { pageInfo: { endCursor: string | null; hasNextPage: boolean } }

/** How many rows a list shows at first, and how many more each time. */
export const pageSize = 50

/**
 * The variables with which a list asks for its rows, and what shows the next ones. The cache puts the pages together. The
 * cursor belongs to the question: another account, filter or day begins with the first page, as after a change.
 *
 * @param question the variables without those of paging
 */
export function usePages<Question extends object>(question: Question) {
  const asked = JSON.stringify([question, useClosedDialogs()])
  const [place, setPlace] = useState<{ asked: string; after: string | null }>({ asked, after: null })
  return {
    variables: { ...question, first: pageSize, after: place.asked === asked ? place.after : null },
    next: ({ pageInfo }: Page): (() => void) | undefined =>
      pageInfo.hasNextPage ? () => setPlace({ asked, after: pageInfo.endCursor }) : undefined,
  }
}

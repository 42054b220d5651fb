import { useState } from 'react'
import { useClosedDialogs } from '../kit/DialogHost.tsx'

/** A page of a connection, as far as paging needs it. */
type Page = { pageInfo: { endCursor: string | null; hasNextPage: boolean } }

/** How many rows a list of people shows at first, and how many more each time. */
export const pageSize = 50

/** The cursor after which a list asks for rows. The cache puts the pages together; a change begins with the first. */
export function usePages(): { after: string | null; next: (page: Page) => (() => void) | undefined } {
  const closed = useClosedDialogs()
  const [place, setPlace] = useState<{ after: string | null; closed: number }>({ after: null, closed })
  return {
    after: place.closed === closed ? place.after : null,
    next: ({ pageInfo }) =>
      pageInfo.hasNextPage ? () => setPlace({ after: pageInfo.endCursor, closed }) : undefined,
  }
}

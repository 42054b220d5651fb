import { createContext, type ReactNode, useContext, useLayoutEffect } from 'react'
import { useQuery } from 'urql'
import { rememberSession, useSessionUser } from '../contract/session.ts'
import { Failure } from '../kit/Failure.tsx'
import { ViewerDocument, type ViewerQuery } from './viewer.ts'

/** Who is signed in. */
export type Viewer = NonNullable<ViewerQuery['viewer']>

const Current = createContext<Viewer | null>(null)

/** Asks who is signed in, and shows what is below once that is known. */
export function ViewerProvider({ children }: { children: ReactNode }) {
  const [{ data, error }, again] = useQuery({ query: ViewerDocument })
  const viewer = data?.viewer
  const user = useSessionUser()
  useLayoutEffect(() => {
    if (viewer) {
      rememberSession(viewer)
    }
  }, [viewer])
  if (error && !data?.viewer) {
    return <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />
  }
  // What is below asks nothing before the session is remembered, because every question says for whom the page is.
  const known = viewer && (viewer.user === null || user !== null)
  return known ? <Current.Provider value={viewer}>{children}</Current.Provider> : <div className="begin" />
}

/** Who is signed in. */
export function useViewer(): Viewer {
  const viewer = useContext(Current)
  if (viewer === null) {
    throw new Error('there is no ViewerProvider above')
  }
  return viewer
}

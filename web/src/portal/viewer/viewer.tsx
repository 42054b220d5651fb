import { createContext, type ReactNode, useContext, useEffect } from 'react'
import { useQuery } from 'urql'
import { rememberSession } from '../contract/session.ts'
import { Failure } from '../kit/Failure.tsx'
import { ViewerDocument, type ViewerQuery } from './viewer.ts'

/** Who is signed in. */
export type Viewer = NonNullable<ViewerQuery['viewer']>

const Current = createContext<Viewer | null>(null)

/** Asks who is signed in, and shows what is below once that is known. */
export function ViewerProvider({ children }: { children: ReactNode }) {
  const [{ data, error }, again] = useQuery({ query: ViewerDocument })
  const viewer = data?.viewer
  useEffect(() => {
    if (viewer) {
      rememberSession(viewer)
    }
  }, [viewer])
  if (error && !data?.viewer) {
    return <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />
  }
  return data?.viewer ? <Current.Provider value={data.viewer}>{children}</Current.Provider> : null
}

/** Who is signed in. */
export function useViewer(): Viewer {
  const viewer = useContext(Current)
  if (viewer === null) {
    throw new Error('there is no ViewerProvider above')
  }
  return viewer
}

import { useEffect } from 'react'
import { useQuery } from 'urql'
import type { Service } from '../contract/types.ts'
import { useClosedDialogs } from '../kit/DialogHost.tsx'
import { useViewer } from '../viewer/viewer.tsx'
import { OwnRequestsDocument } from './account.ts'

/**
 * The viewer's open request to an account to open a service, if there is one, and whether they may ask: only members of
 * the account can, who may change something. It is asked for anew when a dialog has been closed.
 */
export function useOpenRequest(account: string, service: Service) {
  const { canChange, memberships } = useViewer()
  const closed = useClosedDialogs()
  const isMember = memberships.some((membership) => membership.account.id === account)
  const [{ data }, again] = useQuery({ query: OwnRequestsDocument, pause: !isMember })
  useEffect(() => {
    if (closed > 0) {
      again({ requestPolicy: 'network-only' })
    }
  }, [closed, again])
  const asked = data?.viewer?.accessRequests.find(
    (request) => request.account?.id === account && request.state === 'OPEN' && request.serviceAccess.includes(service),
  )
  return { asked, mayAsk: canChange && isMember }
}

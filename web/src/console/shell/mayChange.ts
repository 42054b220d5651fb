import { useViewer } from '../../portal/viewer/viewer.tsx'

/** Whether the viewer may change what the producer sells and grants. Support agents read it. */
export function useMayChange(): boolean {
  const { producerRole, canChange } = useViewer()
  return producerRole === 'OPERATOR' && canChange
}

/** Whether the viewer may do the little that support agents do, too: they grant grace. The server says to whom. */
export function useMaySupport(): boolean {
  const { producerRole, viewingAs } = useViewer()
  return useMayChange() || (producerRole === 'SUPPORT_AGENT' && viewingAs === null)
}

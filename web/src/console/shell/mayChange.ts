import { useViewer } from '../../portal/viewer/viewer.tsx'

/** Whether the viewer may change what the producer sells and grants. Support agents read it. */
export function useMayChange(): boolean {
  const { producerRole, canChange } = useViewer()
  return producerRole === 'OPERATOR' && canChange
}

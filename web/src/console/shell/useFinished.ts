import { useClient } from 'urql'
import { renew } from '../../portal/contract/client.ts'

/**
 * What is to be done after a change: what was entered is forgotten, and the page is read anew.
 *
 * @param sent forgets what was entered into the dialog
 */
export function useFinished(sent?: () => void): () => undefined {
  const client = useClient()
  return () => {
    sent?.()
    renew(client)
    return undefined
  }
}

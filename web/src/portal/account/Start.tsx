import { Navigate } from '@tanstack/react-router'
import { Notice } from '../kit/Notice.tsx'
import { useLanguage } from '../language/language.tsx'
import { useViewer } from '../viewer/viewer.tsx'
import { AccountPicker } from './AccountPicker.tsx'

/** Leads to the account of the viewer, or lets those of the producer choose one. */
export function Start() {
  const { texts } = useLanguage()
  const viewer = useViewer()
  const account = viewer.viewingAs ?? viewer.narrowedTo ?? viewer.memberships[0]?.account
  if (account) {
    return <Navigate to="/accounts/$account" params={{ account: account.id }} replace />
  }
  return (
    <main>
      {viewer.producerRole === null ? (
        <Notice title={texts.account.none}>{texts.account.noneNext}</Notice>
      ) : (
        <AccountPicker open />
      )}
    </main>
  )
}

import { ChangeDialog } from '../kit/ChangeDialog.tsx'
import { useLanguage } from '../language/language.tsx'
import { beginsToView } from './beginsToView.ts'
import { SwitchAccountDocument, ViewAsDocument } from './viewing.ts'

type Properties = { account: { id: string; name: string }; close: () => void }

/** Loads the page anew, because everything that was loaded was for other eyes. The banner then says what happened. */
function beginAnew(): undefined {
  location.reload()
}

/**
 * Lets those of the producer see what an administrator of an account sees.
 *
 * @param begun shows it, once the session views as the account; the same page of it, if nothing else is said
 */
export function ViewAsDialog({ account, close, begun = beginAnew }: Properties & { begun?: () => undefined }) {
  const { texts } = useLanguage()
  const t = texts.frame.viewing
  return (
    <ChangeDialog
      title={t.viewAs(account.name)}
      below={t.viewAsMeans}
      action={t.viewAsAction}
      about="other"
      document={ViewAsDocument}
      words={beginsToView}
      customerReads
      input={{ account: account.id }}
      always
      whenDone={begun}
      close={close}
    />
  )
}

/** Lets a member of several accounts show only one of them in this session. */
export function NarrowDialog({ account, close }: Properties) {
  const { texts } = useLanguage()
  const t = texts.frame.viewing
  return (
    <ChangeDialog
      title={t.narrow(account.name)}
      below={t.narrowMeans}
      action={t.narrowAction}
      about="other"
      document={SwitchAccountDocument}
      input={{ account: account.id }}
      always
      whenDone={beginAnew}
      close={close}
    />
  )
}

import { Link } from '@tanstack/react-router'
import { lazy } from 'react'
import { useOpenRequest } from '../account/openRequest.ts'
import { Button } from '../kit/Button.tsx'
import { DialogHost, useDialog } from '../kit/DialogHost.tsx'
import { Notice } from '../kit/Notice.tsx'
import { useLanguage } from '../language/language.tsx'
import { useAdministrators } from '../member/administrators.ts'
import styles from './Home.module.css'

const AskDialog = lazy(() => import('./AskDialog.tsx'))

/** What those see whose access does not include licensing: why there is nothing else, whom they can ask, and how. */
export function Limited({ account, whole = false }: { account: string; whole?: boolean }) {
  const { texts } = useLanguage()
  const { names, fetching } = useAdministrators(account)
  return (
    <DialogHost>
      <Notice whole={whole} title={texts.entitlements.closed}>
        <p>{names !== undefined ? texts.home.askToOpen(names) : fetching ? '\u00A0' : texts.entitlements.closedNext}</p>
        <Ask account={account} />
        <Link className={styles.link} to="/accounts/$account/people" params={{ account }}>
          {texts.home.ownAccess}
        </Link>
      </Notice>
    </DialogHost>
  )
}

/** Asks the administrators here, because the viewer may not see their addresses; or says that they were asked. */
function Ask({ account }: { account: string }) {
  const { texts, format } = useLanguage()
  const open = useDialog()
  const { asked, mayAsk } = useOpenRequest(account, 'LICENSING')
  if (asked) {
    return <p>{texts.home.asking.asked(format.ago(asked.createdAt))}</p>
  }
  return (
    mayAsk && (
      <Button main onClick={() => open((close) => <AskDialog account={account} close={close} />)}>
        {texts.home.asking.button}
      </Button>
    )
  )
}

import { useEffect } from 'react'
import { useQuery } from 'urql'
import { OwnRequestsDocument } from '../account/account.ts'
import type { Service } from '../contract/types.ts'
import { Button } from '../kit/Button.tsx'
import { useClosedDialogs, useDialog } from '../kit/DialogHost.tsx'
import { laterDialog } from '../kit/later.tsx'
import { useLanguage } from '../language/language.tsx'
import { useTexts } from '../language/screenTexts.ts'
import styles from '../settings/Settings.module.css'
import { useViewer } from '../viewer/viewer.tsx'
import { texts as own } from './texts.ts'

const AskDialog = laterDialog(async () => (await import('../home/AskDialog.tsx')).default)

/** Asks the administrators of an account to open a service, or says that they were asked. Only members can ask here. */
export function AskForService({ account, service }: { account: string; service: Service }) {
  const { texts, format } = useLanguage()
  const t = useTexts(own)
  const { canChange, memberships } = useViewer()
  const open = useDialog()
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
  const name = texts.service[service]
  if (asked) {
    return <span className={styles.below}>{t.asked(format.ago(asked.createdAt))}</span>
  }
  return (
    canChange &&
    isMember && (
      <Button
        onClick={() =>
          open((close) => <AskDialog account={account} service={service} title={t.askTitle(name)} close={close} />)
        }
      >
        {t.ask(name)}
      </Button>
    )
  )
}

import { useOpenRequest } from '../account/openRequest.ts'
import type { Service } from '../contract/types.ts'
import { Button } from '../kit/Button.tsx'
import { useDialog } from '../kit/DialogHost.tsx'
import { laterDialog } from '../kit/later.tsx'
import { useLanguage } from '../language/language.tsx'
import { useTexts } from '../language/screenTexts.ts'
import styles from '../settings/Settings.module.css'
import { texts as own } from './texts.ts'

const AskDialog = laterDialog(async () => (await import('../home/AskDialog.tsx')).default)

/** Asks the administrators of an account to open a service, or says that they were asked. Only members can ask here. */
export function AskForService({ account, service }: { account: string; service: Service }) {
  const { texts, format } = useLanguage()
  const t = useTexts(own)
  const open = useDialog()
  const { asked, mayAsk } = useOpenRequest(account, service)
  const name = texts.service[service]
  if (asked) {
    return <span className={styles.below}>{t.asked(format.ago(asked.createdAt))}</span>
  }
  return (
    mayAsk && (
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

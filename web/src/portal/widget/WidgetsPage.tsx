import { Link } from '@tanstack/react-router'
import start from '../account/Start.module.css'
import { DialogHost } from '../kit/DialogHost.tsx'
import { Notice } from '../kit/Notice.tsx'
import { useLanguage } from '../language/language.tsx'
import { useTexts } from '../language/screenTexts.ts'
import rows from '../member/rows.module.css'
import styles from '../settings/Settings.module.css'
import { Notifications } from '../shell/Notifications.tsx'
import { UserMenu } from '../shell/UserMenu.tsx'
import { useViewer } from '../viewer/viewer.tsx'
import { texts as own } from './texts.ts'
import Widgets from './Widgets.tsx'

/** What pages of other sites may do, as a page of its own: it belongs to no account. */
export function WidgetsPage() {
  const { texts } = useLanguage()
  const t = useTexts(own)
  const { producerRole, viewingAs } = useViewer()
  return (
    <main className={start.start}>
      <title>{`${t.page} · ${texts.product}`}</title>
      <p>
        <Link className={rows.link} to="/accounts">
          {t.back}
        </Link>
      </p>
      {producerRole === 'OPERATOR' && viewingAs === null ? (
        <DialogHost>
          <div>
            <h1>{t.page}</h1>
            <p className={styles.sentence}>{t.sentence}</p>
          </div>
          <Widgets />
        </DialogHost>
      ) : (
        <Notice whole title={t.page}>
          {t.forOperators}
        </Notice>
      )}
      <UserMenu />
      <Notifications />
    </main>
  )
}

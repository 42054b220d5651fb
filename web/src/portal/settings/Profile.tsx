import { Link } from '@tanstack/react-router'
import type { Language } from '../contract/types.ts'
import { Button } from '../kit/Button.tsx'
import { useDialog } from '../kit/DialogHost.tsx'
import { Identifier } from '../kit/Identifier.tsx'
import { laterDialog } from '../kit/later.tsx'
import { useLanguage } from '../language/language.tsx'
import { useTexts } from '../language/screenTexts.ts'
import { useViewer } from '../viewer/viewer.tsx'
import { Section } from './Section.tsx'
import styles from './Settings.module.css'
import type { OwnSettingsQuery } from './settings.ts'
import { texts as own } from './texts.ts'

const MailLanguageDialog = laterDialog(async () => (await import('./MailLanguageDialog.tsx')).default)

/** Who the viewer is to the server. The producer, or the directory of the company, changes it. */
export function Profile({ viewer, account }: { viewer: NonNullable<OwnSettingsQuery['viewer']>; account: string }) {
  const { texts, format } = useLanguage()
  const t = texts.settings.profile
  const { user } = viewer
  const { viewingAs } = useViewer()
  const rows: [string, string | null | undefined][] = [
    [t.name, user?.displayName ?? viewer.name],
    [t.userName, user?.userName],
    [t.email, user?.email],
    [t.phone, user?.phone],
    [t.role, viewer.producerRole && texts.producerRole[viewer.producerRole]],
    [t.timeZone, user?.timeZone],
    [t.lastSignIn, user?.lastSignInAt && format.moment(user.lastSignInAt)],
  ]
  return (
    <Section id="profile" title={t.title} about={t.about}>
      <dl className={styles.rows}>
        {rows
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name} className={styles.row}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        {user && <MailLanguage chosen={user.notificationLanguage} mayChange={viewingAs === null} />}
        {user && (
          <div className={styles.row}>
            <dt>{t.id}</dt>
            <dd>
              <Identifier value={user.id} />
            </dd>
          </div>
        )}
        {viewer.producerRole === null && (
          <div className={styles.row}>
            <dt>{t.access}</dt>
            <dd>
              <Link className={styles.link} to="/accounts/$account/people" params={{ account }}>
                {t.showAccess}
              </Link>
            </dd>
          </div>
        )}
      </dl>
    </Section>
  )
}

/** The language of the e-mails that the viewer gets. It is theirs, and not that of a browser. */
function MailLanguage({ chosen, mayChange }: { chosen: Language | null; mayChange: boolean }) {
  const t = useTexts(own).mails
  const open = useDialog()
  return (
    <div className={styles.row}>
      <dt>{t.label}</dt>
      <dd className={styles.withButton}>
        <span>
          {chosen === null ? t.notChosen : t.language[chosen]}
          <span className={styles.below}> {t.means}</span>
        </span>
        {mayChange && (
          <Button
            aria-label={t.title}
            onClick={() => open((close) => <MailLanguageDialog chosen={chosen} close={close} />)}
          >
            {t.change}
          </Button>
        )}
      </dd>
    </div>
  )
}

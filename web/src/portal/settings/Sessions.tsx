import { ChangeDialog } from '../kit/ChangeDialog.tsx'
import { Button } from '../kit/Button.tsx'
import { useDialog } from '../kit/DialogHost.tsx'
import { useLanguage } from '../language/language.tsx'
import { browserOf } from './browser.ts'
import { Section } from './Section.tsx'
import styles from './Settings.module.css'
import { EndSessionsDocument, type OwnSettingsQuery } from './settings.ts'

type Session = NonNullable<OwnSettingsQuery['viewer']>['sessions'][number]

/** Where the viewer is signed in, each with a button that ends it. */
export function Sessions({ sessions }: { sessions: readonly Session[] }) {
  const { texts, format } = useLanguage()
  const t = texts.settings.sessions
  const open = useDialog()
  const endOthers = () =>
    open((close) => (
      <ChangeDialog
        title={t.endOthers}
        below={t.endOthersMean}
        action={t.endOthersAction}
        about="session"
        document={EndSessionsDocument}
        input={{}}
        close={close}
      />
    ))
  const end = (session: Session) =>
    open((close) => (
      <ChangeDialog
        title={t.endOne(t.browser(browserOf(session.userAgent)))}
        below={t.endMeans(t.browser(browserOf(session.userAgent)), format.moment(session.createdAt))}
        action={t.endAction}
        about="session"
        document={EndSessionsDocument}
        input={{ session: session.id }}
        close={close}
      />
    ))
  return (
    <Section
      id="sessions"
      title={t.title}
      about={t.about(sessions.length)}
      button={sessions.length > 1 && <Button onClick={endOthers}>{t.endOthersAction}</Button>}
    >
      <ul className={styles.rows}>
        {sessions.map((session) => (
          <li key={session.id} className={styles.item}>
            <span className={styles.what}>
              <span title={session.userAgent ?? undefined}>
                {t.browser(browserOf(session.userAgent))}
                {session.isCurrent && <strong className={styles.mark}>{t.current}</strong>}
              </span>
              <span className={styles.below}>
                {t.method[session.method]}
                {session.ipAddress && ` · ${session.ipAddress}`} · {t.since(format.moment(session.createdAt))}
              </span>
            </span>
            <span className={styles.when}>{t.seen(format.ago(session.lastSeenAt))}</span>
            {session.isCurrent ? (
              <form method="post" action="/sign-out" className={styles.button}>
                <Button type="submit">{texts.frame.signOut}</Button>
              </form>
            ) : (
              <span className={styles.button}>
                <Button
                  aria-label={`${t.endAction}: ${t.browser(browserOf(session.userAgent))}`}
                  onClick={() => end(session)}
                >
                  {t.endAction}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

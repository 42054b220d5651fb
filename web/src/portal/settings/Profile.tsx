import { Link } from '@tanstack/react-router'
import { Identifier } from '../kit/Identifier.tsx'
import { useLanguage } from '../language/language.tsx'
import { Section } from './Section.tsx'
import styles from './Settings.module.css'
import type { OwnSettingsQuery } from './settings.ts'

/** Who the viewer is to the server. The producer, or the directory of the company, changes it. */
export function Profile({ viewer, account }: { viewer: NonNullable<OwnSettingsQuery['viewer']>; account: string }) {
  const { texts, format } = useLanguage()
  const t = texts.settings.profile
  const { user } = viewer
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

import { Link } from '@tanstack/react-router'
import { deedsOf, type Entry } from '../audit/records.ts'
import { Deed } from '../audit/Deed.tsx'
import { Notice } from '../kit/Notice.tsx'
import { useLanguage } from '../language/language.tsx'
import styles from './Home.module.css'

/** How many changes the home page shows. */
const most = 10

/**
 * The last changes of an account. Each leads to its record.
 *
 * @param until the last day of which they are, if it is not today
 */
export function Changes({
  entries,
  account,
  until,
}: {
  entries: readonly Entry[]
  account: string
  until: string | undefined
}) {
  const { texts, format } = useLanguage()
  const deeds = deedsOf(entries)
  if (deeds.length === 0) {
    return <Notice title={texts.home.noChanges}>{texts.home.noChangesWhy}</Notice>
  }
  return (
    <>
      <ul className={styles.rows}>
        {deeds.slice(0, most).map((deed) => (
          <li key={deed.first.id} className={styles.row}>
            <span className={styles.what}>
              <Link className={styles.lead} to="/accounts/$account/activity" params={{ account }} hash={deed.first.id}>
                <Deed deed={deed} />
              </Link>
            </span>
            <time className={styles.when} dateTime={deed.first.recordedAt} title={format.moment(deed.first.recordedAt)}>
              {format.ago(deed.first.recordedAt)}
            </time>
          </li>
        ))}
      </ul>
      <p className={styles.all}>
        <Link
          className={styles.link}
          to="/accounts/$account/activity"
          params={{ account }}
          search={until === undefined ? {} : { to: until }}
        >
          {texts.home.allChanges}
        </Link>
      </p>
    </>
  )
}

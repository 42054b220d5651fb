import { Link } from '@tanstack/react-router'
import { deedsOf, type Entry } from '../audit/records.ts'
import { Deed } from '../audit/Deed.tsx'
import { Notice } from '../kit/Notice.tsx'
import { useLanguage } from '../language/language.tsx'
import styles from './Home.module.css'

/** How many changes the home page shows. */
const most = 10

/** The last changes of an account. Each leads to its record. */
export function Changes({ entries, account }: { entries: readonly Entry[]; account: string }) {
  const { texts, format } = useLanguage()
  const deeds = deedsOf(entries)
  if (deeds.length === 0) {
    return <Notice title={texts.home.noChanges} />
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
        <Link className={styles.link} to="/accounts/$account/activity" params={{ account }}>
          {texts.home.allChanges}
        </Link>
      </p>
    </>
  )
}

import { Link } from '@tanstack/react-router'
import { groupByAction, type Entry } from '../audit/records.ts'
import { ActionSummary } from '../audit/ActionSummary.tsx'
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
  const actions = groupByAction(entries)
  if (actions.length === 0) {
    return <Notice title={texts.home.noChanges}>{texts.home.noChangesWhy}</Notice>
  }
  return (
    <>
      <ul className={styles.rows}>
        {actions.slice(0, most).map((action) => (
          <li key={action.first.id} className={styles.row}>
            <span className={styles.what}>
              <Link
                className={styles.lead}
                to="/accounts/$account/activity"
                params={{ account }}
                hash={action.first.id}
              >
                <ActionSummary action={action} />
              </Link>
            </span>
            <time
              className={styles.when}
              dateTime={action.first.recordedAt}
              title={format.moment(action.first.recordedAt)}
            >
              {format.ago(action.first.recordedAt)}
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

import { Link } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { ActionSummary } from '../../portal/audit/ActionSummary.tsx'
import { groupByAction } from '../../portal/audit/records.ts'
import { Failure } from '../../portal/kit/Failure.tsx'
import { Skeleton } from '../../portal/kit/Skeleton.tsx'
import { useLanguage } from '../../portal/language/language.tsx'
import { useTexts } from '../../portal/language/screenTexts.ts'
import styles from './Customer.module.css'
import { CustomerChangesDocument } from './customer.ts'
import { texts as table } from './texts.ts'

/** How many of the last changes there are. */
const most = 6

/** The last changes in an account, each of which leads to its record. */
export function CustomerChanges({ account }: { account: string }) {
  const { texts, format } = useLanguage()
  const t = useTexts(table)
  const [{ data, error }] = useQuery({ query: CustomerChangesDocument, variables: { account } })
  const entries = data?.account?.changes?.nodes
  const actions = groupByAction(entries ?? []).slice(0, most)
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{t.changes}</h2>
      {error && !entries ? (
        <Failure error={error} />
      ) : !entries ? (
        <Skeleton rows={4} />
      ) : (
        <>
          {actions.length === 0 && <p className={styles.count}>{texts.home.noChanges}</p>}
          <ul className={styles.rows}>
            {actions.map((action) => (
              <li key={action.first.id}>
                <Link
                  className={styles.plain}
                  to="/accounts/$account/activity"
                  params={{ account }}
                  hash={action.first.id}
                >
                  <ActionSummary action={action} />
                </Link>
                <time
                  className={styles.second}
                  dateTime={action.first.recordedAt}
                  title={format.moment(action.first.recordedAt)}
                >
                  {format.ago(action.first.recordedAt)}
                </time>
              </li>
            ))}
          </ul>
          <p className={styles.note}>
            <Link className={styles.link} to="/accounts/$account/activity" params={{ account }}>
              {t.allChanges}
            </Link>
            <Link className={styles.link} to="/console/accounts/$account/changes" params={{ account }}>
              {t.rightChanges.title}
            </Link>
          </p>
        </>
      )}
    </section>
  )
}

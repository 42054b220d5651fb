import { Link } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { Failure } from '../../portal/kit/Failure.tsx'
import { Skeleton } from '../../portal/kit/Skeleton.tsx'
import { useLanguage } from '../../portal/language/language.tsx'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { nameOf } from '../../portal/member/words.ts'
import { useMayChange } from '../shell/mayChange.ts'
import { texts as changes } from './accountTexts.ts'
import styles from './Customer.module.css'
import { CustomerPeopleDocument } from './customer.ts'
import { texts as table } from './texts.ts'

/** How many have access to an account, who administers it, and who waits for access. */
export function CustomerPeople({ account }: { account: string }) {
  const { texts, format } = useLanguage()
  const t = useTexts(table)
  const { inviteFirst } = useTexts(changes)
  const mayChange = useMayChange()
  const [{ data, error }] = useQuery({ query: CustomerPeopleDocument, variables: { account } })
  const found = data?.account
  const administrators = found?.administrators
  const waiting = found?.waiting
  return (
    <section aria-labelledby="people">
      <h2 id="people">{t.people}</h2>
      {error && !found ? (
        <Failure error={error} />
      ) : !found || !administrators ? (
        <Skeleton rows={3} />
      ) : (
        <>
          <p className={styles.count}>{t.peopleCount(found.people?.totalCount ?? 0)}</p>
          {administrators.totalCount === 0 && (
            <p>
              <span className={styles.wrong}>{t.noAdministrator}</span>{' '}
              {mayChange && (
                <Link className={styles.link} to="/accounts/$account/people" params={{ account }}>
                  {inviteFirst}
                </Link>
              )}
            </p>
          )}
          <ul className={styles.rows}>
            {administrators.nodes.map(({ id, user }) => (
              <li key={id}>
                <span>{nameOf(user)}</span>
                {user.email !== null && user.email !== nameOf(user) && (
                  <a className={styles.second} href={`mailto:${user.email}`}>
                    {user.email}
                  </a>
                )}
              </li>
            ))}
          </ul>
          {administrators.totalCount > administrators.nodes.length && (
            <p className={styles.note}>
              {t.moreAdministrators(administrators.totalCount - administrators.nodes.length)}
            </p>
          )}
          {waiting && waiting.totalCount > 0 && (
            <>
              <h3 className={styles.waiting}>{t.waiting(waiting.totalCount)}</h3>
              <ul className={styles.rows}>
                {waiting.nodes.map((request) => (
                  <li key={request.id}>
                    <span>{nameOf(request.user)}</span>
                    <span className={styles.second}>
                      <time dateTime={request.createdAt} title={format.moment(request.createdAt)}>
                        {format.ago(request.createdAt)}
                      </time>
                      {request.note !== null && ` · ${texts.home.quote(request.note)}`}
                    </span>
                  </li>
                ))}
              </ul>
            </>
          )}
          <p className={styles.note}>
            {waiting && waiting.totalCount > 0 && (
              <Link
                className={styles.link}
                to="/accounts/$account/people"
                params={{ account }}
                search={{ tab: 'requests' }}
              >
                {t.decide}
              </Link>
            )}
            <Link className={styles.link} to="/accounts/$account/people" params={{ account }}>
              {t.allPeople}
            </Link>
          </p>
        </>
      )}
    </section>
  )
}

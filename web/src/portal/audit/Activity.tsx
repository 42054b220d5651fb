import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Download } from 'lucide-react'
import { useEffect } from 'react'
import { useQuery } from 'urql'
import { AccountDocument } from '../account/account.ts'
import { Button, buttonLook } from '../kit/Button.tsx'
import { DownloadLink } from '../kit/DownloadLink.tsx'
import { Failure } from '../kit/Failure.tsx'
import { More } from '../kit/More.tsx'
import { Notice } from '../kit/Notice.tsx'
import { pageSize, usePages } from '../kit/pages.ts'
import { Skeleton } from '../kit/Skeleton.tsx'
import { localDay } from '../language/format.ts'
import { useLanguage } from '../language/language.tsx'
import styles from './Activity.module.css'
import { ActivityDocument } from './activity.ts'
import { ActivityFilters } from './ActivityFilters.tsx'
import { useAdministrators } from '../member/administrators.ts'
import { ActionRow } from './ActionRow.tsx'
import { daysOf, groupByAction } from './records.ts'
import { activityFilter, exportAddress } from './search.ts'

/** What happened in an account, and who did it. Only some may see it. */
export function Activity() {
  const { texts } = useLanguage()
  const { account } = useParams({ from: '/accounts/$account' })
  const [frame] = useQuery({ query: AccountDocument, variables: { account } })
  if (frame.data?.account?.viewerCanSeeMembers === false) {
    return (
      <>
        <h1 className={styles.title}>{texts.navigation.activity}</h1>
        <Closed account={account} />
      </>
    )
  }
  return <Activities account={account} />
}

function Activities({ account }: { account: string }) {
  const { texts, format } = useLanguage()
  const t = texts.records
  const search = useSearch({ from: '/accounts/$account/activity' })
  const filter = activityFilter(search)
  const [{ data, fetching }] = useQuery({
    query: ActivityDocument,
    variables: { account, filter, first: pageSize, after: null },
  })
  const found = data?.account?.auditEntries
  const last = found?.nodes[0]
  return (
    <>
      <div className={styles.head}>
        <div>
          <h1>{texts.navigation.activity}</h1>
          <p className={styles.sentence}>
            {found && !fetching ? (
              <>
                <strong>{t.count(found.totalCount)}</strong> {last && t.last(format.ago(last.recordedAt))}
              </>
            ) : (
              ' '
            )}
          </p>
        </div>
        <div className={styles.exports}>
          <DownloadLink className={buttonLook} address={exportAddress(account, search)}>
            <Download size={14} aria-hidden="true" />
            {t.export}
          </DownloadLink>
          <DownloadLink className={buttonLook} address={exportAddress(account, search, 'csv')}>
            {t.exportCsv}
          </DownloadLink>
        </div>
      </div>
      <p className={styles.proof}>{t.proof}</p>
      <ActivityFilters account={account} search={search} label={last?.label ?? undefined} />
      <Records key={JSON.stringify([account, filter])} account={account} filter={filter} />
    </>
  )
}

/** The records of one filter, page by page, under their days. */
function Records({ account, filter }: { account: string; filter: ReturnType<typeof activityFilter> }) {
  const { texts, format } = useLanguage()
  const navigate = useNavigate()
  const { variables, next } = usePages({ account, filter })
  const [{ data, error, fetching }, again] = useQuery({ query: ActivityDocument, variables })
  const found = data?.account?.auditEntries
  const ready = found !== undefined && found !== null
  useEffect(() => {
    if (ready && location.hash.length > 1) {
      document.getElementById(location.hash.slice(1))?.scrollIntoView({ block: 'center' })
    }
  }, [ready])
  if (error && !found) {
    return <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />
  }
  if (!found) {
    return fetching ? <Skeleton rows={10} /> : <Closed account={account} />
  }
  if (found.nodes.length === 0) {
    const filtered = Object.keys(filter).length > 0
    return (
      <Notice title={filtered ? texts.records.empty : texts.home.noChanges}>
        {filtered && (
          <Button onClick={() => void navigate({ to: '.', search: ({ on }) => ({ ...(on && { on }) }) })}>
            {texts.filters.clear}
          </Button>
        )}
      </Notice>
    )
  }
  return (
    <>
      {daysOf(groupByAction(found.nodes)).map(({ day, actions }) => (
        <section key={day} className={styles.day} aria-label={format.day(day)}>
          <h2>
            {format.day(day)} <span className={styles.away}>{format.away(localDay(), day)}</span>
          </h2>
          <ul className={styles.rows}>
            {actions.map((action) => (
              <ActionRow key={action.first.id} action={action} account={account} />
            ))}
          </ul>
        </section>
      ))}
      <More shown={found.nodes.length} all={found.totalCount} waits={fetching} show={next(found)} />
    </>
  )
}

/** What those see who may not read the records: whom they can ask. */
function Closed({ account }: { account: string }) {
  const { texts } = useLanguage()
  const { names } = useAdministrators(account)
  return (
    <Notice title={texts.records.closed}>
      {names === undefined ? texts.records.closedNext : texts.records.closedAsk(names)}
    </Notice>
  )
}

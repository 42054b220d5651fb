import { useParams } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { AccountDocument, HeldLineItemsDocument } from '../account/account.ts'
import { beginningOf } from '../audit/search.ts'
import { useDay } from '../day/day.tsx'
import { useToday } from '../day/today.ts'
import { daysFrom, heldStatuses, soonDays } from '../entitlement/states.ts'
import { Failure } from '../kit/Failure.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import { addDays } from '../language/format.ts'
import { useLanguage } from '../language/language.tsx'
import { Attention } from './Attention.tsx'
import { Changes } from './Changes.tsx'
import { notContinued } from './endingCoverage.ts'
import {
  AttentionDocument,
  LastChangesDocument,
  LeftBehindDocument,
  OwnedDocument,
  WaitingRequestsDocument,
} from './home.ts'
import { Limited } from './Limited.tsx'
import { Owned } from './Owned.tsx'
import styles from './Home.module.css'

/** Whether a question has an answer, be it an error. A question that waits is not yet being fetched. */
function isAnswered({ data, error }: { data?: unknown; error?: unknown }): boolean {
  return data !== undefined || error !== undefined
}

/** The first screen of an account: one sentence, what needs attention, what is owned, and the last changes. */
export function Home() {
  const { texts } = useLanguage()
  const { account } = useParams({ from: '/accounts/$account' })
  const { day, chosen } = useDay()
  const today = useToday()
  const on = chosen ?? null
  const scope = { account, includeSubAccounts: true }
  const asOf = chosen ? { on: chosen } : {}
  const soon = daysFrom(day, soonDays)
  const [frame] = useQuery({ query: AccountDocument, variables: { account } })
  const shown = frame.data?.account
  const licensing = shown?.viewerServices.includes('LICENSING') ?? false
  const manages = shown?.viewerCanManageMembers ?? false
  const sees = shown?.viewerCanSeeMembers ?? false
  const [attention, again] = useQuery({
    query: AttentionDocument,
    variables: {
      over: { ...scope, hasExcess: true, status: [...heldStatuses], ...asOf },
      ended: { ...scope, hasExcess: true, status: ['EXPIRED'], ...asOf },
      ending: { ...scope, endsBetween: soon, evergreen: false },
      renewing: { ...scope, endsBetween: soon, evergreen: true },
      endingHeld: { ...scope, endsBetween: soon, status: [...heldStatuses], ...asOf },
      coverage: { ...scope, endsBetween: soon },
      covered: { ...scope, coverageEndsBetween: soon },
      waiting: { ...scope, status: ['AWAITING_ACTIVATION'], ...asOf },
      grace: { ...scope, status: ['IN_GRACE'], ...asOf },
      on,
    },
    pause: !licensing,
  })
  const [owned, ownedAgain] = useQuery({ query: OwnedDocument, variables: { account, on }, pause: !licensing })
  const [held] = useQuery({
    query: HeldLineItemsDocument,
    variables: { held: { ...scope, status: [...heldStatuses], ...asOf } },
    pause: !licensing,
  })
  // Requests and people are those of now, so another day says nothing of them.
  const asksPeople = manages && chosen === undefined
  const [requests] = useQuery({ query: WaitingRequestsDocument, variables: { account }, pause: !asksPeople })
  const [review] = useQuery({ query: LeftBehindDocument, variables: { account }, pause: !asksPeople })
  const past = chosen !== undefined && chosen < today
  const [changes, changesAgain] = useQuery({
    query: LastChangesDocument,
    variables: { account, filter: past ? { recordedBefore: beginningOf(addDays(day, 1)) } : {} },
    pause: !sees,
  })
  // A part that failed is not one with nothing in it.
  const failed = attention.error !== undefined && Object.values(attention.data ?? {}).includes(null)
  const found = failed ? undefined : attention.data
  const positions = owned.data?.account?.positions
  // Sums leave trials out, so what else is held and ends is a trial.
  const ending = found?.ending?.totalCount ?? 0
  const trials = positions
    ? Math.max(
        (found?.endingHeld?.totalCount ?? 0) - positions.reduce((sum, row) => sum + row.endingWithin90Days, 0),
        0,
      )
    : 0
  const waiting = asksPeople ? requests.data?.account?.waiting : undefined
  const leavers = asksPeople
    ? (review.data?.accessReview?.entries.filter((entry) => entry.leaver.length > 0).length ?? 0)
    : 0
  const ofPeople = [
    { error: requests.error, known: waiting },
    { error: review.error, known: review.data?.accessReview },
  ]
  const unknown = asksPeople ? ofPeople.find(({ error, known }) => error && !known)?.error : undefined
  // All rows come at once, and what is below them follows, so that nothing moves.
  const ready = found && (!asksPeople || (isAnswered(requests) && isAnswered(review)))
  const listed = shown !== undefined && (!licensing || ready || attention.error !== undefined)
  const t = texts.home
  return (
    <>
      <h1 className={styles.title}>{shown?.name ?? ' '}</h1>
      <p className={styles.sentence}>
        {found && isAnswered(owned) ? (
          <>
            <strong>{t.endings(ending - trials, trials, notContinued(found.coverages).totalCount, chosen)}</strong>{' '}
            {t.renewing(found.renewing?.totalCount ?? 0)}{' '}
            {t.over(found.over?.totalCount ?? 0, found.ended?.totalCount ?? 0)} {t.requests(waiting?.totalCount ?? 0)}
          </>
        ) : shown && !licensing ? (
          <strong>{t.limited(shown.viewerServices.map((service) => texts.service[service]))}</strong>
        ) : (
          ' '
        )}
      </p>
      {shown && !licensing && (
        <section className={styles.section}>
          <Limited account={account} />
        </section>
      )}
      {licensing && (
        <section className={styles.section} aria-labelledby="attention">
          <h2 id="attention">{t.attention}</h2>
          {attention.error && !found && (
            <Failure error={attention.error} retry={() => again({ requestPolicy: 'network-only' })} />
          )}
          {!ready && !attention.error && <Skeleton rows={5} />}
          {ready && (
            <Attention
              found={found}
              waiting={waiting}
              leavers={leavers}
              knowsPeople={asksPeople && unknown === undefined}
              account={account}
              day={day}
            />
          )}
          {ready && unknown && <Failure title={t.peopleUnknown} error={unknown} />}
        </section>
      )}
      {listed && licensing && (
        <section className={styles.section} aria-labelledby="owned">
          <h2 id="owned">{t.owned}</h2>
          {owned.error && !owned.data && (
            <Failure error={owned.error} retry={() => ownedAgain({ requestPolicy: 'network-only' })} />
          )}
          {!owned.data && !owned.error && <Skeleton rows={4} />}
          {positions && <Owned rows={positions} held={held.data?.lineItems?.totalCount} account={account} />}
        </section>
      )}
      {listed && sees && (!licensing || isAnswered(owned)) && (
        <section className={styles.section} aria-labelledby="changes">
          <h2 id="changes">{past ? t.changesUntil(day) : t.changes}</h2>
          {changes.error && !changes.data && (
            <Failure error={changes.error} retry={() => changesAgain({ requestPolicy: 'network-only' })} />
          )}
          {!changes.data && !changes.error && <Skeleton rows={4} />}
          {changes.data?.account?.auditEntries && (
            <Changes
              entries={changes.data.account.auditEntries.nodes}
              account={account}
              until={past ? day : undefined}
            />
          )}
        </section>
      )}
    </>
  )
}

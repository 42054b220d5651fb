import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { ArrowDown, CircleCheck, Download, UserX } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useQuery } from 'urql'
import { DownloadLink } from '../kit/DownloadLink.tsx'
import { Failure } from '../kit/Failure.tsx'
import { More } from '../kit/More.tsx'
import { Notice } from '../kit/Notice.tsx'
import { pageSize } from '../kit/pages.ts'
import { Skeleton } from '../kit/Skeleton.tsx'
import { Status } from '../kit/Status.tsx'
import { type Language, useLanguage } from '../language/language.tsx'
import { MemberActions } from './MemberActions.tsx'
import { Person } from './Person.tsx'
import { AccessReviewDocument, type AccessReviewQuery } from './review.ts'
import styles from './rows.module.css'
import type { ReviewOrder } from './search.ts'
import { Seen } from './Seen.tsx'
import { mayOf, reachOf } from './words.ts'

type Review = NonNullable<AccessReviewQuery['accessReview']>
type Entry = Review['entries'][number]

/** Three questions about access: who has it, through what, and since when it was not used. */
export default function AccessReview({ accountName }: { accountName: string }) {
  const { texts, format } = useLanguage()
  const { account } = useParams({ from: '/accounts/$account' })
  const { sort = 'unused', leavers = false } = useSearch({ from: '/accounts/$account/people' })
  const [{ data, error }, again] = useQuery({ query: AccessReviewDocument, variables: { account } })
  const t = texts.people.review
  const review = data?.accessReview
  if (error && !review) {
    return <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />
  }
  if (!review) {
    return <Skeleton rows={8} />
  }
  const left = review.entries.filter(({ leaver }) => leaver.length > 0).length
  return (
    <>
      <p className={styles.lead}>
        {t.sentence(review.entries.length, left)} {t.takenAt(format.moment(review.takenAt))}
      </p>
      <ReviewFilters leavers={leavers} account={account} />
      <Entries
        key={`${account} ${sort} ${leavers}`}
        review={review}
        sort={sort}
        leavers={leavers}
        accountName={accountName}
      />
    </>
  )
}

function ReviewFilters({ leavers, account }: { leavers: boolean; account: string }) {
  const { texts } = useLanguage()
  const navigate = useNavigate()
  const t = texts.people.review
  return (
    <search className={styles.filters} aria-label={texts.filters.label}>
      <label className={styles.toggle}>
        <input
          type="checkbox"
          checked={leavers}
          onChange={(event) => {
            const wanted = event.currentTarget.checked ? true : undefined
            void navigate({ to: '.', search: (now) => ({ ...now, leavers: wanted }) as typeof now })
          }}
        />
        {t.onlyLeavers}
      </label>
      <DownloadLink
        className={`${styles.export} ${styles.end}`}
        address={`/export/access-review?account=${encodeURIComponent(account)}`}
      >
        <Download size={14} aria-hidden="true" /> {t.export}
      </DownloadLink>
    </search>
  )
}

/** The longest unused first; then by name. */
function sorted(entries: readonly Entry[], sort: ReviewOrder): Entry[] {
  const name = (entry: Entry) => (entry.displayName ?? entry.name).toLowerCase()
  const key = (entry: Entry) =>
    sort === 'who' ? '' : sort === 'through' ? `${entry.through} ${entry.throughLabel ?? ''}` : (entry.lastUsedAt ?? '')
  return entries.toSorted((a, b) => key(a).localeCompare(key(b)) || name(a).localeCompare(name(b)))
}

function Entries({
  review,
  sort,
  leavers,
  accountName,
}: {
  review: Review
  sort: ReviewOrder
  leavers: boolean
  accountName: string
}) {
  const { texts } = useLanguage()
  const [pages, setPages] = useState(1)
  const t = texts.people.review
  const entries = useMemo(
    () => sorted(leavers ? review.entries.filter(({ leaver }) => leaver.length > 0) : review.entries, sort),
    [review, sort, leavers],
  )
  if (entries.length === 0) {
    return <Notice title={leavers ? t.noLeaver : t.none} />
  }
  const shown = entries.slice(0, pages * pageSize)
  return (
    <>
      <table className={`${styles.table} ${styles.wide}`}>
        <thead>
          <tr>
            <Sortable by="who" now={sort} name={t.who} />
            <th scope="col">{texts.people.columns.status}</th>
            <th scope="col">{texts.people.columns.may}</th>
            <Sortable by="through" now={sort} name={t.through} />
            <Sortable by="unused" now={sort} name={t.unused} />
            <th scope="col">
              <span className={styles.hidden}>{texts.people.columns.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((entry, place) => (
            // oxlint-disable-next-line react/no-array-index-key -- an entry has no id, and a name can be there twice
            <Row key={`${entry.name} ${place}`} entry={entry} accountName={accountName} />
          ))}
        </tbody>
      </table>
      <More
        shown={shown.length}
        all={entries.length}
        waits={false}
        show={shown.length < entries.length ? () => setPages(pages + 1) : undefined}
      />
    </>
  )
}

function Sortable({ by, now, name }: { by: ReviewOrder; now: ReviewOrder; name: string }) {
  return (
    <th scope="col" aria-sort={by === now ? 'ascending' : undefined}>
      <Link
        to="."
        search={(search) => ({ ...search, sort: by === 'unused' ? undefined : by }) as typeof search}
        replace={false}
      >
        {name} {by === now && <ArrowDown size={12} aria-hidden="true" />}
      </Link>
    </th>
  )
}

/** Through what somebody has access; a group or a key leads to the page on which it is changed. */
function Through({ entry: { through, throughLabel }, account }: { entry: Entry; account: string }) {
  const { texts } = useLanguage()
  const words = texts.people.review.throughWhat[through](throughLabel ?? '')
  switch (through) {
    case 'DIRECTORY_GROUP':
      return (
        <Link className={styles.link} to="/accounts/$account/people" params={{ account }} search={{ tab: 'directory' }}>
          {words}
        </Link>
      )
    case 'API_KEY':
      return (
        <Link className={styles.link} to="/accounts/$account/settings" params={{ account }}>
          {words}
        </Link>
      )
    default:
      return words
  }
}

/** What a grant gives. A key that is for the directory only gives nothing else. */
function may(entry: Entry, language: Language): string {
  const { scopes } = entry
  const { KeyScope: names } = language.texts.change.values.names
  const uses = scopes.map((scope) => names?.[scope] ?? scope)
  const acts = scopes.length === 0 || scopes.includes('READ') || scopes.includes('WRITE')
  return [
    ...(uses.length > 0 ? [language.texts.people.review.keyFor(language.format.list(uses))] : []),
    ...(acts ? [mayOf(entry, language)] : []),
  ].join('; ')
}

function Row({ entry, accountName }: { entry: Entry; accountName: string }) {
  const { account } = useParams({ from: '/accounts/$account' })
  const language = useLanguage()
  const { texts, format } = language
  const t = texts.people.review
  return (
    <tr>
      <Person name={entry.displayName ?? entry.name} email={entry.email} />
      <td className={styles.state}>
        {entry.leaver.length === 0 ? (
          <Status tone="good" icon={CircleCheck}>
            {texts.people.status.active}
          </Status>
        ) : (
          <Status tone="soon" icon={UserX}>
            {format.list(entry.leaver.map((reason) => t.leaver[reason]))}
          </Status>
        )}
      </td>
      <td>
        {may(entry, language)}
        <span className={styles.second}>{reachOf(entry, accountName, language)}</span>
      </td>
      <td data-label={t.through}>
        <Through entry={entry} account={account} />
        <span className={styles.second}>
          {entry.grantedBy ? t.grantedBy(entry.grantedBy.name, entry.grantedAt) : t.granted(entry.grantedAt)}
        </span>
      </td>
      <td data-label={t.unused}>
        <Seen at={entry.lastUsedAt} />
      </td>
      <td className={styles.action}>
        {entry.through === 'MEMBERSHIP' && entry.membership && <MemberActions membership={entry.membership} />}
      </td>
    </tr>
  )
}

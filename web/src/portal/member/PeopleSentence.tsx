import { useQuery } from 'urql'
import { useLanguage } from '../language/language.tsx'
import styles from './People.module.css'
import { LastSeenDocument, type LastSeenQuery, type PeopleSummaryQuery } from './people.ts'
import { isUnseen } from './Seen.tsx'
import { useDayAhead } from './useDayAhead.ts'

type Entry = NonNullable<LastSeenQuery['accessReview']>['entries'][number]

/** How many people who have access now were last seen more than a year ago, and how many never. */
function unseenIn(entries: readonly Entry[]): { unseen: number; never: number } {
  const here = entries.filter(
    ({ through, leaver }) => through === 'MEMBERSHIP' && !leaver.includes('ENDED') && !leaver.includes('SUSPENDED'),
  )
  const people = (of: readonly Entry[]) => new Set(of.map(({ name }) => name)).size
  return {
    unseen: people(here.filter(({ lastUsedAt }) => isUnseen(lastUsedAt))),
    never: people(here.filter(({ lastUsedAt }) => lastUsedAt === null)),
  }
}

/** What the page answers in one sentence: how many people have access, and whether all of them use it. */
export function PeopleSentence({ account }: { account: NonNullable<PeopleSummaryQuery['account']> }) {
  const { texts } = useLanguage()
  const { ahead } = useDayAhead()
  const [{ data }] = useQuery({
    query: LastSeenDocument,
    variables: { account: account.id },
    pause: ahead !== undefined,
  })
  const entries = data?.accessReview?.entries
  const t = texts.people
  const people = account.people?.totalCount ?? 0
  const seen = unseenIn(entries ?? [])
  return (
    <p className={styles.sentence}>
      <strong>
        {t.haveAccess(people, ahead)}
        {entries && people > 0 && ahead === undefined ? t.unseen(seen.unseen, seen.never) : '.'}
      </strong>{' '}
      {ahead === undefined && t.waiting(account.waiting?.totalCount ?? 0, account.open?.totalCount ?? 0)}
    </p>
  )
}

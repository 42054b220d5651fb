import { useParams, useSearch } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { useDay } from '../day/day.tsx'
import { Limited } from '../home/Limited.tsx'
import { FailureLine } from '../kit/Failure.tsx'
import { useLanguage } from '../language/language.tsx'
import styles from './Entitlements.module.css'
import { ExportMenu } from './ExportMenu.tsx'
import { Filters } from './Filters.tsx'
import { LineItemSummaryDocument } from './lines.ts'
import { Lines } from './Lines.tsx'
import { daysFrom, heldStatuses, soonDays } from './states.ts'
import { useView } from './view.ts'
import { ViewButton } from './ViewButton.tsx'

/** The line items of an account: product, quantity and unit, use, status, term and coverage. */
export function Entitlements() {
  const { texts, format } = useLanguage()
  const { account } = useParams({ from: '/accounts/$account' })
  const search = useSearch({ from: '/accounts/$account/entitlements' })
  const { day, chosen } = useDay()
  const [view, changeView] = useView()
  const scope = { account: search.held ?? account, includeSubAccounts: search.below !== false }
  const [summary] = useQuery({
    query: LineItemSummaryDocument,
    variables: {
      all: scope,
      held: { ...scope, status: [...heldStatuses], ...(chosen && { on: chosen }) },
      ending: { ...scope, endsBetween: daysFrom(day, soonDays), evergreen: false },
    },
  })
  const closed = summary.error?.graphQLErrors.some((e) => e.extensions?.code === 'SERVICE_CLOSED')
  if (closed) {
    return (
      <>
        <h1 className={styles.title}>{texts.entitlements.title}</h1>
        <Limited account={account} />
      </>
    )
  }
  const { all, held, ending, last } = summary.data ?? {}
  const changed = last?.nodes[0]?.updatedAt
  return (
    <>
      <h1 className={styles.title}>{texts.entitlements.title}</h1>
      <p className={styles.sentence}>
        {all && held && ending ? (
          <>
            <strong>{texts.entitlements.held(held.totalCount, all.totalCount)}</strong>{' '}
            {texts.entitlements.ending(ending.totalCount, chosen)}
          </>
        ) : summary.error ? (
          <FailureLine error={summary.error} what={texts.entitlements.notCounted} />
        ) : (
          ' '
        )}
      </p>
      <div className={styles.list}>
        <div className={styles.tools}>
          <Filters search={search} />
          <div className={styles.buttons}>
            <ExportMenu search={search} account={account} />
            <ViewButton view={view} change={changeView} />
          </div>
        </div>
        <Lines search={search} account={account} view={view} />
      </div>
      {changed && (
        <p className={styles.fresh}>
          {texts.lines.lastChange} <time dateTime={changed}>{format.moment(changed)}</time>
        </p>
      )}
    </>
  )
}

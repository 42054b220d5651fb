import { useQuery } from 'urql'
import { actorName, groupByAction } from '../audit/records.ts'
import { useCustomNames } from '../custom/names.ts'
import { RightHistory } from '../history/Events.tsx'
import { Failure } from '../kit/Failure.tsx'
import { More } from '../kit/More.tsx'
import { usePages } from '../kit/pages.ts'
import { Skeleton } from '../kit/Skeleton.tsx'
import type { Messages } from '../language/en.ts'
import { useLanguage } from '../language/language.tsx'
import { named } from '../language/named.ts'
import { LineHistoryDocument } from './line.ts'
import type { Detail } from './lineTimeline.ts'
import styles from './Line.module.css'
import { PartNotice, PartTable } from './PartTable.tsx'

/**
 * What was recorded about a line item, and for those who may see the records of the account who changed what: the line
 * item, its entitlement, its periods and its coverages.
 */
export function History({ line }: { line: Detail }) {
  const t = useLanguage().texts.lines.history
  return (
    <RightHistory line={line}>
      {line.account.viewerCanSeeMembers && (
        <section className={styles.records} aria-labelledby="records">
          <h2 id="records">{t.records}</h2>
          <Records line={line} />
        </section>
      )}
    </RightHistory>
  )
}

/** What was changed by one action, each field once, whether it is one of the line item, a period or a coverage. */
function fieldsOf(
  entries: readonly { subjectId: string | null; changes: readonly { field: string }[] }[],
  texts: Messages,
  customName: ReturnType<typeof useCustomNames>,
): string[] {
  const inWords = entries.flatMap(({ subjectId, changes }) =>
    changes.map(
      ({ field }) =>
        named(texts.records.fields, field) ?? named(texts.change.field, field) ?? customName(field, subjectId) ?? field,
    ),
  )
  return [...new Set(inWords)]
}

function Records({ line }: { line: Detail }) {
  const { texts, format } = useLanguage()
  const t = texts.lines.history
  const { variables, next } = usePages({ account: line.account.id, line: line.id })
  const [{ data, error, fetching }, again] = useQuery({
    query: LineHistoryDocument,
    variables,
  })
  const found = data?.account?.auditEntries
  const customName = useCustomNames(found?.nodes.flatMap(({ changes }) => changes.map(({ field }) => field)) ?? [])
  if (error && !found) {
    return <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />
  }
  if (!found) {
    return <Skeleton rows={3} />
  }
  if (found.totalCount === 0) {
    return <PartNotice title={t.none}>{t.noneNext}</PartNotice>
  }
  return (
    <>
      <PartTable head={[t.moment, t.actor, t.action, t.fields, t.reason]} name={t.records}>
        {groupByAction(found.nodes).map(({ first, entries }) => (
          <tr key={first.id}>
            <th scope="row">
              <time dateTime={first.recordedAt}>{format.moment(first.recordedAt)}</time>
            </th>
            <td>{actorName(first, texts)}</td>
            <td>{named(texts.action, first.action) ?? first.action}</td>
            <td>{format.list(fieldsOf(entries, texts, customName))}</td>
            <td>{first.reason}</td>
          </tr>
        ))}
      </PartTable>
      <More shown={found.nodes.length} all={found.totalCount} waits={fetching} show={next(found)} />
    </>
  )
}

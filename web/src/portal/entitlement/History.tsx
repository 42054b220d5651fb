import { useQuery } from 'urql'
import { RightHistory } from '../history/Events.tsx'
import { Failure } from '../kit/Failure.tsx'
import { More } from '../kit/More.tsx'
import { usePages } from '../kit/pages.ts'
import { Skeleton } from '../kit/Skeleton.tsx'
import { useLanguage } from '../language/language.tsx'
import { named } from '../language/named.ts'
import { LineHistoryDocument } from './line.ts'
import type { Detail } from './lineTimeline.ts'
import styles from './Line.module.css'
import { PartNotice, PartTable } from './PartTable.tsx'

/** What was recorded about a line item, and for those who may see the records of the account who changed what. */
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

function Records({ line }: { line: Detail }) {
  const { texts, format } = useLanguage()
  const t = texts.lines.history
  const { variables, next } = usePages({ account: line.account.id, line: line.id })
  const [{ data, error, fetching }, again] = useQuery({
    query: LineHistoryDocument,
    variables,
  })
  const found = data?.account?.auditEntries
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
        {found.nodes.map((entry) => (
          <tr key={entry.id}>
            <th scope="row">
              <time dateTime={entry.recordedAt}>{format.moment(entry.recordedAt)}</time>
            </th>
            <td>{entry.actor.name}</td>
            <td>{named(texts.action, entry.action) ?? entry.action}</td>
            <td>{format.list(entry.changes.map((change) => change.field))}</td>
            <td>{entry.reason}</td>
          </tr>
        ))}
      </PartTable>
      <More shown={found.nodes.length} all={found.totalCount} waits={fetching} show={next(found)} />
    </>
  )
}

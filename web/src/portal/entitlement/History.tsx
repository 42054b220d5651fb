import { useState } from 'react'
import { useQuery } from 'urql'
import { Failure } from '../kit/Failure.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import { useLanguage } from '../language/language.tsx'
import { named } from '../language/named.ts'
import { LineHistoryDocument } from './line.ts'
import type { Detail } from './lineTimeline.ts'
import { PartMore, PartNotice, partSize, PartTable } from './PartTable.tsx'

/** Who changed what about a line item, for those who may see the records of the account. */
export function History({ line }: { line: Detail }) {
  const { texts, format } = useLanguage()
  const [after, setAfter] = useState<string | null>(null)
  const t = texts.lines.history
  const allowed = line.account.viewerCanSeeMembers
  const [{ data, error, fetching }, again] = useQuery({
    query: LineHistoryDocument,
    variables: { account: line.account.id, line: line.id, first: partSize, after },
    pause: !allowed,
  })
  const found = data?.account?.auditEntries
  if (!allowed) {
    return <PartNotice title={t.closed} />
  }
  if (error && !found) {
    return <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />
  }
  if (!found) {
    return <Skeleton rows={3} />
  }
  if (found.totalCount === 0) {
    return <PartNotice title={t.none}>{t.noneNext}</PartNotice>
  }
  const { hasNextPage, endCursor } = found.pageInfo
  return (
    <>
      <PartTable head={[t.moment, t.actor, t.action, t.fields, t.reason]} name={texts.lines.detail.tab.history}>
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
      <PartMore shown={found.nodes.length} total={found.totalCount} next={hasNextPage ? () => setAfter(endCursor) : null} busy={fetching} />
    </>
  )
}

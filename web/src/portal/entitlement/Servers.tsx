import { Link, useParams } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { Failure } from '../kit/Failure.tsx'
import { Identifier } from '../kit/Identifier.tsx'
import { More } from '../kit/More.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import { useLanguage } from '../language/language.tsx'
import { LineAllocationsDocument } from './line.ts'
import styles from './Line.module.css'
import { amountInWords, type Detail } from './lineTimeline.ts'
import { PartNotice, PartTable } from './PartTable.tsx'

/** Which license servers hold parts of a line item. */
export function Servers({ line }: { line: Detail }) {
  const { texts, format } = useLanguage()
  const t = texts.lines.servers
  const { account } = useParams({ from: '/accounts/$account' })
  const [{ data, error }, again] = useQuery({ query: LineAllocationsDocument, variables: { id: line.id } })
  const found = data?.lineItem?.allocations
  if (error && !found) {
    return <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />
  }
  if (!found) {
    return <Skeleton rows={3} />
  }
  if (found.totalCount === 0) {
    return <PartNotice title={t.none} />
  }
  return (
    <>
      <PartTable head={[t.server, t.holds, t.state, t.until, t.lastSeen]} name={texts.lines.detail.tab.servers}>
        {found.nodes.map(({ id, licenseServer: server, quantity, requested, endsOn, perpetual }) => (
          <tr key={id}>
            <th scope="row">
              <Link
                className={styles.link}
                to="/accounts/$account/devices/$device"
                params={{ account, device: server.id }}
              >
                {server.name ?? server.fingerprint}
              </Link>
              <span className={styles.second}>
                <Identifier value={server.fingerprint} />
              </span>
            </th>
            <td>
              {amountInWords(quantity, line.unit, texts, format)}
              {requested.amount !== quantity.amount && (
                <span className={styles.second}>{t.asked(amountInWords(requested, line.unit, texts, format))}</span>
              )}
            </td>
            <td>{t.status[server.status]}</td>
            <td data-label={t.until}>
              {endsOn === null ? (
                perpetual ? (
                  texts.line.withoutEnd
                ) : (
                  t.withTheRight
                )
              ) : (
                <time dateTime={endsOn}>{format.day(endsOn)}</time>
              )}
            </td>
            <td data-label={t.lastSeen}>
              {server.lastSeenAt ? (
                <time dateTime={server.lastSeenAt} title={format.moment(server.lastSeenAt)}>
                  {format.ago(server.lastSeenAt)}
                </time>
              ) : (
                <span className={styles.muted}>{texts.lines.activations.notSeen}</span>
              )}
            </td>
          </tr>
        ))}
      </PartTable>
      <More shown={found.nodes.length} all={found.totalCount} waits={false} show={undefined} />
    </>
  )
}

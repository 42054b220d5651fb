import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { useDay } from '../day/day.tsx'
import { Button } from '../kit/Button.tsx'
import { Failure } from '../kit/Failure.tsx'
import { Identifier } from '../kit/Identifier.tsx'
import { More } from '../kit/More.tsx'
import { usePages } from '../kit/pages.ts'
import { Skeleton } from '../kit/Skeleton.tsx'
import { useLanguage } from '../language/language.tsx'
import { LineActivationsDocument, type LineActivationsQuery } from './line.ts'
import styles from './Line.module.css'
import { activatedOn } from './activationState.ts'
import { ActivationStatus } from './ActivationStatus.tsx'
import { amountInWords, type Detail } from './lineTimeline.ts'
import { PartNotice, PartTable } from './PartTable.tsx'

type Activation = NonNullable<NonNullable<LineActivationsQuery['lineItem']>['activations']>['nodes'][number]

/** Which devices use a line item. For another day than today, all of them are shown with what was true on that day. */
export function Activations({ line }: { line: Detail }) {
  const { texts } = useLanguage()
  const { day, chosen } = useDay()
  const { all } = useSearch({ from: '/accounts/$account/entitlements/$line' })
  const navigate = useNavigate({ from: '/accounts/$account/entitlements/$line' })
  const t = texts.lines.activations
  const liveOnly = chosen === undefined && all !== true
  const { variables, next } = usePages({ id: line.id, liveOnly })
  const [{ data, error, fetching }, again] = useQuery({
    query: LineActivationsDocument,
    variables,
  })
  const found = data?.lineItem?.activations
  if (error && !found) {
    return <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />
  }
  if (!found) {
    return <Skeleton rows={4} />
  }
  const toggle = chosen === undefined && (
    <Button
      aria-pressed={all === true}
      onClick={() => {
        void navigate({ search: (now) => ({ ...now, all: all === true ? undefined : true }), resetScroll: false })
      }}
    >
      {all === true ? t.live : t.all}
    </Button>
  )
  if (found.totalCount === 0) {
    return <PartNotice title={liveOnly ? t.none : t.never}>{liveOnly && toggle}</PartNotice>
  }
  return (
    <>
      <div className={styles.bar}>{toggle}</div>
      <PartTable head={[t.device, t.amount, t.state, t.since, t.lastSeen]} name={texts.lines.detail.tab.activations}>
        {found.nodes.map((activation) => (
          <Row key={activation.id} activation={activation} line={line} day={day} />
        ))}
      </PartTable>
      <More shown={found.nodes.length} all={found.totalCount} waits={fetching} show={next(found)} />
      <p className={styles.note}>{t.release}</p>
    </>
  )
}

function Row({ activation, line, day }: { activation: Activation; line: Detail; day: string }) {
  const { texts, format } = useLanguage()
  const { account } = useParams({ from: '/accounts/$account' })
  const { device } = activation
  const since = activatedOn(activation)
  const last = activation.activatedAt.slice(0, 10)
  return (
    <tr>
      <th scope="row">
        <Link className={styles.link} to="/accounts/$account/devices/$device" params={{ account, device: device.id }}>
          {device.name ?? device.userLabel ?? activation.label ?? device.fingerprint}
        </Link>
        <span className={styles.second}>
          <Identifier value={device.fingerprint} />
        </span>
      </th>
      <td>{amountInWords(activation.quantity, line.unit, texts, format)}</td>
      <td>
        <ActivationStatus activation={activation} day={day} />
      </td>
      <td data-label={texts.lines.activations.since}>
        <time dateTime={since} title={format.moment(activation.activatedAt)}>
          {format.day(since)}
        </time>
        {since < last && <span className={styles.second}>{texts.lines.activations.recorded(last)}</span>}
      </td>
      <td data-label={texts.lines.activations.lastSeen}>
        {device.lastSeenAt ? (
          <time dateTime={device.lastSeenAt} title={format.moment(device.lastSeenAt)}>
            {format.ago(device.lastSeenAt)}
          </time>
        ) : (
          <span className={styles.muted}>{texts.lines.activations.notSeen}</span>
        )}
      </td>
    </tr>
  )
}

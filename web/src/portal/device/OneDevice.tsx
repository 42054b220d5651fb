import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { LaterSeen } from '../custom/LaterSeen.tsx'
import { useToday } from '../day/today.ts'
import { activatedOn } from '../entitlement/activationState.ts'
import { ActivationStatus } from '../entitlement/ActivationStatus.tsx'
import { productName } from '../entitlement/groups.ts'
import line from '../entitlement/Line.module.css'
import { PartNotice, PartTable } from '../entitlement/PartTable.tsx'
import { Button } from '../kit/Button.tsx'
import { Failure } from '../kit/Failure.tsx'
import { Identifier } from '../kit/Identifier.tsx'
import { More } from '../kit/More.tsx'
import { usePages } from '../kit/pages.ts'
import { Skeleton } from '../kit/Skeleton.tsx'
import { useLanguage } from '../language/language.tsx'
import { useTexts } from '../language/screenTexts.ts'
import { DeviceActivationsDocument, DeviceDocument } from './device.ts'
import { Facts, Instead, OtherNames, Path } from './DeviceFrame.tsx'
import { DeviceState } from './DeviceState.tsx'
import { LastSeen } from './LastSeen.tsx'
import { deviceName } from './names.ts'
import { texts as own } from './texts.ts'
import { amountOf } from './uses.ts'

/** One device: what it is, and what it uses. */
export function OneDevice({ account, id }: { account: string; id: string }) {
  const { format } = useLanguage()
  const t = useTexts(own)
  const [{ data, error, fetching }, again] = useQuery({ query: DeviceDocument, variables: { id } })
  const device = data?.device
  if (!device) {
    return (
      <Instead
        account={account}
        error={error}
        fetching={fetching}
        retry={() => again({ requestPolicy: 'network-only' })}
      />
    )
  }
  const { licenseServer: server, live } = device
  const name = deviceName(device)
  return (
    <>
      <Path account={account} />
      <h1 className={line.title}>{name}</h1>
      <p className={line.sentence}>{live && <strong>{t.usesNow(live.totalCount)}</strong>}</p>
      <Facts
        facts={[
          [t.fact.fingerprint, <Identifier key="" value={device.fingerprint} />],
          [t.fact.status, <DeviceState key="" status={device.status} idle={live?.totalCount === 0} />],
          [t.fact.kind, [t.kind[device.kind], device.machine && t.machine[device.machine]].filter(Boolean).join(', ')],
          [t.fact.person, device.userLabel !== name ? device.userLabel : null],
          [
            t.fact.server,
            server && (
              <Link
                key=""
                className={line.link}
                to="/accounts/$account/devices/$device"
                params={{ account, device: server.id }}
              >
                {deviceName(server)}
              </Link>
            ),
          ],
          [t.fact.account, device.account.id === account ? null : device.account.name],
          [t.fact.lastSeen, <LastSeen key="" at={device.lastSeenAt} />],
          [t.fact.since, format.moment(device.createdAt)],
        ]}
      />
      <section className={line.section} aria-label={t.uses}>
        <h2>{t.uses}</h2>
        <div className={line.part}>
          <Activations account={account} id={id} />
        </div>
      </section>
      <OtherNames names={device.externalIds} />
      <LaterSeen device={id} />
    </>
  )
}

function Activations({ account, id }: { account: string; id: string }) {
  const { texts, format } = useLanguage()
  const t = useTexts(own)
  const today = useToday()
  const { all } = useSearch({ from: '/accounts/$account/devices/$device' })
  const navigate = useNavigate({ from: '/accounts/$account/devices/$device' })
  const words = texts.lines.activations
  const { variables, next } = usePages({ id, liveOnly: all !== true })
  const [{ data, error, fetching }, again] = useQuery({ query: DeviceActivationsDocument, variables })
  const found = data?.device?.activations
  if (error && !found) {
    return <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />
  }
  if (!found) {
    return <Skeleton rows={4} />
  }
  const toggle = (
    <Button
      aria-pressed={all === true}
      onClick={() =>
        void navigate({ search: (now) => ({ ...now, all: all === true ? undefined : true }), resetScroll: false })
      }
    >
      {all === true ? words.live : words.all}
    </Button>
  )
  if (found.totalCount === 0) {
    return <PartNotice title={all === true ? words.never : words.none}>{all !== true && toggle}</PartNotice>
  }
  return (
    <>
      <div className={line.bar}>{toggle}</div>
      <PartTable head={[t.product, t.lineItem, words.amount, words.state, words.since]} name={t.uses}>
        {found.nodes.map((activation) => {
          const { lineItem, quantity } = activation
          const since = activatedOn(activation)
          return (
            <tr key={activation.id}>
              <th scope="row">
                <Link
                  className={line.link}
                  to="/accounts/$account/entitlements/$line"
                  params={{ account, line: lineItem.id }}
                >
                  {productName(lineItem.product)}
                </Link>
              </th>
              <td>
                <Identifier value={lineItem.activationId} />
              </td>
              <td>{amountOf(quantity, lineItem.unit, texts, format)}</td>
              <td>
                <ActivationStatus activation={activation} day={today} />
              </td>
              <td data-label={words.since}>
                <time dateTime={since} title={format.moment(activation.activatedAt)}>
                  {format.day(since)}
                </time>
              </td>
            </tr>
          )
        })}
      </PartTable>
      <More shown={found.nodes.length} all={found.totalCount} waits={fetching} show={next(found)} />
    </>
  )
}

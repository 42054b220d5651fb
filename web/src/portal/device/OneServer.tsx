import { Link } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { productName } from '../entitlement/groups.ts'
import line from '../entitlement/Line.module.css'
import { PartNotice, PartTable } from '../entitlement/PartTable.tsx'
import { Failure } from '../kit/Failure.tsx'
import { Identifier } from '../kit/Identifier.tsx'
import { More } from '../kit/More.tsx'
import { usePages } from '../kit/pages.ts'
import { Skeleton } from '../kit/Skeleton.tsx'
import { useLanguage } from '../language/language.tsx'
import { useTexts } from '../language/screenTexts.ts'
import { LicenseServerDocument, ServerAllocationsDocument, ServerDevicesDocument } from './device.ts'
import { Facts, Instead, OtherNames, Path } from './DeviceFrame.tsx'
import { DeviceState } from './DeviceState.tsx'
import { LastSeen } from './LastSeen.tsx'
import { deviceName } from './names.ts'
import { texts as own } from './texts.ts'
import { amountOf } from './uses.ts'

/** One license server: what it is, what it holds, and which devices it serves. */
export function OneServer({ account, id }: { account: string; id: string }) {
  const { texts, format } = useLanguage()
  const t = useTexts(own)
  const [{ data, error, fetching }, again] = useQuery({ query: LicenseServerDocument, variables: { id } })
  const server = data?.licenseServer
  if (!server) {
    return (
      <Instead
        account={account}
        error={error}
        fetching={fetching}
        retry={() => again({ requestPolicy: 'network-only' })}
      />
    )
  }
  const { held, served } = server
  return (
    <>
      <Path account={account} servers />
      <h1 className={line.title}>{deviceName(server)}</h1>
      <p className={line.sentence}>
        {held && served && <strong>{t.holdsNow(held.totalCount, served.totalCount)}</strong>}
      </p>
      <Facts
        facts={[
          [t.fact.fingerprint, <Identifier key="" value={server.fingerprint} />],
          [t.fact.status, <DeviceState key="" status={server.status} idle={held?.totalCount === 0} />],
          [
            t.fact.runs,
            [t.deployment[server.deployment], server.machine && t.machine[server.machine]].filter(Boolean).join(', '),
          ],
          [t.fact.account, server.account.id === account ? null : server.account.name],
          [texts.lines.servers.lastSeen, <LastSeen key="" at={server.lastSeenAt} />],
          [t.fact.since, format.moment(server.createdAt)],
        ]}
      />
      <section className={line.section} aria-label={t.holds}>
        <h2>{t.holds}</h2>
        <div className={line.part}>
          <Allocations account={account} id={id} />
        </div>
      </section>
      <section className={line.section} aria-label={t.serves}>
        <h2>{t.serves}</h2>
        <div className={line.part}>
          <Served account={account} id={id} />
        </div>
      </section>
      <OtherNames names={server.externalIds} />
    </>
  )
}

function Allocations({ account, id }: { account: string; id: string }) {
  const { texts, format } = useLanguage()
  const t = useTexts(own)
  const words = texts.lines.servers
  const { variables, next } = usePages({ id })
  const [{ data, error, fetching }, again] = useQuery({ query: ServerAllocationsDocument, variables })
  const found = data?.licenseServer?.allocations
  if (error && !found) {
    return <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />
  }
  if (!found) {
    return <Skeleton rows={3} />
  }
  if (found.totalCount === 0) {
    return <PartNotice title={t.holdsNothing} />
  }
  return (
    <>
      <PartTable head={[t.product, t.lineItem, words.holds, words.until]} name={t.holds}>
        {found.nodes.map(({ id: allocation, lineItem, quantity, requested, endsOn, perpetual }) => (
          <tr key={allocation}>
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
            <td>
              {amountOf(quantity, lineItem.unit, texts, format)}
              {requested.amount !== quantity.amount && (
                <span className={line.second}>{words.asked(amountOf(requested, lineItem.unit, texts, format))}</span>
              )}
            </td>
            <td data-label={words.until}>
              {endsOn !== null ? (
                <time dateTime={endsOn}>{format.day(endsOn)}</time>
              ) : perpetual ? (
                texts.line.withoutEnd
              ) : (
                words.withTheRight
              )}
            </td>
          </tr>
        ))}
      </PartTable>
      <More shown={found.nodes.length} all={found.totalCount} waits={fetching} show={next(found)} />
      <p className={line.note}>{t.reserved}</p>
    </>
  )
}

function Served({ account, id }: { account: string; id: string }) {
  const { texts } = useLanguage()
  const t = useTexts(own)
  const { variables, next } = usePages({ id })
  const [{ data, error, fetching }, again] = useQuery({ query: ServerDevicesDocument, variables })
  const found = data?.licenseServer?.devices
  if (error && !found) {
    return <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />
  }
  if (!found) {
    return <Skeleton rows={3} />
  }
  if (found.totalCount === 0) {
    return <PartNotice title={t.neverServed} />
  }
  return (
    <>
      <PartTable
        head={[t.columns.device, t.fact.fingerprint, texts.filters.status, t.columns.lastSeen]}
        name={t.serves}
      >
        {found.nodes.map((device) => (
          <tr key={device.id}>
            <th scope="row">
              <Link
                className={line.link}
                to="/accounts/$account/devices/$device"
                params={{ account, device: device.id }}
              >
                {deviceName(device)}
              </Link>
              {device.name !== null && device.userLabel !== null && (
                <span className={line.second}>{device.userLabel}</span>
              )}
            </th>
            <td>
              <Identifier value={device.fingerprint} />
            </td>
            <td>
              <DeviceState status={device.status} />
            </td>
            <td data-label={t.columns.lastSeen}>
              <LastSeen at={device.lastSeenAt} />
            </td>
          </tr>
        ))}
      </PartTable>
      <More shown={found.nodes.length} all={found.totalCount} waits={fetching} show={next(found)} />
    </>
  )
}

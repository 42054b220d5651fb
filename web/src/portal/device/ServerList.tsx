import { Link } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { Failure } from '../kit/Failure.tsx'
import { useFirstRows } from '../kit/firstRows.ts'
import { More } from '../kit/More.tsx'
import { usePages } from '../kit/pages.ts'
import { Skeleton } from '../kit/Skeleton.tsx'
import { useLanguage } from '../language/language.tsx'
import { useTexts } from '../language/screenTexts.ts'
import rows from '../member/rows.module.css'
import { LicenseServersDocument, type LicenseServersQuery } from './device.ts'
import { DeviceState } from './DeviceState.tsx'
import { Empty } from './Empty.tsx'
import { LastSeen } from './LastSeen.tsx'
import { deviceName } from './names.ts'
import { devicesOrder, type DevicesSearch, serversFilter } from './search.ts'
import { texts as own } from './texts.ts'
import { Uses } from './Uses.tsx'

type Row = NonNullable<LicenseServersQuery['licenseServers']>['nodes'][number]

/** The license servers of the filters in the address. */
export function ServerList({ search, account }: { search: DevicesSearch; account: string }) {
  const t = useTexts(own)
  const { variables, next } = usePages({ filter: serversFilter(account, search), ...devicesOrder(search) })
  const [{ data, error, fetching }, again] = useQuery({ query: LicenseServersDocument, variables })
  const found = data?.licenseServers
  if (error && !found) {
    return <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />
  }
  if (!found) {
    return <Skeleton rows={6} />
  }
  if (found.totalCount === 0) {
    return <Empty search={search} none={t.noServers} noneNext={t.noServersNext} empty={t.emptyServers} />
  }
  return (
    <>
      <Table servers={found.nodes} account={account} />
      <More shown={found.nodes.length} all={found.totalCount} waits={fetching} show={next(found)} />
    </>
  )
}

function Table({ servers, account }: { servers: readonly Row[]; account: string }) {
  const { texts, format } = useLanguage()
  const t = useTexts(own)
  return (
    <table className={rows.table} aria-label={t.tabs.servers}>
      <thead>
        <tr>
          <th scope="col">{texts.lines.servers.server}</th>
          <th scope="col">{texts.filters.status}</th>
          <th scope="col">{t.fact.runs}</th>
          <th scope="col">{texts.lines.servers.holds}</th>
          <th scope="col">{t.columns.served}</th>
          <th scope="col">{texts.lines.servers.lastSeen}</th>
        </tr>
      </thead>
      <tbody>
        {useFirstRows(servers).map((server) => {
          const name = deviceName(server)
          const { held, served } = server
          return (
            <tr key={server.id}>
              <th scope="row" className={rows.name}>
                <Link
                  className={rows.open}
                  to="/accounts/$account/devices/$device"
                  params={{ account, device: server.id }}
                >
                  {name}
                </Link>
                <span className={rows.second}>
                  {[
                    name === server.fingerprint ? null : server.fingerprint,
                    server.account.id === account ? null : server.account.name,
                  ]
                    .filter((part) => part !== null)
                    .join(' · ')}
                </span>
              </th>
              <td className={rows.state}>
                <DeviceState status={server.status} idle={held?.totalCount === 0} />
              </td>
              <td>{t.deployment[server.deployment]}</td>
              <td data-label={texts.lines.servers.holds}>
                <Uses parts={held?.nodes ?? []} all={held?.totalCount ?? 0} />
              </td>
              <td data-label={t.columns.served}>{served ? format.count(served.totalCount) : ''}</td>
              <td data-label={texts.lines.servers.lastSeen}>
                <LastSeen at={server.lastSeenAt} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

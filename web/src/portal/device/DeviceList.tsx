import { Link } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { useToday } from '../day/today.ts'
import { Failure } from '../kit/Failure.tsx'
import { useFirstRows } from '../kit/firstRows.ts'
import { More } from '../kit/More.tsx'
import { usePages } from '../kit/pages.ts'
import { Skeleton } from '../kit/Skeleton.tsx'
import { useLanguage } from '../language/language.tsx'
import { useTexts } from '../language/screenTexts.ts'
import rows from '../member/rows.module.css'
import { DevicesDocument, type DevicesQuery } from './device.ts'
import { DeviceState } from './DeviceState.tsx'
import { Empty } from './Empty.tsx'
import { LastSeen } from './LastSeen.tsx'
import { deviceName } from './names.ts'
import { devicesFilter, devicesOrder, type DevicesSearch } from './search.ts'
import { texts as own } from './texts.ts'
import { Uses } from './Uses.tsx'

type Row = NonNullable<DevicesQuery['devices']>['nodes'][number]

/** The devices of the filters in the address. */
export function DeviceList({ search, account }: { search: DevicesSearch; account: string }) {
  const t = useTexts(own)
  const today = useToday()
  const { variables, next } = usePages({ filter: devicesFilter(account, search, today), ...devicesOrder(search) })
  const [{ data, error, fetching }, again] = useQuery({ query: DevicesDocument, variables })
  const found = data?.devices
  if (error && !found) {
    return <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />
  }
  if (!found) {
    return <Skeleton rows={10} />
  }
  if (found.totalCount === 0) {
    return <Empty search={search} none={t.none} noneNext={t.noneNext} empty={t.empty} />
  }
  return (
    <>
      <Table devices={found.nodes} account={account} />
      <More shown={found.nodes.length} all={found.totalCount} waits={fetching} show={next(found)} />
    </>
  )
}

function Table({ devices, account }: { devices: readonly Row[]; account: string }) {
  const { texts } = useLanguage()
  const t = useTexts(own)
  const shown = useFirstRows(devices)
  return (
    <table className={rows.table} aria-label={t.tabs.devices}>
      <thead>
        <tr>
          <th scope="col">{t.columns.device}</th>
          <th scope="col">{texts.filters.status}</th>
          <th scope="col">{t.columns.kind}</th>
          <th scope="col">{t.columns.uses}</th>
          <th scope="col">{t.columns.lastSeen}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((device) => (
          <DeviceRow key={device.id} device={device} account={account} />
        ))}
      </tbody>
    </table>
  )
}

function DeviceRow({ device, account }: { device: Row; account: string }) {
  const t = useTexts(own)
  const name = deviceName(device)
  const { licenseServer: server, uses } = device
  return (
    <tr>
      <th scope="row" className={rows.name}>
        <Link className={rows.open} to="/accounts/$account/devices/$device" params={{ account, device: device.id }}>
          {name}
        </Link>
        <span className={rows.second}>
          {[
            name === device.fingerprint ? null : device.fingerprint,
            name === device.userLabel ? null : device.userLabel,
            device.account.id === account ? null : device.account.name,
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        </span>
      </th>
      <td className={rows.state}>
        <DeviceState status={device.status} idle={uses?.totalCount === 0} />
      </td>
      <td>
        {t.kind[device.kind]}
        {server && (
          <span className={rows.second}>
            {t.servedBy} {deviceName(server)}
          </span>
        )}
      </td>
      <td data-label={t.columns.uses}>
        <Uses parts={uses?.nodes ?? []} all={uses?.totalCount ?? 0} />
      </td>
      <td data-label={t.columns.lastSeen}>
        <LastSeen at={device.lastSeenAt} />
      </td>
    </tr>
  )
}

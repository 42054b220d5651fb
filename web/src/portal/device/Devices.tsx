import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { useToday } from '../day/today.ts'
import { Limited } from '../home/Limited.tsx'
import { FailureLine } from '../kit/Failure.tsx'
import { Tabs } from '../kit/Tabs.tsx'
import { useLanguage } from '../language/language.tsx'
import { useTexts } from '../language/screenTexts.ts'
import people from '../member/People.module.css'
import { DeviceCountsDocument } from './device.ts'
import { DeviceFilters } from './DeviceFilters.tsx'
import { DeviceList } from './DeviceList.tsx'
import { idleSince, longIdle } from './search.ts'
import { ServerList } from './ServerList.tsx'
import { texts as own } from './texts.ts'

/** What an account uses where: its devices and its license servers. */
export function Devices() {
  const { texts } = useLanguage()
  const t = useTexts(own)
  const { account } = useParams({ from: '/accounts/$account' })
  const search = useSearch({ from: '/accounts/$account/devices' })
  const navigate = useNavigate({ from: '/accounts/$account/devices' })
  const today = useToday()
  const scope = { account, includeSubAccounts: true, status: ['ACTIVE' as const] }
  const [{ data, error }] = useQuery({
    query: DeviceCountsDocument,
    variables: { devices: scope, idle: { ...scope, notSeenSince: idleSince(today, longIdle) }, servers: scope },
  })
  if (error?.graphQLErrors.some(({ extensions }) => extensions?.code === 'SERVICE_CLOSED')) {
    return (
      <>
        <h1 className={people.title}>{texts.navigation.devices}</h1>
        <Limited account={account} />
      </>
    )
  }
  const { devices, idle, licenseServers } = data ?? {}
  const tab = search.tab ?? 'devices'
  return (
    <>
      <div className={people.head}>
        <div>
          <h1>{texts.navigation.devices}</h1>
          <p className={people.sentence}>
            {devices && idle && licenseServers ? (
              <>
                <strong>{t.sentence(devices.totalCount, licenseServers.totalCount)}</strong>{' '}
                {devices.totalCount > 0 && t.idle(idle.totalCount)}
              </>
            ) : error ? (
              <FailureLine error={error} what={t.notCounted} />
            ) : (
              '\u00A0'
            )}
          </p>
        </div>
      </div>
      <Tabs<'devices' | 'servers'>
        label={texts.navigation.devices}
        chosen={tab}
        choose={(to) =>
          void navigate({
            search: ({ text, status, below }) => ({ text, status, below, ...(to === 'servers' && { tab: to }) }),
          })
        }
        tabs={[
          { id: 'devices', name: t.tabs.devices, count: devices?.totalCount },
          { id: 'servers', name: t.tabs.servers, count: licenseServers?.totalCount },
        ]}
      >
        <div className={people.list}>
          <DeviceFilters search={search} account={account} />
          {tab === 'servers' ? (
            <ServerList search={search} account={account} />
          ) : (
            <DeviceList search={search} account={account} />
          )}
        </div>
      </Tabs>
    </>
  )
}

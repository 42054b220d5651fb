import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useQuery } from 'urql'
import { AccountDocument } from '../account/account.ts'
import type { DeviceStatus } from '../contract/types.ts'
import { Chip } from '../kit/Chip.tsx'
import { SearchField } from '../kit/SearchField.tsx'
import { useLanguage } from '../language/language.tsx'
import { useTexts } from '../language/screenTexts.ts'
import rows from '../member/rows.module.css'
import { DeviceChoicesDocument } from './device.ts'
import { deployments, type DevicesSearch, idles, readIdle, statuses } from './search.ts'
import { texts as own } from './texts.ts'

/** The filters of a list of devices or license servers, each a chip. The address has them, so that Back undoes one. */
export function DeviceFilters({ search, account }: { search: DevicesSearch; account: string }) {
  const { texts } = useLanguage()
  const t = useTexts(own)
  const navigate = useNavigate({ from: '/accounts/$account/devices' })
  const [near, setNear] = useState(false)
  const [frame] = useQuery({ query: AccountDocument, variables: { account } })
  const [{ data }] = useQuery({
    query: DeviceChoicesDocument,
    variables: { account },
    pause: !(near || search.productLine !== undefined), // the sums of a large account are not for nothing
  })
  const change = (part: { [Name in keyof DevicesSearch]: DevicesSearch[Name] | undefined }, replace = false) =>
    void navigate({ search: (now) => ({ ...now, ...part }) as DevicesSearch, replace })
  const ofServers = search.tab === 'servers'
  // A product line has a sum for each unit.
  const named = (data?.account?.productLines ?? []).flatMap(({ productLine }) => productLine ?? [])
  const lines = [...new Map(named.map((line) => [line.id, line])).values()]
  const hasAccounts = (frame.data?.account?.children?.totalCount ?? 0) > 0
  const nameOf = (status: DeviceStatus) => (status === 'ACTIVE' ? t.active : t.status[status])
  const words = ofServers ? t.search.servers : t.search.devices
  return (
    <search
      className={rows.filters}
      aria-label={texts.filters.label}
      onPointerEnter={() => setNear(true)}
      onFocus={() => setNear(true)}
    >
      <SearchField
        key={String(ofServers)}
        text={search.text}
        label={`${texts.filters.label}: ${words}`}
        placeholder={words}
        search={(text, replace) => change({ text }, replace)}
      />
      <Chip
        label={texts.filters.status}
        value={search.status ?? ''}
        text={search.status === 'all' ? undefined : nameOf(search.status ?? 'ACTIVE')}
        choices={[
          ...statuses.map((status) => ({ value: status === 'ACTIVE' ? '' : status, name: nameOf(status) })),
          { value: 'all', name: texts.filters.all },
        ]}
        choose={(value) => change({ status: (value || undefined) as DevicesSearch['status'] })}
        remove={() => change({ status: 'all' })}
      />
      {ofServers ? (
        <Chip
          label={t.filters.deployment}
          value={search.deployment ?? ''}
          text={search.deployment && t.deployment[search.deployment]}
          choices={[
            { value: '', name: texts.filters.any },
            ...deployments.map((place) => ({ value: place, name: t.deployment[place] })),
          ]}
          choose={(value) => change({ deployment: deployments.find((place) => place === value) })}
          remove={() => change({ deployment: undefined })}
        />
      ) : (
        <>
          <Chip
            label={t.filters.productLine}
            value={search.productLine ?? ''}
            text={
              search.productLine && (lines.find(({ id }) => id === search.productLine)?.name ?? t.filters.productLine)
            }
            choices={[
              { value: '', name: texts.filters.any },
              ...lines.map(({ id, name }) => ({ value: id, name })),
              ...(search.productLine !== undefined && !lines.some(({ id }) => id === search.productLine)
                ? [{ value: search.productLine, name: t.filters.productLine }]
                : []),
            ]}
            choose={(value) => change({ productLine: value || undefined })}
            remove={() => change({ productLine: undefined })}
          />
          <Chip
            label={t.filters.idle}
            value={String(search.idle ?? '')}
            text={search.idle && (search.idle === 'never' ? t.filters.neverSeen : t.filters.notSeen(search.idle))}
            choices={[
              { value: '', name: texts.filters.any },
              ...idles.map((days) => ({ value: String(days), name: t.filters.notSeen(days) })),
              { value: 'never', name: t.filters.neverSeen },
            ]}
            choose={(value) => change({ idle: readIdle(value) })}
            remove={() => change({ idle: undefined })}
          />
          <Chip
            label={t.filters.use}
            value={search.use ?? ''}
            text={search.use && t.filters[search.use]}
            choices={[
              { value: '', name: texts.filters.any },
              { value: 'served', name: t.filters.served },
              { value: 'own', name: t.filters.own },
            ]}
            choose={(value) => change({ use: (['served', 'own'] as const).find((use) => use === value) })}
            remove={() => change({ use: undefined })}
          />
        </>
      )}
      {(hasAccounts || search.below === false) && (
        <Chip
          label={texts.lines.filters.account}
          value={search.below === false ? 'alone' : ''}
          text={search.below === false ? t.filters.thisAccount : undefined}
          choices={[
            { value: '', name: texts.filters.subAccounts },
            { value: 'alone', name: t.filters.thisAccount },
          ]}
          choose={(value) => change({ below: value === 'alone' ? false : undefined })}
          remove={() => change({ below: undefined })}
        />
      )}
      <Chip
        label={t.filters.order}
        value={search.order ?? ''}
        text={search.order && (search.order === 'changed' ? t.filters.byChange : t.filters.byNameLast)}
        choices={[
          { value: '', name: t.filters.byName },
          { value: 'name-last', name: t.filters.byNameLast },
          { value: 'changed', name: t.filters.byChange },
        ]}
        choose={(value) => change({ order: (['name-last', 'changed'] as const).find((order) => order === value) })}
        remove={() => change({ order: undefined })}
      />
    </search>
  )
}

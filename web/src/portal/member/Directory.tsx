import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { CircleAlert, CircleCheck, CircleDashed, Clock } from 'lucide-react'
import { useQuery } from 'urql'
import type { DirectoryRecordFilterInput } from '../contract/types.ts'
import { Button } from '../kit/Button.tsx'
import { Chip } from '../kit/Chip.tsx'
import { useDialog } from '../kit/DialogHost.tsx'
import { Failure } from '../kit/Failure.tsx'
import { More } from '../kit/More.tsx'
import { Notice } from '../kit/Notice.tsx'
import { usePages } from '../kit/pages.ts'
import { Skeleton } from '../kit/Skeleton.tsx'
import { Status, type Tone } from '../kit/Status.tsx'
import { useLanguage } from '../language/language.tsx'
import {
  DirectoryDocument,
  type DirectoryGroupRowFragment,
  DirectoryRecordsDocument,
  type DirectoryRecordsQuery,
} from './directory.ts'
import { DirectoryAddress } from './DirectoryAddress.tsx'
import { DirectoryState, KeyLink, provisioningKeys } from './DirectoryState.tsx'
import { GroupDialog } from './GroupDialog.tsx'
import { Person } from './Person.tsx'
import rows from './rows.module.css'
import { groupGives, nameOf } from './words.ts'

/** What the directory of an account sent: its state, its groups with what they grant, and its people. */
export default function Directory({ manages }: { manages: boolean }) {
  const { texts } = useLanguage()
  const { account } = useParams({ from: '/accounts/$account' })
  const [{ data, error }, again] = useQuery({ query: DirectoryDocument, variables: { account } })
  const t = texts.people.directory
  const of = data?.account
  if (error && !of) {
    return <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />
  }
  if (!of) {
    return <Skeleton rows={6} />
  }
  const all = of.all?.totalCount ?? 0
  if (all === 0 && of.directoryGroups.length === 0) {
    const waits = provisioningKeys(of.apiKeys).length > 0
    return (
      <Notice title={waits ? t.waitsForFirst : t.none}>
        {waits ? t.waitsForFirstNext : t.noneNext}
        <DirectoryAddress />
        {manages && !waits && <KeyLink />}
      </Notice>
    )
  }
  return (
    <>
      <DirectoryState keys={of.apiKeys} />
      <DirectoryAddress />
      <p className={rows.lead}>{t.state(all, of.linked?.totalCount ?? 0, of.active?.totalCount ?? 0)}</p>
      <h2 className={rows.heading}>{t.groups}</h2>
      {of.directoryGroups.length === 0 ? (
        <Notice title={t.noGroup}>{t.noGroupNext}</Notice>
      ) : (
        <Groups groups={of.directoryGroups} manages={manages} />
      )}
      <h2 className={rows.heading}>{t.records}</h2>
      <Records account={account} />
    </>
  )
}

function Groups({ groups, manages }: { groups: readonly DirectoryGroupRowFragment[]; manages: boolean }) {
  const language = useLanguage()
  const { texts, format } = language
  const open = useDialog()
  const t = texts.people.directory
  return (
    <table className={rows.table}>
      <thead>
        <tr>
          <th scope="col">{t.group}</th>
          <th scope="col">{t.members}</th>
          <th scope="col">{t.grants}</th>
          <th scope="col">
            <span className={rows.hidden}>{texts.people.columns.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={group.id}>
            <th scope="row" className={rows.name}>
              {group.name}
            </th>
            <td className={rows.state} data-label={t.members}>
              {format.count(group.memberCount)}
            </td>
            <td>{groupGives(group, language)}</td>
            <td className={rows.action}>
              {manages && (
                <Button onClick={() => open((close) => <GroupDialog group={group} close={close} />)}>{t.change}</Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const filters: Record<'unlinked' | 'inactive', DirectoryRecordFilterInput> = {
  unlinked: { linked: false },
  inactive: { active: false },
}

function Records({ account }: { account: string }) {
  const { texts } = useLanguage()
  const { records: chosen } = useSearch({ from: '/accounts/$account/people' })
  const navigate = useNavigate()
  const t = texts.people.directory
  const only = (records: 'unlinked' | 'inactive' | undefined) =>
    void navigate({ to: '.', search: (now) => ({ ...now, records }) as typeof now })
  return (
    <>
      <search className={rows.filters} aria-label={texts.filters.label}>
        <Chip
          label={t.show}
          value={chosen ?? ''}
          text={chosen && t[chosen]}
          choices={[
            { value: '', name: t.everybody },
            { value: 'unlinked', name: t.unlinked },
            { value: 'inactive', name: t.inactive },
          ]}
          choose={(value) => only((['unlinked', 'inactive'] as const).find((records) => records === value))}
          remove={() => only(undefined)}
        />
      </search>
      <RecordList key={`${account} ${chosen}`} account={account} filter={chosen ? filters[chosen] : {}} />
    </>
  )
}

type DirectoryPerson = NonNullable<NonNullable<DirectoryRecordsQuery['account']>['directoryRecords']>['nodes'][number]

function RecordList({ account, filter }: { account: string; filter: DirectoryRecordFilterInput }) {
  const { texts } = useLanguage()
  const { variables, next } = usePages({ account, filter })
  const [{ data, error, fetching }, again] = useQuery({
    query: DirectoryRecordsDocument,
    variables,
  })
  const t = texts.people.directory
  const records = data?.account?.directoryRecords
  if (error && !records) {
    return <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />
  }
  if (!records) {
    return <Skeleton rows={4} />
  }
  if (records.totalCount === 0) {
    return <Notice title={t.noRecord} />
  }
  const strangers = records.nodes.some(
    ({ active, linkedAt, isDomainProven }) => active && linkedAt === null && !isDomainProven,
  )
  return (
    <>
      {strangers && (
        <p className={rows.hint}>
          {t.notProvenMeans}{' '}
          <Link className={rows.link} to="/accounts/$account/people" params={{ account }} search={{ tab: 'domains' }}>
            {t.toDomains}
          </Link>
        </p>
      )}
      <table className={rows.table}>
        <thead>
          <tr>
            <th scope="col">{texts.people.columns.name}</th>
            <th scope="col">{texts.people.columns.status}</th>
            <th scope="col">{t.inGroups}</th>
            <th scope="col">{t.updated}</th>
          </tr>
        </thead>
        <tbody>
          {records.nodes.map((record) => (
            <RecordRow key={record.id} record={record} />
          ))}
        </tbody>
      </table>
      <More shown={records.nodes.length} all={records.totalCount} waits={fetching} show={next(records)} />
    </>
  )
}

function RecordRow({ record }: { record: DirectoryPerson }) {
  const { texts, format } = useLanguage()
  const t = texts.people.directory
  const [tone, icon, word]: [Tone, typeof Clock, string] = !record.active
    ? ['plain', CircleDashed, t.isInactive]
    : record.linkedAt !== null
      ? ['good', CircleCheck, t.isLinked]
      : record.isDomainProven
        ? ['soon', Clock, t.waits]
        : ['wrong', CircleAlert, t.notProven]
  return (
    <tr>
      <Person name={nameOf(record)} email={record.email} />
      <td className={rows.state}>
        <Status tone={tone} icon={icon}>
          {word}
        </Status>
      </td>
      <td data-label={t.inGroups}>
        {format.list(record.groups.map(({ name }) => name)) || <span className={rows.muted}>{t.inNoGroup}</span>}
      </td>
      <td data-label={t.updated}>
        <time dateTime={record.updatedAt} title={format.moment(record.updatedAt)}>
          {format.ago(record.updatedAt)}
        </time>
      </td>
    </tr>
  )
}

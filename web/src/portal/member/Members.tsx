import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { CircleCheck, CircleDashed, CircleSlash } from 'lucide-react'
import { useQuery } from 'urql'
import { useToday } from '../day/today.ts'
import { Button } from '../kit/Button.tsx'
import { Chip } from '../kit/Chip.tsx'
import { Failure } from '../kit/Failure.tsx'
import { useFirstRows } from '../kit/firstRows.ts'
import { More } from '../kit/More.tsx'
import { Notice } from '../kit/Notice.tsx'
import { usePages } from '../kit/pages.ts'
import { SearchField } from '../kit/SearchField.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import { Status, type Tone } from '../kit/Status.tsx'
import { useLanguage } from '../language/language.tsx'
import { useTexts } from '../language/screenTexts.ts'
import { useViewer } from '../viewer/viewer.tsx'
import { Seen } from './Seen.tsx'
import { MemberActions } from './MemberActions.tsx'
import { MembersDocument, type MembershipRowFragment } from './people.ts'
import { Person } from './Person.tsx'
import { useLastAdministrator } from './lastAdministrator.ts'
import styles from './rows.module.css'
import { membersFilter, membersOrder, type PeopleSearch, roles } from './search.ts'
import { texts as own } from './texts.ts'
import { useDayAhead } from './useDayAhead.ts'
import { mayOf, nameOf, reachOf, services } from './words.ts'

/** The members of an account: what they may do, what they reach, and when they were last seen. */
export function Members({ ownOnly, hidden = 0 }: { ownOnly: boolean; hidden?: number }) {
  const { texts } = useLanguage()
  const search = useSearch({ from: '/accounts/$account/people' })
  const { account } = useParams({ from: '/accounts/$account' })
  const { ahead } = useDayAhead()
  const variables = { filter: ownOnly ? {} : membersFilter(search, ahead), ...membersOrder(search) }
  return (
    <>
      {!ownOnly && <MemberFilters search={search} hidden={hidden} />}
      <MemberList
        key={JSON.stringify([account, variables])}
        account={account}
        variables={variables}
        empty={texts.people.noMember}
      />
    </>
  )
}

function MemberFilters({ search, hidden }: { search: PeopleSearch; hidden: number }) {
  const { texts } = useLanguage()
  const navigate = useNavigate()
  const t = texts.people.filters
  const more = useTexts(own)
  const change = (part: { [Name in keyof PeopleSearch]: PeopleSearch[Name] | undefined }, replace = false) =>
    void navigate({ to: '.', search: (now) => ({ ...now, ...part }) as typeof now, replace })
  return (
    <search className={styles.filters} aria-label={texts.filters.label}>
      <SearchField
        text={search.text}
        label={`${texts.filters.label}: ${t.text}`}
        placeholder={t.text}
        search={(text, replace) => change({ text }, replace)}
      />
      <Chip
        label={t.role}
        value={search.role ?? ''}
        text={search.role && texts.role[search.role]}
        choices={[{ value: '', name: t.everyRole }, ...roles.map((role) => ({ value: role, name: texts.role[role] }))]}
        choose={(role) => change({ role: roles.find((r) => r === role) })}
        remove={() => change({ role: undefined })}
      />
      <Chip
        label={more.lacks}
        value={search.lacks ?? ''}
        text={search.lacks && more.without(texts.service[search.lacks])}
        choices={[
          { value: '', name: texts.filters.any },
          ...services.map((service) => ({ value: service, name: more.without(texts.service[service]) })),
        ]}
        choose={(lacks) => change({ lacks: services.find((service) => service === lacks) })}
        remove={() => change({ lacks: undefined })}
      />
      <Chip
        label={t.access}
        value={search.access ?? ''}
        text={search.access === 'all' ? undefined : search.access === 'none' ? t.withoutAccess : t.withAccess(hidden)}
        choices={[
          { value: '', name: t.withAccess(0) },
          { value: 'none', name: t.withoutAccess },
          { value: 'all', name: t.all },
        ]}
        choose={(access) => change({ access: (['none', 'all'] as const).find((a) => a === access) })}
        remove={() => change({ access: 'all' })}
      />
      <Chip
        label={t.order}
        value={search.order ?? ''}
        text={search.order && t.byChange}
        choices={[
          { value: '', name: t.byName },
          { value: 'changed', name: t.byChange },
        ]}
        choose={(order) => change({ order: order === 'changed' ? order : undefined })}
        remove={() => change({ order: undefined })}
      />
    </search>
  )
}

type ListVariables = { filter: ReturnType<typeof membersFilter> } & ReturnType<typeof membersOrder>

function MemberList({ account, variables, empty }: { account: string; variables: ListVariables; empty: string }) {
  const { texts } = useLanguage()
  const navigate = useNavigate()
  const { variables: paged, next } = usePages({ account, ...variables })
  const [{ data, error, fetching }, again] = useQuery({
    query: MembersDocument,
    variables: paged,
  })
  const members = data?.account?.memberships
  if (error && !members) {
    return <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />
  }
  if (!members) {
    return <Skeleton rows={8} />
  }
  if (members.totalCount === 0) {
    return (
      <Notice title={empty}>
        {variables.filter.current === false && <p>{texts.people.noRemoved}</p>}
        <Button onClick={() => void navigate({ to: '.', search: ({ on }) => ({ ...(on && { on }) }) })}>
          {texts.filters.clear}
        </Button>
      </Notice>
    )
  }
  return (
    <>
      <MemberTable members={members.nodes} />
      <More shown={members.nodes.length} all={members.totalCount} waits={fetching} show={next(members)} />
    </>
  )
}

function MemberTable({ members }: { members: readonly MembershipRowFragment[] }) {
  const rows = useFirstRows(members)
  const { texts } = useLanguage()
  const t = texts.people.columns
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t.name}</th>
          <th scope="col">{t.status}</th>
          <th scope="col">{t.may}</th>
          <th scope="col">{t.reaches}</th>
          <th scope="col">{t.lastSignIn}</th>
          <th scope="col">
            <span className={styles.hidden}>{t.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((membership) => (
          <Row key={membership.id} membership={membership} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ membership }: { membership: MembershipRowFragment }) {
  const language = useLanguage()
  const { texts, format } = language
  const { user, directoryGroups } = membership
  const viewer = useViewer()
  const keeps = useLastAdministrator().why(membership.id)
  const giving = directoryGroups.filter(
    ({ roles: granted, serviceAccess }) => granted.length + serviceAccess.length > 0,
  )
  return (
    <tr>
      <Person
        name={nameOf(user)}
        email={user.email}
        note={user.shared ? texts.people.shared : undefined}
        you={user.id === viewer.user?.id}
      />
      <td className={styles.state}>
        <MemberStatus membership={membership} />
      </td>
      <td>
        {mayOf(membership, language)}
        {keeps !== undefined && <span className={styles.second}>{texts.people.lastAdministrator}</span>}
        {giving.length > 0 && (
          <span className={styles.second}>
            {texts.people.throughGroup(format.list(giving.map(({ name }) => name)))}
          </span>
        )}
        {giving.length === 0 && membership.origin === 'DIRECTORY' && (
          <span className={styles.second}>{texts.people.throughDirectory}</span>
        )}
      </td>
      <td data-label={texts.people.columns.reaches}>{reachOf(membership, membership.account.name, language)}</td>
      <td data-label={texts.people.columns.lastSignIn}>
        <Seen at={user.lastSignInAt} />
      </td>
      <td className={styles.action}>
        <MemberActions membership={membership} />
      </td>
    </tr>
  )
}

function MemberStatus({ membership: { user, suspendedAt, endsOn } }: { membership: MembershipRowFragment }) {
  const { texts } = useLanguage()
  const { ahead } = useDayAhead()
  const now = useToday()
  const t = texts.people.status
  const [tone, icon, word]: [Tone, typeof CircleCheck, string] =
    suspendedAt !== null
      ? ['wrong', CircleSlash, t.suspended]
      : endsOn !== null && endsOn < (ahead ?? now)
        ? ['plain', CircleDashed, t.ended]
        : !user.active
          ? ['plain', CircleDashed, t.inactive]
          : ['good', CircleCheck, t.active]
  return (
    <Status tone={tone} icon={icon}>
      {word}
    </Status>
  )
}

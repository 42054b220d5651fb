import { useLocation, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { type ReactNode, useEffect, useEffectEvent, useMemo } from 'react'
import { useQuery } from 'urql'
import { Button } from '../kit/Button.tsx'
import { DialogHost, useDialog } from '../kit/DialogHost.tsx'
import { Failure } from '../kit/Failure.tsx'
import { later, laterDialog } from '../kit/later.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import { Tabs } from '../kit/Tabs.tsx'
import { useLanguage } from '../language/language.tsx'
import { useViewer } from '../viewer/viewer.tsx'
import { OwnAccess } from './OwnAccess.tsx'
import { LastAdministratorProvider, lastAdministratorOf } from './lastAdministrator.ts'
import { Members } from './Members.tsx'
import styles from './People.module.css'
import { AdministratorsDocument, PeopleSummaryDocument, type PeopleSummaryQuery } from './people.ts'
import { PeopleSentence } from './PeopleSentence.tsx'
import { inviting, type PeopleTab } from './search.ts'
import { useDayAhead } from './useDayAhead.ts'

const AccessReview = later(async () => (await import('./Review.tsx')).default)
const Directory = later(async () => (await import('./Directory.tsx')).default)
const Domains = later(async () => (await import('./Domains.tsx')).default)
const Invitations = later(async () => (await import('./Invitations.tsx')).default)
const InviteDialog = laterDialog(async () => (await import('./InviteDialog.tsx')).default)
const Requests = later(async () => (await import('./Requests.tsx')).default)

type Account = NonNullable<PeopleSummaryQuery['account']>

/** Who has access to an account, and who may change that. */
export function People() {
  // Around every branch: whoever takes access from themselves still sees what happened.
  return (
    <DialogHost>
      <Access />
    </DialogHost>
  )
}

function Access() {
  const { texts } = useLanguage()
  const { account } = useParams({ from: '/accounts/$account' })
  const { ahead } = useDayAhead()
  const [{ data, error }, again] = useQuery({
    query: PeopleSummaryDocument,
    variables: { account, current: { current: true, ...(ahead && { on: ahead }) } },
  })
  if (error && !data?.account) {
    return <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />
  }
  if (!data?.account) {
    return (
      <>
        <h1 className={styles.title}>{texts.people.title}</h1>
        <p className={styles.space} />
        <Skeleton rows={8} />
      </>
    )
  }
  if (!data.account.viewerCanSeeMembers) {
    return (
      <>
        <h1 className={styles.title}>{texts.people.title}</h1>
        <OwnAccess account={data.account} />
      </>
    )
  }
  return <Everybody account={data.account} />
}

/** Knows who must stay: only the producer may remove the last administrator. */
function LastAdministrator({ account, children }: { account: string; children: ReactNode }) {
  const { producerRole } = useViewer()
  const [{ data }] = useQuery({ query: AdministratorsDocument, variables: { account } })
  const last = producerRole === null ? lastAdministratorOf(data?.account?.memberships?.nodes ?? []) : undefined
  const lastAdministrator = useMemo(
    () => ({ why: (membership: string) => (membership === last ? ('LAST' as const) : undefined) }),
    [last],
  )
  return <LastAdministratorProvider value={lastAdministrator}>{children}</LastAdministratorProvider>
}

/** The tabs for those who see all members. */
function Everybody({ account }: { account: Account }) {
  const { texts } = useLanguage()
  const { tab = 'members' } = useSearch({ from: '/accounts/$account/people' })
  const navigate = useNavigate()
  const open = useDialog()
  const { producerRole } = useViewer()
  const { ahead, isPast } = useDayAhead()
  const manages = account.viewerCanManageMembers
  const invite = () => open((close) => <InviteDialog account={account.id} name={account.name} close={close} />)
  const { hash } = useLocation()
  const invitesAtOnce = manages && hash === inviting
  const inviteAtOnce = useEffectEvent(() => {
    void navigate({ to: '.', search: true, hash: '', replace: true })
    invite()
  })
  useEffect(() => {
    if (invitesAtOnce) {
      inviteAtOnce()
    }
  }, [invitesAtOnce])
  const go = (to: PeopleTab) =>
    void navigate({ to: '.', search: ({ on }) => ({ ...(on && { on }), ...(to !== 'members' && { tab: to }) }) })
  const t = texts.people.tabs
  const rows = <Skeleton rows={8} />
  return (
    <>
      <div className={styles.head}>
        <div>
          <h1>{texts.people.title}</h1>
          <PeopleSentence account={account} />
        </div>
        <div className={styles.buttons}>
          {tab !== 'review' && <Button onClick={() => go('review')}>{texts.people.reviewAccess}</Button>}
          {manages && (
            <Button main onClick={invite}>
              {texts.people.invite}
            </Button>
          )}
        </div>
      </div>
      {!manages && (
        <p className={styles.why}>{producerRole === null ? texts.people.mayNotManage : texts.people.producerMayNot}</p>
      )}
      {tab !== 'members' && (ahead !== undefined || isPast) && <p className={styles.why}>{texts.people.tabOfToday}</p>}
      <Tabs<PeopleTab>
        label={texts.people.title}
        chosen={tab}
        choose={go}
        tabs={[
          { id: 'members', name: t.members, count: account.people?.totalCount },
          { id: 'invitations', name: t.invitations, count: account.open?.totalCount },
          { id: 'requests', name: t.requests, count: account.waiting?.totalCount },
          { id: 'directory', name: t.directory },
          { id: 'domains', name: t.domains },
          { id: 'review', name: t.review },
        ]}
      >
        <div className={styles.list}>
          <LastAdministrator account={account.id}>
            {tab === 'members' && (
              <Members
                ownOnly={false}
                hidden={(account.everybody?.totalCount ?? 0) - (account.people?.totalCount ?? 0)}
              />
            )}
            {tab === 'invitations' && <Invitations meanwhile={rows} invite={manages ? invite : undefined} />}
            {tab === 'requests' && <Requests meanwhile={rows} />}
            {tab === 'directory' && <Directory meanwhile={rows} manages={manages} />}
            {tab === 'domains' && <Domains meanwhile={rows} manages={manages} />}
            {tab === 'review' && <AccessReview meanwhile={rows} accountName={account.name} />}
          </LastAdministrator>
        </div>
      </Tabs>
    </>
  )
}

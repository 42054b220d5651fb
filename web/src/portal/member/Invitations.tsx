import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { CircleCheck, CircleDashed, CircleSlash, Clock } from 'lucide-react'
import { useQuery } from 'urql'
import type { InvitationState } from '../contract/types.ts'
import { Button } from '../kit/Button.tsx'
import { Chip } from '../kit/Chip.tsx'
import { useDialog } from '../kit/DialogHost.tsx'
import { Failure } from '../kit/Failure.tsx'
import { Menu } from '../kit/Menu.tsx'
import { More } from '../kit/More.tsx'
import { Notice } from '../kit/Notice.tsx'
import { usePages } from '../kit/pages.ts'
import { Skeleton } from '../kit/Skeleton.tsx'
import { Status, type Tone } from '../kit/Status.tsx'
import { useLanguage } from '../language/language.tsx'
import { ResendDialog, RevokeDialog } from './InvitationDialogs.tsx'
import { InvitationsDocument, type InvitationRowFragment } from './invitations.ts'
import { Person } from './Person.tsx'
import styles from './rows.module.css'
import { invitationStates } from './search.ts'
import { mayOf, reachOf } from './words.ts'

/** The invitations of an account: those that are open, or those of another state. */
export default function Invitations({ invite }: { invite: (() => void) | undefined }) {
  const { texts } = useLanguage()
  const { account } = useParams({ from: '/accounts/$account' })
  const { state } = useSearch({ from: '/accounts/$account/people' })
  const navigate = useNavigate()
  const t = texts.people.invitations
  const chosen = [...invitationStates, 'all' as const].find((s) => s === state)
  const filter = chosen === 'all' ? {} : { state: [chosen ?? ('OPEN' as const)] }
  const show = (wanted: InvitationState | 'all' | undefined) =>
    void navigate({ to: '.', search: (now) => ({ ...now, state: wanted }) as typeof now })
  return (
    <>
      <search className={styles.filters} aria-label={texts.filters.label}>
        <Chip
          label={t.state}
          value={chosen ?? ''}
          text={chosen === 'all' ? undefined : t.states[chosen ?? 'OPEN']}
          choices={[
            { value: '', name: t.states.OPEN },
            ...invitationStates.filter((s) => s !== 'OPEN').map((s) => ({ value: s, name: t.states[s] })),
            { value: 'all', name: t.all },
          ]}
          choose={(value) => show([...invitationStates, 'all' as const].find((s) => s === value))}
          remove={() => show('all')}
        />
      </search>
      <InvitationList key={JSON.stringify([account, filter])} account={account} filter={filter} invite={invite} />
    </>
  )
}

function InvitationList({
  account,
  filter,
  invite,
}: {
  account: string
  filter: { state?: InvitationState[] }
  invite: (() => void) | undefined
}) {
  const { texts } = useLanguage()
  const { variables, next } = usePages({ account, filter })
  const [{ data, error, fetching }, again] = useQuery({
    query: InvitationsDocument,
    variables,
  })
  const t = texts.people.invitations
  const invitations = data?.account?.invitations
  if (error && !invitations) {
    return <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />
  }
  if (!invitations) {
    return <Skeleton rows={4} />
  }
  if (invitations.totalCount === 0) {
    return (
      <Notice title={filter.state?.[0] === 'OPEN' ? t.noneOpen : t.none}>
        {t.noneNext}
        {invite && <Button onClick={invite}>{texts.people.invite}</Button>}
      </Notice>
    )
  }
  const columns = texts.people.columns
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t.address}</th>
            <th scope="col">{columns.status}</th>
            <th scope="col">{columns.may}</th>
            <th scope="col">{columns.reaches}</th>
            <th scope="col">{t.invitedBy}</th>
            <th scope="col">
              <span className={styles.hidden}>{columns.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {invitations.nodes.map((invitation) => (
            <Row key={invitation.id} invitation={invitation} />
          ))}
        </tbody>
      </table>
      <More shown={invitations.nodes.length} all={invitations.totalCount} waits={fetching} show={next(invitations)} />
    </>
  )
}

function Row({ invitation }: { invitation: InvitationRowFragment }) {
  const language = useLanguage()
  const { texts, format } = language
  const open = useDialog()
  const t = texts.people.invitations
  return (
    <tr>
      <Person name={invitation.email} />
      <td className={styles.state}>
        <InvitationStatus invitation={invitation} />
      </td>
      <td>{mayOf(invitation, language)}</td>
      <td data-label={texts.people.columns.reaches}>{reachOf(invitation, invitation.account.name, language)}</td>
      <td>
        {invitation.invitedBy?.name ?? t.unknown}
        <span className={styles.second}>
          <time dateTime={invitation.createdAt} title={format.moment(invitation.createdAt)}>
            {format.ago(invitation.createdAt)}
          </time>
        </span>
      </td>
      <td className={styles.action}>
        {invitation.viewerCanManage && (
          <Menu
            label={texts.people.actions.label(invitation.email)}
            actions={[
              { name: t.resend, run: () => open((close) => <ResendDialog invitation={invitation} close={close} />) },
              {
                name: t.revoke,
                wrong: true,
                run: () => open((close) => <RevokeDialog invitation={invitation} close={close} />),
              },
            ]}
          />
        )}
      </td>
    </tr>
  )
}

const tones: Record<InvitationState, [Tone, typeof Clock]> = {
  OPEN: ['plain', Clock],
  ACCEPTED: ['good', CircleCheck],
  REVOKED: ['plain', CircleSlash],
  EXPIRED: ['soon', CircleDashed],
}

function InvitationStatus({
  invitation: { state, expiresAt, acceptedAt, revokedAt },
}: {
  invitation: InvitationRowFragment
}) {
  const { texts, format } = useLanguage()
  const t = texts.people.invitations
  const [tone, icon] = tones[state]
  const moment = { OPEN: expiresAt, ACCEPTED: acceptedAt, REVOKED: revokedAt, EXPIRED: expiresAt }[state]
  return (
    <>
      <Status tone={tone} icon={icon}>
        {t.states[state]}
      </Status>
      {moment !== null && (
        <span className={styles.second}>
          <time dateTime={moment} title={format.moment(moment)}>
            {state === 'OPEN' ? t.until(format.ago(moment)) : format.ago(moment)}
          </time>
        </span>
      )}
    </>
  )
}

import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { CircleCheck, CircleSlash, Clock } from 'lucide-react'
import { useQuery } from 'urql'
import type { AccessRequestState } from '../contract/types.ts'
import { Button } from '../kit/Button.tsx'
import { useDialog } from '../kit/DialogHost.tsx'
import { Failure } from '../kit/Failure.tsx'
import { More } from '../kit/More.tsx'
import { Notice } from '../kit/Notice.tsx'
import { usePages } from '../kit/pages.ts'
import { Skeleton } from '../kit/Skeleton.tsx'
import { Status, type Tone } from '../kit/Status.tsx'
import { useLanguage } from '../language/language.tsx'
import { Person } from './Person.tsx'
import { DeclineDialog, GrantDialog } from './RequestDialogs.tsx'
import { type AccessRequestRowFragment, AccessRequestsDocument } from './requests.ts'
import styles from './rows.module.css'
import { mayOf, nameOf } from './words.ts'

/** Who asks for access to an account. */
export default function Requests() {
  const { texts } = useLanguage()
  const { account } = useParams({ from: '/accounts/$account' })
  const { decided = false } = useSearch({ from: '/accounts/$account/people' })
  const navigate = useNavigate()
  return (
    <>
      <search className={styles.filters} aria-label={texts.filters.label}>
        <label className={styles.toggle}>
          <input
            type="checkbox"
            checked={decided}
            onChange={(event) => {
              const wanted = event.currentTarget.checked ? true : undefined
              void navigate({ to: '.', search: (now) => ({ ...now, decided: wanted }) as typeof now })
            }}
          />
          {texts.people.requests.withDecided}
        </label>
      </search>
      <RequestList
        key={`${account} ${decided}`}
        account={account}
        state={decided ? ['OPEN', 'GRANTED', 'DECLINED'] : ['OPEN']}
      />
    </>
  )
}

function RequestList({ account, state }: { account: string; state: AccessRequestState[] }) {
  const { texts } = useLanguage()
  const { variables, next } = usePages({ account, filter: { state } })
  const [{ data, error, fetching }, again] = useQuery({
    query: AccessRequestsDocument,
    variables,
  })
  const t = texts.people.requests
  const requests = data?.account?.accessRequests
  if (error && !requests) {
    return <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />
  }
  if (!requests) {
    return <Skeleton rows={4} />
  }
  if (requests.totalCount === 0) {
    return <Notice title={t.none}>{t.noneNext}</Notice>
  }
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{texts.people.columns.name}</th>
            <th scope="col">{texts.people.columns.status}</th>
            <th scope="col">{t.asksFor}</th>
            <th scope="col">{t.words}</th>
            <th scope="col">
              <span className={styles.hidden}>{texts.people.columns.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {requests.nodes.map((request) => (
            <Row key={request.id} request={request} />
          ))}
        </tbody>
      </table>
      <More shown={requests.nodes.length} all={requests.totalCount} waits={fetching} show={next(requests)} />
    </>
  )
}

const tones: Record<AccessRequestState, [Tone, typeof Clock]> = {
  OPEN: ['soon', Clock],
  GRANTED: ['good', CircleCheck],
  DECLINED: ['plain', CircleSlash],
}

function Row({ request }: { request: AccessRequestRowFragment }) {
  const language = useLanguage()
  const { texts, format } = language
  const open = useDialog()
  const t = texts.people.requests
  const [tone, icon] = tones[request.state]
  const moment = request.decidedAt ?? request.createdAt
  return (
    <tr>
      <Person name={nameOf(request.user)} email={request.user.email} />
      <td className={styles.state}>
        <Status tone={tone} icon={icon}>
          {t.states[request.state]}
        </Status>
        <span className={styles.second}>
          <time dateTime={moment} title={format.moment(moment)}>
            {format.ago(moment)}
          </time>
        </span>
      </td>
      <td>{mayOf(request, language)}</td>
      <td>
        {request.note ?? <span className={styles.muted}>{t.noWords}</span>}
        {request.answer !== null && <span className={styles.second}>{t.answered(request.answer)}</span>}
      </td>
      <td className={request.viewerCanDecide && request.state === 'OPEN' ? undefined : styles.action}>
        {request.viewerCanDecide && request.state === 'OPEN' && (
          <span className={styles.actions}>
            <Button onClick={() => open((close) => <DeclineDialog request={request} close={close} />)}>
              {t.decline}
            </Button>
            <Button onClick={() => open((close) => <GrantDialog request={request} close={close} />)}>{t.grant}</Button>
          </span>
        )}
      </td>
    </tr>
  )
}

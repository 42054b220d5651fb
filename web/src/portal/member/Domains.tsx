import { useParams } from '@tanstack/react-router'
import { CircleAlert, CircleCheck, CircleDashed, Clock } from 'lucide-react'
import { useQuery } from 'urql'
import type { DomainState } from '../contract/types.ts'
import { Button } from '../kit/Button.tsx'
import { useDialog } from '../kit/DialogHost.tsx'
import { Failure } from '../kit/Failure.tsx'
import { Menu } from '../kit/Menu.tsx'
import { Notice } from '../kit/Notice.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import { Status, type Tone } from '../kit/Status.tsx'
import { useLanguage } from '../language/language.tsx'
import { useViewer } from '../viewer/viewer.tsx'
import { AllowJoiningDialog, DisallowJoiningDialog } from './JoiningDialogs.tsx'
import { ApproveDialog, CheckDialog, ClaimDialog, ReleaseDialog } from './DomainDialogs.tsx'
import { type DomainRowFragment, DomainsDocument, type DomainsQuery } from './domains.ts'
import styles from './Domains.module.css'
import { DomainRecord, DomainSteps } from './DomainRecord.tsx'
import rows from './rows.module.css'
import { mayOf } from './words.ts'

/** The e-mail domains of an account with their proof, and those whose people may join. */
export default function Domains({ manages }: { manages: boolean }) {
  const { texts } = useLanguage()
  const { account } = useParams({ from: '/accounts/$account' })
  const open = useDialog()
  const [{ data, error }, again] = useQuery({ query: DomainsDocument, variables: { account } })
  const t = texts.people.domains
  const of = data?.account
  if (error && !of) {
    return <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />
  }
  if (!of) {
    return <Skeleton rows={4} />
  }
  const claim = () => open((close) => <ClaimDialog account={account} close={close} />)
  const proven = of.domains.filter(({ state }) => state === 'PROVEN' || state === 'APPROVED' || state === 'FAILING')
  return (
    <>
      <div className={styles.head}>
        <h2>{t.yours}</h2>
        {manages && of.domains.length > 0 && <Button onClick={claim}>{t.claim}</Button>}
      </div>
      {of.domains.length === 0 ? (
        <Notice title={t.none}>
          {t.noneNext}
          {manages && <Button onClick={claim}>{t.claim}</Button>}
        </Notice>
      ) : (
        <ul className={styles.list}>
          {of.domains.map((domain) => (
            <Domain key={domain.domain} account={account} domain={domain} manages={manages} />
          ))}
        </ul>
      )}
      <div className={styles.head}>
        <h2>{t.joining}</h2>
        {manages && proven.length > 0 && (
          <Button
            onClick={() =>
              open((close) => (
                <AllowJoiningDialog account={account} domains={proven.map(({ domain }) => domain)} close={close} />
              ))
            }
          >
            {t.allow}
          </Button>
        )}
      </div>
      {of.joiningDomains.length === 0 ? (
        <Notice title={t.nobodyJoins}>{proven.length === 0 ? t.nobodyJoinsNext : t.nobodyJoinsYet}</Notice>
      ) : (
        <Joining account={account} joining={of.joiningDomains} manages={manages} />
      )}
    </>
  )
}

const tones: Record<DomainState, [Tone, typeof Clock]> = {
  CLAIMED: ['soon', Clock],
  PROVEN: ['good', CircleCheck],
  APPROVED: ['good', CircleCheck],
  FAILING: ['wrong', CircleAlert],
  LAPSED: ['plain', CircleDashed],
}

function Domain({ account, domain, manages }: { account: string; domain: DomainRowFragment; manages: boolean }) {
  const { texts, format } = useLanguage()
  const open = useDialog()
  const { producerRole, canChange } = useViewer()
  const t = texts.people.domains
  const [tone, icon] = tones[domain.state]
  const target = { account, domain: domain.domain }
  return (
    <li className={styles.domain}>
      <div className={styles.line}>
        <strong>{domain.domain}</strong>
        <Status tone={tone} icon={icon}>
          {t.states[domain.state]}
        </Status>
        {manages && (
          <span className={styles.actions}>
            <Button onClick={() => open((close) => <CheckDialog {...target} close={close} />)}>{t.check}</Button>
            <Menu
              label={texts.people.actions.label(domain.domain)}
              actions={[
                ...(producerRole === 'OPERATOR' && canChange && domain.state !== 'APPROVED'
                  ? [{ name: t.approve, run: () => open((close) => <ApproveDialog {...target} close={close} />) }]
                  : []),
                {
                  name: t.release,
                  wrong: true,
                  run: () => open((close) => <ReleaseDialog {...target} close={close} />),
                },
              ]}
            />
          </span>
        )}
      </div>
      <p className={styles.what}>
        {t.means[domain.state]}
        {domain.lapsesOn !== null && ` ${t.lapses(domain.lapsesOn)}`}
        {domain.checkedAt !== null && ` ${t.checked(format.ago(domain.checkedAt))}`}
        {domain.approvedBy !== null && ` ${t.approvedBy(domain.approvedBy.name)}`}
      </p>
      {(domain.state === 'CLAIMED' || domain.state === 'FAILING' || domain.state === 'LAPSED') && (
        <DomainSteps domain={domain} />
      )}
      {domain.state === 'PROVEN' && <DomainRecord domain={domain} />}
    </li>
  )
}

function Joining({
  account,
  joining,
  manages,
}: {
  account: string
  joining: NonNullable<DomainsQuery['account']>['joiningDomains']
  manages: boolean
}) {
  const language = useLanguage()
  const { texts } = language
  const open = useDialog()
  const t = texts.people.domains
  return (
    <table className={rows.table}>
      <thead>
        <tr>
          <th scope="col">{t.domain}</th>
          <th scope="col">{t.joinersMay}</th>
          <th scope="col">
            <span className={rows.hidden}>{texts.people.columns.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {joining.map((row) => (
          <tr key={row.domain}>
            <th scope="row" className={rows.name}>
              {row.domain}
            </th>
            <td>{mayOf(row, language)}</td>
            <td className={rows.action}>
              {manages && (
                <Button
                  onClick={() =>
                    open((close) => <DisallowJoiningDialog account={account} domain={row.domain} close={close} />)
                  }
                >
                  {t.disallow}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

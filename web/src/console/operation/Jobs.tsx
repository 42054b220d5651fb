import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { CircleAlert, CircleCheck, CircleDashed, CircleOff, Clock, type LucideIcon } from 'lucide-react'
import { useQuery } from 'urql'
import type { JobFilterInput, JobState } from '../../portal/contract/types.ts'
import { Chip } from '../../portal/kit/Chip.tsx'
import { DialogHost, useDialog } from '../../portal/kit/DialogHost.tsx'
import { Failure } from '../../portal/kit/Failure.tsx'
import { Menu } from '../../portal/kit/Menu.tsx'
import { More } from '../../portal/kit/More.tsx'
import { Notice } from '../../portal/kit/Notice.tsx'
import { usePages } from '../../portal/kit/pages.ts'
import { Segments } from '../../portal/kit/Segments.tsx'
import { Skeleton } from '../../portal/kit/Skeleton.tsx'
import { Status, type Tone } from '../../portal/kit/Status.tsx'
import { useLanguage } from '../../portal/language/language.tsx'
import { named } from '../../portal/language/named.ts'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { useViewer } from '../../portal/viewer/viewer.tsx'
import { texts as shell } from '../shell/texts.ts'
import { DiscardJobDialog, RetryJobDialog } from './dialogs.ts'
import { type JobRowFragment, JobsDocument } from './jobs.ts'
import styles from './Operation.module.css'
import { jobsShown, jobStates, type JobsSearch } from './search.ts'
import { type OperationTexts, texts as table } from './texts.ts'

/** Whether the viewer may try jobs again and give them up. */
function useMayChange(): boolean {
  const { producerRole, canChange } = useViewer()
  return producerRole === 'OPERATOR' && canChange
}

/** Background jobs and mails: those that failed first, with why, and with another attempt for operators. */
export function Jobs() {
  const t = useTexts(table).jobs
  const { screens } = useTexts(shell)
  const navigate = useNavigate()
  const { show = 'failed', kind } = useSearch({ from: '/console/jobs' })
  const mayChange = useMayChange()
  const change = (part: { [Name in keyof JobsSearch]: JobsSearch[Name] | undefined }) =>
    void navigate({ to: '.', search: (now) => ({ ...now, ...part }) as typeof now })
  const state = jobStates[show]
  const filter: JobFilterInput = { ...(state && { state }), ...(kind && { kind: [kind] }) }
  const [failed] = useQuery({
    query: JobsDocument,
    variables: { first: 50, after: null, filter: { state: jobStates.failed } },
  })
  const count = failed.data?.jobs?.totalCount
  return (
    <DialogHost>
      <h1 className={styles.title}>{screens.jobs}</h1>
      <p className={styles.sentence}>
        {count === undefined ? ' ' : <strong>{count === 0 ? t.noneFailed : t.sentence(count)}</strong>}
      </p>
      <p className={styles.note}>
        {t.kept} {!mayChange && t.mayNot}
      </p>
      <div className={styles.filters}>
        <Segments
          label={t.show}
          choices={jobsShown.map((value) => ({ value, name: t.shown[value] }))}
          value={show}
          choose={(value) => change({ show: value === 'failed' ? undefined : value })}
        />
        <Chip
          label={t.kindFilter}
          value={kind ?? ''}
          text={kind && t.onlyMails}
          choices={[
            { value: '', name: t.everyKind },
            { value: 'MAIL', name: t.onlyMails },
          ]}
          choose={(value) => change({ kind: value === 'MAIL' ? value : undefined })}
          remove={() => change({ kind: undefined })}
        />
      </div>
      <JobList key={JSON.stringify(filter)} filter={filter} none={t.none[show]} />
    </DialogHost>
  )
}

function JobList({ filter, none }: { filter: JobFilterInput; none: string }) {
  const t = useTexts(table).jobs
  const { variables, next } = usePages({ filter })
  const [{ data, error, fetching }] = useQuery({ query: JobsDocument, variables })
  const jobs = data?.jobs
  if (error && !jobs) {
    return <Failure error={error} />
  }
  if (!jobs) {
    return <Skeleton rows={6} />
  }
  if (jobs.totalCount === 0) {
    return <Notice title={none}>{t.noneNext}</Notice>
  }
  return (
    <div className={styles.list}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t.columns.what}</th>
            <th scope="col">{t.columns.state}</th>
            <th scope="col">{t.columns.tries}</th>
            <th scope="col">{t.columns.error}</th>
            <th scope="col">
              <span className={styles.hidden}>{t.columns.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {jobs.nodes.map((job) => (
            <Row key={job.id} job={job} />
          ))}
        </tbody>
      </table>
      <More shown={jobs.nodes.length} all={jobs.totalCount} waits={fetching} show={next(jobs)} />
    </div>
  )
}

const states: Record<JobState, [Tone, LucideIcon]> = {
  WAITING: ['plain', CircleDashed],
  RUNNING: ['plain', Clock],
  RETRYING: ['soon', Clock],
  FAILED: ['wrong', CircleAlert],
  DISCARDED: ['plain', CircleOff],
  DONE: ['good', CircleCheck],
}

/** What a job is called: the mail that it sends and to whom, or its kind. */
function jobName({ kind, mail }: JobRowFragment, t: OperationTexts['jobs']): string {
  if (!mail) {
    return t.kind[kind]
  }
  return mail.recipient === null ? t.mail[mail.kind] : `${t.mail[mail.kind]} ${t.to(mail.recipient)}`
}

function Row({ job }: { job: JobRowFragment }) {
  const { format } = useLanguage()
  const t = useTexts(table).jobs
  const [tone, icon] = states[job.state]
  const { mail, account, lastError, failures, nextAttemptAt } = job
  const facts = [
    t.since(format.ago(job.createdAt)),
    ...(mail && mail.linkEndsAt !== null ? [t.linkEnds(mail.linkEndsAt)] : []),
  ]
  return (
    <tr>
      <th scope="row">
        {mail ? t.mail[mail.kind] : t.kind[job.kind]}
        {mail && mail.recipient !== null && <span className={styles.second}>{t.to(mail.recipient)}</span>}
        <span className={styles.second}>
          {facts.join(' · ')}
          {account && (
            <>
              {' · '}
              <Link className={styles.link} to="/console/accounts/$account" params={{ account: account.id }}>
                {account.name}
              </Link>
            </>
          )}
        </span>
      </th>
      <td>
        <Status tone={job.overdue ? 'wrong' : tone} icon={icon}>
          {t.state[job.state]}
        </Status>
        {job.overdue && <span className={styles.second}>{t.overdue}</span>}
      </td>
      <td data-label={t.columns.tries}>
        {t.tries(job.attempts, job.maxAttempts)}
        {nextAttemptAt !== null && job.state === 'RETRYING' && (
          <span className={styles.second}>{t.next(nextAttemptAt)}</span>
        )}
      </td>
      <td className={styles.error}>
        {lastError !== null && <code lang="en">{lastError}</code>}
        {failures.length > 1 && (
          <details>
            <summary>{t.failures(failures.length)}</summary>
            <ol className={styles.failures}>
              {failures.map(({ attempt, at, message }) => (
                <li key={`${attempt} ${at}`}>
                  {t.attempt(attempt, at)} <code lang="en">{message}</code>
                </li>
              ))}
            </ol>
          </details>
        )}
      </td>
      <td className={styles.action}>
        <Actions job={job} />
      </td>
    </tr>
  )
}

/** What operators can do with a job that failed or waits. */
function Actions({ job }: { job: JobRowFragment }) {
  const t = useTexts(table).jobs
  const open = useDialog()
  const mayChange = useMayChange()
  const name = jobName(job, t)
  const refused = job.retryRefusal
  const gives = job.state !== 'DISCARDED'
  if (!mayChange || job.state === 'DONE' || job.state === 'RUNNING') {
    return null
  }
  return (
    <Menu
      label={t.actionsOf(name)}
      actions={[
        {
          name: t.retry,
          ...(refused !== null && { why: named(t.refusal, refused) ?? t.cannot }),
          run: () => open((close) => <RetryJobDialog job={job} name={name} close={close} />),
        },
        ...(gives
          ? [
              {
                name: t.discard,
                wrong: true,
                run: () => open((close) => <DiscardJobDialog job={job} name={name} close={close} />),
              },
            ]
          : []),
      ]}
    />
  )
}

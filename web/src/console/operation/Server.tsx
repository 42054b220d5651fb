import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react'
import type { ReactNode } from 'react'
import { useQuery } from 'urql'
import { Button } from '../../portal/kit/Button.tsx'
import { Failure } from '../../portal/kit/Failure.tsx'
import { Skeleton } from '../../portal/kit/Skeleton.tsx'
import { Status } from '../../portal/kit/Status.tsx'
import { useLanguage } from '../../portal/language/language.tsx'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { texts as shell } from '../shell/texts.ts'
import { bytesInWords } from './bytes.ts'
import styles from './Operation.module.css'
import { concernsOf } from './concerns.ts'
import { ServerDocument, type ServerQuery } from './server.ts'
import { Series } from './Series.tsx'
import { texts as table } from './texts.ts'

type State = NonNullable<ServerQuery['serverState']>

/** How the server is: what needs attention, the database, the queue, the recurring work, and figures over time. */
export function Server() {
  const { format } = useLanguage()
  const t = useTexts(table).server
  const { screens } = useTexts(shell)
  const [{ data, error, fetching }, again] = useQuery({ query: ServerDocument })
  const state = data?.serverState
  return (
    <>
      <div className={styles.head}>
        <div>
          <h1>{screens.server}</h1>
          <p className={styles.sentence}>{state ? t.sentence(state.version, format.ago(state.startedAt)) : ' '}</p>
        </div>
        <p className={styles.refresh}>
          {state && <output>{t.asOf(format.time(state.now))}</output>}
          <Button disabled={fetching} onClick={() => again({ requestPolicy: 'network-only' })}>
            {t.refresh}
          </Button>
        </p>
      </div>
      {error && !state ? (
        <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />
      ) : state ? (
        <>
          <Concerns state={state} />
          <div className={styles.columns}>
            <Facts state={state} />
            <Queue state={state} />
            <Routines state={state} />
          </div>
          <Series samples={state.samples ?? []} />
        </>
      ) : (
        <Skeleton rows={12} />
      )}
    </>
  )
}

/** What needs attention, each in a sentence. */
function Concerns({ state }: { state: State }) {
  const { format } = useLanguage()
  const t = useTexts(table).server
  const concerns = concernsOf(state)
  return (
    <section className={styles.section} aria-label={t.attention}>
      {concerns.length === 0 && (
        <Status tone="good" icon={CircleCheck}>
          {t.well}
        </Status>
      )}
      <ul className={styles.concerns}>
        {concerns.map((concern) => (
          <li key={concern.what + String('routine' in concern && concern.routine)}>
            <Status tone="wrong" icon={CircleAlert}>
              {concern.what === 'routine'
                ? t.failing(t.routine[concern.routine])
                : concern.what === 'jobs'
                  ? t.jobsFailed(concern.count)
                  : concern.what === 'unsealed'
                    ? t.unsealed(format.ago(concern.since))
                    : t.lowDisk(bytesInWords(concern.free, format.locale))}
            </Status>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Facts({ state }: { state: State }) {
  const { format } = useLanguage()
  const t = useTexts(table).server
  const bytes = (count: string) => bytesInWords(count, format.locale)
  const oldest = state.oldestUnsealedAuditEntryAt
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{t.facts}</h2>
      <dl className={styles.facts}>
        <Fact name={t.version}>{state.version}</Fact>
        <Fact name={t.engine}>
          {t.engines[state.engine]} {state.engineVersion}
        </Fact>
        <Fact name={t.schema}>
          <code>{state.schemaVersion}</code>
        </Fact>
        <Fact name={t.database}>{bytes(state.databaseBytes)}</Fact>
        {state.walBytes !== null && <Fact name={t.wal}>{bytes(state.walBytes)}</Fact>}
        {state.freeDiskBytes !== null && <Fact name={t.disk}>{bytes(state.freeDiskBytes)}</Fact>}
        <Fact name={t.records}>
          {oldest === null
            ? t.allSealed
            : t.unsealedCount(format.count(state.unsealedAuditEntryCount), format.ago(oldest))}
        </Fact>
      </dl>
    </section>
  )
}

function Queue({ state }: { state: State }) {
  const { format } = useLanguage()
  const t = useTexts(table).server
  const { jobs } = useTexts(table)
  return (
    <section aria-labelledby="queue">
      <h2 id="queue">{t.queue}</h2>
      {state.jobs.length === 0 && <p className={styles.note}>{t.noJobs}</p>}
      <dl className={styles.facts}>
        {state.jobs.map(({ state: of, count }) => (
          <Fact key={of} name={jobs.state[of]}>
            {format.count(count)}
          </Fact>
        ))}
        <Fact name={t.waiting}>
          {state.oldestWaitingJobAt === null ? t.noneWaits : format.ago(state.oldestWaitingJobAt)}
        </Fact>
      </dl>
      <h2 className={styles.below}>{t.counts}</h2>
      <dl className={styles.facts}>
        {(['accounts', 'users', 'entitlements', 'sessions'] as const).map((of) => (
          <Fact key={of} name={t.count[of]}>
            {format.count(state.counts[of])}
          </Fact>
        ))}
      </dl>
      <p className={styles.note}>{t.counted(format.ago(state.counts.countedAt))}</p>
    </section>
  )
}

function Routines({ state }: { state: State }) {
  const { format } = useLanguage()
  const t = useTexts(table).server
  return (
    <section aria-labelledby="routines">
      <h2 id="routines">{t.routines}</h2>
      <ul className={styles.routines}>
        {state.routines.map(({ kind, failing, lastSucceededAt }) => (
          <li key={kind}>
            <span>{t.routine[kind]}</span>
            <span className={styles.second}>
              {failing ? (
                <Status tone="wrong" icon={CircleAlert}>
                  {t.routineFails}
                </Status>
              ) : (
                <Status
                  tone={lastSucceededAt === null ? 'plain' : 'good'}
                  icon={lastSucceededAt === null ? CircleDashed : CircleCheck}
                >
                  {lastSucceededAt === null ? t.routineNever : t.routineWell}
                </Status>
              )}{' '}
              {lastSucceededAt !== null && (
                <time dateTime={lastSucceededAt} title={format.moment(lastSucceededAt)}>
                  {format.ago(lastSucceededAt)}
                </time>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

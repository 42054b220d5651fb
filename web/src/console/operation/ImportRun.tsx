import { Link, useParams } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { isId } from '../../portal/contract/id.ts'
import { Failure } from '../../portal/kit/Failure.tsx'
import { Identifier } from '../../portal/kit/Identifier.tsx'
import { Notice } from '../../portal/kit/Notice.tsx'
import { Skeleton } from '../../portal/kit/Skeleton.tsx'
import { localDay } from '../../portal/language/format.ts'
import { named } from '../../portal/language/named.ts'
import { useLanguage } from '../../portal/language/language.tsx'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { Unknown } from '../account/Unknown.tsx'
import { Findings } from './Findings.tsx'
import { ImportRunDocument, type ImportRunQuery } from './imports.ts'
import styles from './Operation.module.css'
import { RunState, Severity } from './RunState.tsx'
import { kindWords } from './kinds.ts'
import { texts as table } from './texts.ts'

type Run = NonNullable<ImportRunQuery['importRun']>

/** One run of an import: how it ended, what it did, and its findings with what to do about them. */
export function ImportRun() {
  const { run } = useParams({ from: '/console/imports/$run' })
  return isId(run) ? <KnownRun key={run} id={run} /> : <Unknown />
}

function KnownRun({ id }: { id: string }) {
  const t = useTexts(table).imports
  const [{ data, error }] = useQuery({ query: ImportRunDocument, variables: { id } })
  const run = data?.importRun
  if (error && !run) {
    const unknown = error.graphQLErrors.some(({ extensions }) =>
      ['BAD_INPUT', 'NOT_FOUND'].includes(String(extensions?.code)),
    )
    return unknown ? <Unknown /> : <Failure error={error} />
  }
  return (
    <>
      <p className={styles.path}>
        <Link className={styles.link} to="/console/imports">
          {t.back}
        </Link>
      </p>
      {run ? (
        <>
          <Head run={run} />
          {run.records.length > 0 && <Records run={run} />}
          {(run.rules.length > 0 || run.state === 'FINISHED') && <Rules run={run} />}
          {run.findingsRemovedAt !== null ? (
            <p className={styles.note}>{t.removed(localDay(new Date(run.findingsRemovedAt)))}</p>
          ) : (
            run.findingCount > 0 && <Findings run={run} />
          )}
        </>
      ) : (
        <Skeleton rows={10} />
      )}
    </>
  )
}

function Head({ run }: { run: Run }) {
  const t = useTexts(table).imports
  const minutes =
    run.finishedAt === null ? null : Math.round((Date.parse(run.finishedAt) - Date.parse(run.startedAt)) / 60_000)
  const facts = [
    minutes === null ? t.runs(run.startedAt) : t.took(run.startedAt, minutes),
    t.written(run.rowsWritten),
    t.home[run.managedBySource ? 'source' : 'muniment'],
    ...(run.skippedInvalid ? [t.skipped] : []),
  ]
  return (
    <>
      <h1 className={styles.title}>{t.of(run.bundle, run.systemCode)}</h1>
      <p className={styles.sentence}>
        <RunState state={run.state} /> {t.stateMeans[run.state]}
      </p>
      <p className={styles.note}>{facts.join(' · ')}</p>
      {run.planHash !== null && (
        <p className={styles.note}>
          {t.plan} <Identifier value={run.planHash} />
        </p>
      )}
      {run.failure !== null && (
        <p className={styles.failure}>
          <strong>{t.failed}</strong> {run.failureCode !== null && <code>{run.failureCode}</code>} {run.failure}
        </p>
      )}
    </>
  )
}

const counts = ['created', 'updated', 'unchanged', 'conflicts', 'kept', 'skipped'] as const

/** What the run did with the records of each kind. */
function Records({ run }: { run: Run }) {
  const { format } = useLanguage()
  const t = useTexts(table).imports
  return (
    <section className={styles.section} aria-labelledby="records">
      <h2 id="records">{t.records}</h2>
      <div className={styles.list}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t.recordColumns.kind}</th>
              {counts.map((count) => (
                <th key={count} scope="col" className={styles.number}>
                  {t.recordColumns[count]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {run.records.map((record) => (
              <tr key={record.kind}>
                <th scope="row">{kindWords(t.kinds, record.kind).other}</th>
                {counts.map((count) => (
                  <td
                    key={count}
                    className={styles.number}
                    data-label={t.recordColumns[count]}
                    data-none={record[count] === 0}
                  >
                    {format.count(record[count])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** The rules that have findings, with what they state and what to do. Each leads to its findings. */
function Rules({ run }: { run: Run }) {
  const { format } = useLanguage()
  const t = useTexts(table).imports
  return (
    <section className={styles.section} aria-labelledby="rules">
      <h2 id="rules">{t.rules}</h2>
      {run.rules.length === 0 ? (
        <Notice title={t.noFindings}>{t.noFindingsWhy}</Notice>
      ) : (
        <div className={styles.list}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t.ruleColumns.rule}</th>
                <th scope="col">{t.ruleColumns.severity}</th>
                <th scope="col" className={styles.number}>
                  {t.ruleColumns.count}
                </th>
                <th scope="col">{t.ruleColumns.means}</th>
              </tr>
            </thead>
            <tbody>
              {run.rules.map((rule) => (
                <tr key={rule.rule}>
                  <th scope="row">
                    <Link
                      className={styles.link}
                      to="/console/imports/$run"
                      params={{ run: run.id }}
                      search={{ rule: rule.rule }}
                      hash="findings"
                    >
                      {rule.rule}
                    </Link>
                  </th>
                  <td>
                    <Severity severity={rule.severity} />
                  </td>
                  <td className={styles.number} data-label={t.ruleColumns.count}>
                    {format.count(rule.count)}
                    {rule.keptCount < rule.count && run.findingsRemovedAt === null && (
                      <span className={styles.second}>{t.notAll(rule.keptCount, rule.count)}</span>
                    )}
                  </td>
                  <td className={styles.means}>
                    <Means rule={rule} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

/** What a rule states, what the import does then, and what to do, which the contract says in English only. */
function Means({ rule: { rule, explanation, handling, remedy } }: { rule: Run['rules'][number] }) {
  const words = named(useTexts(table).imports.ruleWords, rule)
  return (
    <>
      <span lang={words ? undefined : 'en'}>{words?.says ?? explanation}</span>
      {(words ?? handling !== null) && (
        <span className={styles.second} lang={words ? undefined : 'en'}>
          {words?.done ?? handling}
        </span>
      )}
      {remedy !== null && (
        <span className={styles.remedy} lang="en">
          {remedy}
        </span>
      )}
    </>
  )
}

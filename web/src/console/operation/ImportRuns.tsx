import { Link } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { Failure } from '../../portal/kit/Failure.tsx'
import { More } from '../../portal/kit/More.tsx'
import { Notice } from '../../portal/kit/Notice.tsx'
import { usePages } from '../../portal/kit/pages.ts'
import { Skeleton } from '../../portal/kit/Skeleton.tsx'
import { useLanguage } from '../../portal/language/language.tsx'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { texts as shell } from '../shell/texts.ts'
import { type ImportRunRowFragment, ImportRunsDocument } from './imports.ts'
import styles from './Operation.module.css'
import { RunState } from './RunState.tsx'
import { texts as table } from './texts.ts'

/** The runs of imports, newest first, with how they ended and how many findings they have. */
export function ImportRuns() {
  const { format } = useLanguage()
  const t = useTexts(table).imports
  const { screens } = useTexts(shell)
  const { variables, next } = usePages({})
  const [{ data, error, fetching }] = useQuery({ query: ImportRunsDocument, variables })
  const runs = data?.importRuns
  const last = runs?.nodes[0]
  return (
    <>
      <h1 className={styles.title}>{screens.imports}</h1>
      <p className={styles.sentence}>{last ? t.sentence(format.ago(last.startedAt)) : ' '}</p>
      {error && !runs ? (
        <Failure error={error} />
      ) : !runs ? (
        <Skeleton rows={6} />
      ) : runs.totalCount === 0 ? (
        <Notice title={t.none}>{t.noneNext}</Notice>
      ) : (
        <div className={styles.list}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t.columns.source}</th>
                <th scope="col">{t.columns.started}</th>
                <th scope="col">{t.columns.state}</th>
                <th scope="col" className={styles.number}>
                  {t.columns.rows}
                </th>
                <th scope="col" className={styles.number}>
                  {t.columns.findings}
                </th>
              </tr>
            </thead>
            <tbody>
              {runs.nodes.map((run) => (
                <Row key={run.id} run={run} />
              ))}
            </tbody>
          </table>
          <More shown={runs.nodes.length} all={runs.totalCount} waits={fetching} show={next(runs)} />
        </div>
      )}
    </>
  )
}

function Row({ run }: { run: ImportRunRowFragment }) {
  const { format } = useLanguage()
  const t = useTexts(table).imports
  return (
    <tr>
      <th scope="row">
        <Link className={styles.link} to="/console/imports/$run" params={{ run: run.id }}>
          {t.of(run.bundle, run.systemCode)}
        </Link>
      </th>
      <td>
        <time dateTime={run.startedAt} title={format.ago(run.startedAt)}>
          {format.moment(run.startedAt)}
        </time>
      </td>
      <td>
        <RunState state={run.state} />
      </td>
      <td className={styles.number} data-label={t.columns.rows}>
        {format.count(run.rowsWritten)}
      </td>
      <td className={styles.number} data-label={t.columns.findings}>
        {t.findings(run.errorCount, run.findingCount)}
      </td>
    </tr>
  )
}

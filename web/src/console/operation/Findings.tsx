import { useNavigate, useSearch } from '@tanstack/react-router'
import { useQuery } from 'urql'
import type { FindingFilterInput } from '../../portal/contract/types.ts'
import { Chip } from '../../portal/kit/Chip.tsx'
import { Failure } from '../../portal/kit/Failure.tsx'
import { Identifier } from '../../portal/kit/Identifier.tsx'
import { More } from '../../portal/kit/More.tsx'
import { Notice } from '../../portal/kit/Notice.tsx'
import { usePages } from '../../portal/kit/pages.ts'
import { SearchField } from '../../portal/kit/SearchField.tsx'
import { Skeleton } from '../../portal/kit/Skeleton.tsx'
import { named } from '../../portal/language/named.ts'
import { useLanguage } from '../../portal/language/language.tsx'
import { useTexts } from '../../portal/language/screenTexts.ts'
import { FindingsDocument, type FindingsQuery, type ImportRunQuery } from './imports.ts'
import styles from './Operation.module.css'
import { Severity } from './RunState.tsx'
import { kindWords } from './kinds.ts'
import { type FindingsSearch, severities } from './search.ts'
import { texts as table } from './texts.ts'

type Run = NonNullable<ImportRunQuery['importRun']>
type Finding = NonNullable<NonNullable<FindingsQuery['importRun']>['findings']>['nodes'][number]

/** The findings of a run, filtered by rule, severity and words. */
export function Findings({ run }: { run: Run }) {
  const { texts } = useLanguage()
  const t = useTexts(table).imports
  const navigate = useNavigate()
  const search = useSearch({ from: '/console/imports/$run' })
  const change = (part: { [Name in keyof FindingsSearch]: FindingsSearch[Name] | undefined }, replace = false) =>
    void navigate({ to: '.', search: (now) => ({ ...now, ...part }) as typeof now, replace, hash: true })
  const filter: FindingFilterInput = {
    ...(search.rule !== undefined && { rule: [search.rule] }),
    ...(search.severity !== undefined && { severity: [search.severity] }),
    ...(search.text !== undefined && { text: search.text }),
  }
  return (
    <section className={styles.section} aria-labelledby="findings">
      <h2 id="findings">{t.list}</h2>
      <search className={styles.filters} aria-label={texts.filters.label}>
        <SearchField
          text={search.text}
          label={t.searchHint}
          placeholder={t.search}
          search={(text, replace) => change({ text }, replace)}
        />
        <Chip
          label={t.filterRule}
          value={search.rule ?? ''}
          text={search.rule}
          choices={[{ value: '', name: t.every }, ...run.rules.map(({ rule }) => ({ value: rule, name: rule }))]}
          choose={(rule) => change({ rule: rule === '' ? undefined : rule })}
          remove={() => change({ rule: undefined })}
        />
        <Chip
          label={t.filterSeverity}
          value={search.severity ?? ''}
          text={search.severity && t.severity[search.severity]}
          choices={[{ value: '', name: t.every }, ...severities.map((one) => ({ value: one, name: t.severity[one] }))]}
          choose={(severity) => change({ severity: severities.find((one) => one === severity) })}
          remove={() => change({ severity: undefined })}
        />
      </search>
      <FindingList key={JSON.stringify(filter)} run={run.id} filter={filter} />
    </section>
  )
}

function FindingList({ run, filter }: { run: string; filter: FindingFilterInput }) {
  const t = useTexts(table).imports
  const { variables, next } = usePages({ run, filter })
  const [{ data, error, fetching }] = useQuery({ query: FindingsDocument, variables })
  const findings = data?.importRun?.findings
  if (error && !findings) {
    return <Failure error={error} />
  }
  if (!findings) {
    return <Skeleton rows={6} />
  }
  if (findings.totalCount === 0) {
    return <Notice title={t.emptyList} />
  }
  return (
    <>
      <ul className={styles.findings}>
        {findings.nodes.map((finding) => (
          <Row key={finding.id} finding={finding} />
        ))}
      </ul>
      <More shown={findings.nodes.length} all={findings.totalCount} waits={fetching} show={next(findings)} />
    </>
  )
}

/** A finding: what was found about which record, where it is in the source, and what to do. */
function Row({ finding }: { finding: Finding }) {
  const t = useTexts(table).imports
  const words = named(t.ruleWords, finding.rule)
  const { rule, severity, kind, legacyId, relatedLegacyIds, file, line, message, remedy } = finding
  return (
    <li>
      <p className={styles.finding}>
        <Severity severity={severity} /> <code>{rule}</code>
        <span>
          {kindWords(t.kinds, kind).one} {legacyId !== null && <Identifier value={legacyId} />}
        </span>
        {relatedLegacyIds.length > 0 && <span className={styles.quiet}>{t.related(relatedLegacyIds.join(', '))}</span>}
        {file !== null && <span className={styles.quiet}>{line === null ? file : t.line(file, line)}</span>}
      </p>
      {words === undefined ? (
        <p lang="en">{message}</p>
      ) : (
        <>
          <p>
            {words.says} {words.done}
          </p>
          <p className={styles.quiet}>
            {t.inEnglish} <span lang="en">{message}</span>
          </p>
        </>
      )}
      <p className={styles.remedy}>
        <strong>{t.remedy}</strong> <span lang={remedy === null ? undefined : 'en'}>{remedy ?? t.nothingToDo}</span>
      </p>
    </li>
  )
}

import type {
  DatabaseEngine,
  FindingSeverity,
  ImportRunState,
  JobKind,
  JobState,
  MailKind,
  RoutineKind,
} from '../../portal/contract/types.ts'
import type { ScreenTexts } from '../../portal/language/screenTexts.ts'
import type { RuleWords } from './ruleWords.de.ts'
import type { KindWords } from './kinds.ts'
import { de } from './texts.de.ts'
import { en } from './texts.en.ts'

/** The figures of the server over time. */
export type Figure = 'requests' | 'errors' | 'p95' | 'queued' | 'database'

/** What the screens of imports, of jobs and of the server say. */
export type OperationTexts = {
  imports: {
    sentence: (ago: string) => string
    none: string
    noneNext: string
    columns: { started: string; source: string; state: string; rows: string; findings: string }
    of: (bundle: string, system: string) => string
    state: Record<ImportRunState, string>
    stateMeans: Record<ImportRunState, string>
    findings: (errors: number, all: number) => string
    written: (rows: number) => string
    took: (from: string, minutes: number) => string
    runs: (from: string) => string
    home: Record<'source' | 'muniment', string>
    skipped: string
    plan: string
    failed: string
    back: string
    records: string
    recordColumns: Record<'kind' | 'created' | 'updated' | 'unchanged' | 'conflicts' | 'kept' | 'skipped', string>
    /** Words for the kinds of records: one of them, and several. */
    kinds: KindWords
    rules: string
    /** What the rules say, by their names; nothing if the contract says it in this language. */
    ruleWords: Readonly<Record<string, RuleWords>>
    inEnglish: string
    ruleColumns: { rule: string; severity: string; count: string; means: string }
    noFindings: string
    noFindingsWhy: string
    severity: Record<FindingSeverity, string>
    list: string
    filterRule: string
    filterSeverity: string
    every: string
    search: string
    searchHint: string
    emptyList: string
    removed: (day: string) => string
    notAll: (kept: number, all: number) => string
    line: (file: string, line: number) => string
    related: (ids: string) => string
    remedy: string
    nothingToDo: string
  }
  jobs: {
    sentence: (failed: number) => string
    noneFailed: string
    show: string
    shown: Record<'failed' | 'waiting' | 'all', string>
    kindFilter: string
    everyKind: string
    onlyMails: string
    none: Record<'failed' | 'waiting' | 'all', string>
    noneNext: string
    columns: { what: string; state: string; tries: string; error: string; actions: string }
    kind: Record<JobKind, string>
    mail: Record<MailKind, string>
    to: (address: string) => string
    state: Record<JobState, string>
    overdue: string
    tries: (made: number, most: number) => string
    next: (moment: string) => string
    linkEnds: (moment: string) => string
    since: (ago: string) => string
    failures: (count: number) => string
    attempt: (count: number, moment: string) => string
    actionsOf: (what: string) => string
    retry: string
    retryWhich: (what: string) => string
    retryMeans: string
    discard: string
    discardWhich: (what: string) => string
    discardMeans: string
    refusal: Record<string, string>
    cannot: string
    mayNot: string
    kept: string
  }
  server: {
    sentence: (version: string, ago: string) => string
    asOf: (time: string) => string
    refresh: string
    well: string
    attention: string
    failing: (what: string) => string
    jobsFailed: (count: number) => string
    unsealed: (ago: string) => string
    lowDisk: (free: string) => string
    facts: string
    version: string
    engine: string
    engines: Record<DatabaseEngine, string>
    schema: string
    database: string
    wal: string
    disk: string
    records: string
    allSealed: string
    unsealedCount: (count: string, ago: string) => string
    waiting: string
    noneWaits: string
    counts: string
    count: Record<'accounts' | 'users' | 'entitlements' | 'sessions', string>
    counted: (ago: string) => string
    queue: string
    noJobs: string
    routines: string
    routine: Record<RoutineKind, string>
    routineWell: string
    routineFails: string
    routineNever: string
    over: string
    overWhy: string
    noSamples: string
    figure: Record<Figure, string>
    unit: Record<Figure, string>
    chart: (figure: string, from: string, to: string, most: string) => string
    table: string
    hour: string
    average: string
    most: string
  }
}

/** The texts of both languages. */
export const texts: ScreenTexts<OperationTexts> = { en, de }

/**
 * Written by `npm run generate`. Change the .graphql files instead.
 *
 * @noformat
 */
import { trusted } from '../../portal/contract/trusted.ts'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../portal/contract/types.ts';

export type ImportRunsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type ImportRunsQuery = { __typename: 'Query', importRuns: { __typename: 'ImportRunConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ __typename: 'ImportRun', id: string, systemCode: string, bundle: string, state: Types.ImportRunState, startedAt: string, finishedAt: string | null, managedBySource: boolean, skippedInvalid: boolean, failureCode: string | null, failure: string | null, rowsWritten: number, findingCount: number, errorCount: number }> } | null };

export type ImportRunRowFragment = { __typename: 'ImportRun', id: string, systemCode: string, bundle: string, state: Types.ImportRunState, startedAt: string, finishedAt: string | null, managedBySource: boolean, skippedInvalid: boolean, failureCode: string | null, failure: string | null, rowsWritten: number, findingCount: number, errorCount: number };

export type ImportRunQueryVariables = Exact<{
  id: string;
}>;


export type ImportRunQuery = { __typename: 'Query', importRun: { __typename: 'ImportRun', planHash: string | null, findingsRemovedAt: string | null, id: string, systemCode: string, bundle: string, state: Types.ImportRunState, startedAt: string, finishedAt: string | null, managedBySource: boolean, skippedInvalid: boolean, failureCode: string | null, failure: string | null, rowsWritten: number, findingCount: number, errorCount: number, records: Array<{ __typename: 'ImportRecordCount', kind: string, created: number, updated: number, unchanged: number, conflicts: number, kept: number, skipped: number }>, rules: Array<{ __typename: 'ImportRuleCount', rule: string, severity: Types.FindingSeverity, count: number, keptCount: number, explanation: string | null, handling: string | null, remedy: string | null }> } | null };

export type FindingsQueryVariables = Exact<{
  run: string;
  first: number;
  after?: string | null | undefined;
  filter: Types.FindingFilterInput;
}>;


export type FindingsQuery = { __typename: 'Query', importRun: { __typename: 'ImportRun', id: string, findings: { __typename: 'FindingConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ __typename: 'Finding', id: string, rule: string, severity: Types.FindingSeverity, kind: string, legacyId: string | null, relatedLegacyIds: Array<string>, file: string | null, line: number | null, message: string, remedy: string | null }> } | null } | null };

/** Query ImportRuns. */
export const ImportRunsDocument = trusted<ImportRunsQuery, ImportRunsQueryVariables>(
  'db751b5fcd846408a20196af8c10d76f0e3e0047fd4f168fae40f90d80aedbfc',
  "query ImportRuns($first: Int!, $after: String) {\n__typename\nimportRuns(first: $first, after: $after) {\n__typename\ntotalCount\npageInfo {\n__typename\nendCursor\nhasNextPage\n}\nnodes {\n__typename\n...ImportRunRow\n}\n}\n}\n\nfragment ImportRunRow on ImportRun {\n__typename\nid\nsystemCode\nbundle\nstate\nstartedAt\nfinishedAt\nmanagedBySource\nskippedInvalid\nfailureCode\nfailure\nrowsWritten\nfindingCount\nerrorCount\n}",
)

/** Query ImportRun. */
export const ImportRunDocument = trusted<ImportRunQuery, ImportRunQueryVariables>(
  '0cf27c17c7a44568a98d9899b74618ec6deb985f12652fed6c13b14b49c6ebd9',
  "query ImportRun($id: ID!) {\n__typename\nimportRun(id: $id) {\n__typename\n...ImportRunRow\nplanHash\nfindingsRemovedAt\nrecords {\n__typename\nkind\ncreated\nupdated\nunchanged\nconflicts\nkept\nskipped\n}\nrules {\n__typename\nrule\nseverity\ncount\nkeptCount\nexplanation\nhandling\nremedy\n}\n}\n}\n\nfragment ImportRunRow on ImportRun {\n__typename\nid\nsystemCode\nbundle\nstate\nstartedAt\nfinishedAt\nmanagedBySource\nskippedInvalid\nfailureCode\nfailure\nrowsWritten\nfindingCount\nerrorCount\n}",
)

/** Query Findings. */
export const FindingsDocument = trusted<FindingsQuery, FindingsQueryVariables>(
  '1eeb4d5c3a0a991cdb4464df4462e8351362e53a9b94d14066c3ba9b4b5f1098',
  "query Findings($run: ID!, $first: Int!, $after: String, $filter: FindingFilterInput!) {\n__typename\nimportRun(id: $run) {\n__typename\nid\nfindings(first: $first, after: $after, filter: $filter) {\n__typename\ntotalCount\npageInfo {\n__typename\nendCursor\nhasNextPage\n}\nnodes {\n__typename\nid\nrule\nseverity\nkind\nlegacyId\nrelatedLegacyIds\nfile\nline\nmessage\nremedy\n}\n}\n}\n}",
)

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
  '829cef5b9690f9ef10a87a994c9bb472a3634894ef1d45ee7cb9180dd4c5db41',
  "query ImportRuns($first: Int!, $after: String) {\n  __typename\n  importRuns(first: $first, after: $after) {\n    __typename\n    totalCount\n    pageInfo {\n      __typename\n      endCursor\n      hasNextPage\n    }\n    nodes {\n      __typename\n      ...ImportRunRow\n    }\n  }\n}\n\nfragment ImportRunRow on ImportRun {\n  __typename\n  id\n  systemCode\n  bundle\n  state\n  startedAt\n  finishedAt\n  managedBySource\n  skippedInvalid\n  failureCode\n  failure\n  rowsWritten\n  findingCount\n  errorCount\n}",
)

/** Query ImportRun. */
export const ImportRunDocument = trusted<ImportRunQuery, ImportRunQueryVariables>(
  '84859967ba72a4c3f21de4d7ebf12ccea7861f04863e0c1f20cb49a45c81f9ab',
  "query ImportRun($id: ID!) {\n  __typename\n  importRun(id: $id) {\n    __typename\n    ...ImportRunRow\n    planHash\n    findingsRemovedAt\n    records {\n      __typename\n      kind\n      created\n      updated\n      unchanged\n      conflicts\n      kept\n      skipped\n    }\n    rules {\n      __typename\n      rule\n      severity\n      count\n      keptCount\n      explanation\n      handling\n      remedy\n    }\n  }\n}\n\nfragment ImportRunRow on ImportRun {\n  __typename\n  id\n  systemCode\n  bundle\n  state\n  startedAt\n  finishedAt\n  managedBySource\n  skippedInvalid\n  failureCode\n  failure\n  rowsWritten\n  findingCount\n  errorCount\n}",
)

/** Query Findings. */
export const FindingsDocument = trusted<FindingsQuery, FindingsQueryVariables>(
  '1fa9da5ee8abcbd7e63dc96613bb1f8a458e95fb0dea1b003f490a287820d002',
  "query Findings($run: ID!, $first: Int!, $after: String, $filter: FindingFilterInput!) {\n  __typename\n  importRun(id: $run) {\n    __typename\n    id\n    findings(first: $first, after: $after, filter: $filter) {\n      __typename\n      totalCount\n      pageInfo {\n        __typename\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        __typename\n        id\n        rule\n        severity\n        kind\n        legacyId\n        relatedLegacyIds\n        file\n        line\n        message\n        remedy\n      }\n    }\n  }\n}",
)

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

export type ServerQueryVariables = Exact<{ [key: string]: never; }>;


export type ServerQuery = { __typename: 'Query', serverState: { __typename: 'ServerState', version: string, startedAt: string, now: string, engine: Types.DatabaseEngine, engineVersion: string, schemaVersion: string, databaseBytes: string, walBytes: string | null, freeDiskBytes: string | null, oldestWaitingJobAt: string | null, unsealedAuditEntryCount: number, oldestUnsealedAuditEntryAt: string | null, jobs: Array<{ __typename: 'JobCount', state: Types.JobState, count: number }>, routines: Array<{ __typename: 'Routine', kind: Types.RoutineKind, lastSucceededAt: string | null, failing: boolean }>, counts: { __typename: 'ServerCounts', countedAt: string, accounts: number, users: number, entitlements: number, sessions: number }, samples: Array<{ __typename: 'ServerSample', at: string, requests: number, errors: number, p95Milliseconds: number | null, queued: number, databaseBytes: string }> | null } | null };

/** Query Server. */
export const ServerDocument = trusted<ServerQuery, ServerQueryVariables>(
  'd1a30ad3a60f12a2b3f3d4da839088b1810a7aa7c67f5c9d61695a944914eb4c',
  "query Server {\n  __typename\n  serverState {\n    __typename\n    version\n    startedAt\n    now\n    engine\n    engineVersion\n    schemaVersion\n    databaseBytes\n    walBytes\n    freeDiskBytes\n    jobs {\n      __typename\n      state\n      count\n    }\n    oldestWaitingJobAt\n    routines {\n      __typename\n      kind\n      lastSucceededAt\n      failing\n    }\n    unsealedAuditEntryCount\n    oldestUnsealedAuditEntryAt\n    counts {\n      __typename\n      countedAt\n      accounts\n      users\n      entitlements\n      sessions\n    }\n    samples {\n      __typename\n      at\n      requests\n      errors\n      p95Milliseconds\n      queued\n      databaseBytes\n    }\n  }\n}",
)

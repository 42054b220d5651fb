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
  '70ed3f638bfabae932b200ba5cbe6ed85b06cae8480e439abdff9f271e1f2d87',
  "query Server {\n__typename\nserverState {\n__typename\nversion\nstartedAt\nnow\nengine\nengineVersion\nschemaVersion\ndatabaseBytes\nwalBytes\nfreeDiskBytes\njobs {\n__typename\nstate\ncount\n}\noldestWaitingJobAt\nroutines {\n__typename\nkind\nlastSucceededAt\nfailing\n}\nunsealedAuditEntryCount\noldestUnsealedAuditEntryAt\ncounts {\n__typename\ncountedAt\naccounts\nusers\nentitlements\nsessions\n}\nsamples {\n__typename\nat\nrequests\nerrors\np95Milliseconds\nqueued\ndatabaseBytes\n}\n}\n}",
)

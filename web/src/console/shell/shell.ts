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

export type FailedJobsQueryVariables = Exact<{ [key: string]: never; }>;


export type FailedJobsQuery = { __typename: 'Query', jobs: { __typename: 'JobConnection', totalCount: number } | null };

/** Query FailedJobs. */
export const FailedJobsDocument = trusted<FailedJobsQuery, FailedJobsQueryVariables>(
  '20b4c81bea206dda215b9adcc18c15710136399f5a663ba21b802ec72c5016a9',
  "query FailedJobs {\n  __typename\n  jobs(first: 1, filter: {state: [FAILED]}) {\n    __typename\n    totalCount\n  }\n}",
)

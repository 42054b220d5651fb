/**
 * Written by `npm run generate`. Change the .graphql files instead.
 *
 * @noformat
 */
import { trusted } from '../contract/trusted.ts'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../contract/types.ts';

export type DirectoryGroupRowFragment = { __typename: 'DirectoryGroup', id: string, name: string, roles: Array<Types.Role>, serviceAccess: Array<Types.Service>, memberCount: number };

export type DirectoryQueryVariables = Exact<{
  account: string;
}>;


export type DirectoryQuery = { __typename: 'Query', account: { __typename: 'Account', id: string, directoryGroups: Array<{ __typename: 'DirectoryGroup', id: string, name: string, roles: Array<Types.Role>, serviceAccess: Array<Types.Service>, memberCount: number }>, apiKeys: Array<{ __typename: 'ApiKey', id: string, name: string, scopes: Array<Types.KeyScope>, isActive: boolean, lastUsedAt: string | null, expiresAt: string }>, all: { __typename: 'DirectoryRecordConnection', totalCount: number } | null, linked: { __typename: 'DirectoryRecordConnection', totalCount: number } | null, active: { __typename: 'DirectoryRecordConnection', totalCount: number } | null } | null };

export type DirectoryRecordsQueryVariables = Exact<{
  account: string;
  first: number;
  after?: string | null | undefined;
  filter?: Types.DirectoryRecordFilterInput | null | undefined;
}>;


export type DirectoryRecordsQuery = { __typename: 'Query', account: { __typename: 'Account', id: string, directoryRecords: { __typename: 'DirectoryRecordConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ __typename: 'DirectoryRecord', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, linkedAt: string | null, isDomainProven: boolean, updatedAt: string, groups: Array<{ __typename: 'DirectoryGroup', id: string, name: string }> }> } | null } | null };

/** Query Directory. */
export const DirectoryDocument = trusted<DirectoryQuery, DirectoryQueryVariables>(
  'e3d96d00668bf9aee21fa205e2be3102a689160797c06122e86f3852d416390d',
  "query Directory($account: ID!) {\n  __typename\n  account(id: $account) {\n    __typename\n    id\n    directoryGroups {\n      __typename\n      ...DirectoryGroupRow\n    }\n    apiKeys {\n      __typename\n      id\n      name\n      scopes\n      isActive\n      lastUsedAt\n      expiresAt\n    }\n    all: directoryRecords(filter: {}) {\n      __typename\n      totalCount\n    }\n    linked: directoryRecords(filter: {linked: true}) {\n      __typename\n      totalCount\n    }\n    active: directoryRecords(filter: {active: true}) {\n      __typename\n      totalCount\n    }\n  }\n}\n\nfragment DirectoryGroupRow on DirectoryGroup {\n  __typename\n  id\n  name\n  roles\n  serviceAccess\n  memberCount\n}",
)

/** Query DirectoryRecords. */
export const DirectoryRecordsDocument = trusted<DirectoryRecordsQuery, DirectoryRecordsQueryVariables>(
  'e0ccba877a1234a0ca87dcbb2add807e336d808ad2017fcb3b2b6a120a99a199',
  "query DirectoryRecords($account: ID!, $first: Int!, $after: String, $filter: DirectoryRecordFilterInput) {\n  __typename\n  account(id: $account) {\n    __typename\n    id\n    directoryRecords(first: $first, after: $after, filter: $filter) {\n      __typename\n      totalCount\n      pageInfo {\n        __typename\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        __typename\n        id\n        userName\n        displayName\n        email\n        active\n        linkedAt\n        isDomainProven\n        groups {\n          __typename\n          id\n          name\n        }\n        updatedAt\n      }\n    }\n  }\n}",
)

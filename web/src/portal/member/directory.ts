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
  '23a82bf2541969d8849c88a655a65dd3cc4e21f51f6bacbcb6371c5112d2e229',
  "query Directory($account: ID!) {\n__typename\naccount(id: $account) {\n__typename\nid\ndirectoryGroups {\n__typename\n...DirectoryGroupRow\n}\napiKeys {\n__typename\nid\nname\nscopes\nisActive\nlastUsedAt\nexpiresAt\n}\nall: directoryRecords(filter: {}) {\n__typename\ntotalCount\n}\nlinked: directoryRecords(filter: {linked: true}) {\n__typename\ntotalCount\n}\nactive: directoryRecords(filter: {active: true}) {\n__typename\ntotalCount\n}\n}\n}\n\nfragment DirectoryGroupRow on DirectoryGroup {\n__typename\nid\nname\nroles\nserviceAccess\nmemberCount\n}",
)

/** Query DirectoryRecords. */
export const DirectoryRecordsDocument = trusted<DirectoryRecordsQuery, DirectoryRecordsQueryVariables>(
  'ab7816be6b47b6d1a703114226d2f9b3a350d7c70afc443dc05df363f67f2cc3',
  "query DirectoryRecords($account: ID!, $first: Int!, $after: String, $filter: DirectoryRecordFilterInput) {\n__typename\naccount(id: $account) {\n__typename\nid\ndirectoryRecords(first: $first, after: $after, filter: $filter) {\n__typename\ntotalCount\npageInfo {\n__typename\nendCursor\nhasNextPage\n}\nnodes {\n__typename\nid\nuserName\ndisplayName\nemail\nactive\nlinkedAt\nisDomainProven\ngroups {\n__typename\nid\nname\n}\nupdatedAt\n}\n}\n}\n}",
)

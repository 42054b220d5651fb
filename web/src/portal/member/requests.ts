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

export type AccessRequestRowFragment = { __typename: 'AccessRequest', id: string, roles: Array<Types.Role>, serviceAccess: Array<Types.Service>, note: string | null, state: Types.AccessRequestState, answer: string | null, createdAt: string, decidedAt: string | null, viewerCanDecide: boolean, user: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null }, decidedBy: { __typename: 'Actor', name: string } | null };

export type AccessRequestsQueryVariables = Exact<{
  account: string;
  first: number;
  after?: string | null | undefined;
  filter?: Types.AccessRequestFilterInput | null | undefined;
}>;


export type AccessRequestsQuery = { __typename: 'Query', account: { __typename: 'Account', id: string, accessRequests: { __typename: 'AccessRequestConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ __typename: 'AccessRequest', id: string, roles: Array<Types.Role>, serviceAccess: Array<Types.Service>, note: string | null, state: Types.AccessRequestState, answer: string | null, createdAt: string, decidedAt: string | null, viewerCanDecide: boolean, user: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null }, decidedBy: { __typename: 'Actor', name: string } | null }> } | null } | null };

/** Query AccessRequests. */
export const AccessRequestsDocument = trusted<AccessRequestsQuery, AccessRequestsQueryVariables>(
  '4a7db64da4536fea8947f9d2039c38554065dc1278a552100d8015ebade4cfb7',
  "query AccessRequests($account: ID!, $first: Int!, $after: String, $filter: AccessRequestFilterInput) {\n  __typename\n  account(id: $account) {\n    __typename\n    id\n    accessRequests(first: $first, after: $after, filter: $filter) {\n      __typename\n      totalCount\n      pageInfo {\n        __typename\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        __typename\n        ...AccessRequestRow\n      }\n    }\n  }\n}\n\nfragment AccessRequestRow on AccessRequest {\n  __typename\n  id\n  user {\n    __typename\n    id\n    userName\n    displayName\n    email\n  }\n  roles\n  serviceAccess\n  note\n  state\n  decidedBy {\n    __typename\n    name\n  }\n  answer\n  createdAt\n  decidedAt\n  viewerCanDecide\n}",
)

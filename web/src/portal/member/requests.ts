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
  '0529e1bd9c80e38cad9a4d68b6389d98017d019d375f90c158076fcb8a5328c8',
  "query AccessRequests($account: ID!, $first: Int!, $after: String, $filter: AccessRequestFilterInput) {\n__typename\naccount(id: $account) {\n__typename\nid\naccessRequests(first: $first, after: $after, filter: $filter) {\n__typename\ntotalCount\npageInfo {\n__typename\nendCursor\nhasNextPage\n}\nnodes {\n__typename\n...AccessRequestRow\n}\n}\n}\n}\n\nfragment AccessRequestRow on AccessRequest {\n__typename\nid\nuser {\n__typename\nid\nuserName\ndisplayName\nemail\n}\nroles\nserviceAccess\nnote\nstate\ndecidedBy {\n__typename\nname\n}\nanswer\ncreatedAt\ndecidedAt\nviewerCanDecide\n}",
)

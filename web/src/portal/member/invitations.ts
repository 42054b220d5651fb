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

export type InvitationRowFragment = { __typename: 'Invitation', id: string, email: string, roles: Array<Types.Role>, serviceAccess: Array<Types.Service>, includeSubAccounts: boolean, endsOn: string | null, state: Types.InvitationState, createdAt: string, expiresAt: string, acceptedAt: string | null, revokedAt: string | null, viewerCanManage: boolean, account: { __typename: 'Account', id: string, name: string }, productLine: { __typename: 'ProductLine', id: string, name: string } | null, invitedBy: { __typename: 'Actor', name: string } | null };

export type InvitationsQueryVariables = Exact<{
  account: string;
  first: number;
  after?: string | null | undefined;
  filter?: Types.InvitationFilterInput | null | undefined;
}>;


export type InvitationsQuery = { __typename: 'Query', account: { __typename: 'Account', id: string, invitations: { __typename: 'InvitationConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ __typename: 'Invitation', id: string, email: string, roles: Array<Types.Role>, serviceAccess: Array<Types.Service>, includeSubAccounts: boolean, endsOn: string | null, state: Types.InvitationState, createdAt: string, expiresAt: string, acceptedAt: string | null, revokedAt: string | null, viewerCanManage: boolean, account: { __typename: 'Account', id: string, name: string }, productLine: { __typename: 'ProductLine', id: string, name: string } | null, invitedBy: { __typename: 'Actor', name: string } | null }> } | null } | null };

/** Query Invitations. */
export const InvitationsDocument = trusted<InvitationsQuery, InvitationsQueryVariables>(
  '1041e48d1926d8d253e9947c15df8e0ba34e0d0b5ee3d86b5308592b2f7b63d6',
  "query Invitations($account: ID!, $first: Int!, $after: String, $filter: InvitationFilterInput) {\n  __typename\n  account(id: $account) {\n    __typename\n    id\n    invitations(first: $first, after: $after, filter: $filter) {\n      __typename\n      totalCount\n      pageInfo {\n        __typename\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        __typename\n        ...InvitationRow\n      }\n    }\n  }\n}\n\nfragment InvitationRow on Invitation {\n  __typename\n  id\n  email\n  account {\n    __typename\n    id\n    name\n  }\n  roles\n  serviceAccess\n  productLine {\n    __typename\n    id\n    name\n  }\n  includeSubAccounts\n  endsOn\n  state\n  invitedBy {\n    __typename\n    name\n  }\n  createdAt\n  expiresAt\n  acceptedAt\n  revokedAt\n  viewerCanManage\n}",
)

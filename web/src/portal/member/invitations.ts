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
  '154901dff574608f3acc9aaea59b40c6863fc4e17d9dc7c11b04a42feb89c53d',
  "query Invitations($account: ID!, $first: Int!, $after: String, $filter: InvitationFilterInput) {\n__typename\naccount(id: $account) {\n__typename\nid\ninvitations(first: $first, after: $after, filter: $filter) {\n__typename\ntotalCount\npageInfo {\n__typename\nendCursor\nhasNextPage\n}\nnodes {\n__typename\n...InvitationRow\n}\n}\n}\n}\n\nfragment InvitationRow on Invitation {\n__typename\nid\nemail\naccount {\n__typename\nid\nname\n}\nroles\nserviceAccess\nproductLine {\n__typename\nid\nname\n}\nincludeSubAccounts\nendsOn\nstate\ninvitedBy {\n__typename\nname\n}\ncreatedAt\nexpiresAt\nacceptedAt\nrevokedAt\nviewerCanManage\n}",
)

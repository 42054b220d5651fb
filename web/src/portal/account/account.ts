// Written by `npm run generate`. Change the .graphql files instead.
import { trusted } from '../contract/trusted.ts'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../contract/types.ts';

export type AccountQueryVariables = Exact<{
  account: string;
}>;


export type AccountQuery = { __typename: 'Query', account: { __typename: 'Account', id: string, name: string, viewerRoles: Array<Types.Role>, viewerServices: Array<Types.Service>, viewerCanSeeMembers: boolean, viewerCanManageMembers: boolean, children: { __typename: 'AccountConnection', totalCount: number } | null } | null };

export type HeldLineItemsQueryVariables = Exact<{
  held: Types.LineItemFilterInput;
}>;


export type HeldLineItemsQuery = { __typename: 'Query', lineItems: { __typename: 'LineItemConnection', totalCount: number } | null };

export type AccountMembersQueryVariables = Exact<{
  account: string;
}>;


export type AccountMembersQuery = { __typename: 'Query', account: { __typename: 'Account', id: string, current: { __typename: 'MembershipConnection', totalCount: number } | null } | null };

export type AccountSearchQueryVariables = Exact<{
  text?: string | null | undefined;
}>;


export type AccountSearchQuery = { __typename: 'Query', accounts: { __typename: 'AccountConnection', nodes: Array<{ __typename: 'Account', id: string, name: string }> } | null };

/** Query Account. */
export const AccountDocument = trusted<AccountQuery, AccountQueryVariables>(
  '24fad72d941aeae2390fd7f50b9b2d39c0271e1352fd4a9279816035150feb80',
  "query Account($account: ID!) {\n  __typename\n  account(id: $account) {\n    __typename\n    id\n    name\n    children(first: 0) {\n      __typename\n      totalCount\n    }\n    viewerRoles\n    viewerServices\n    viewerCanSeeMembers\n    viewerCanManageMembers\n  }\n}",
)

/** Query HeldLineItems. */
export const HeldLineItemsDocument = trusted<HeldLineItemsQuery, HeldLineItemsQueryVariables>(
  '0c611d9daf8d4ab826e05cf3d5d8b2ffbfa50e2ff399d6e1986c5c4ce67d0609',
  "query HeldLineItems($held: LineItemFilterInput!) {\n  __typename\n  lineItems(first: 0, filter: $held) {\n    __typename\n    totalCount\n  }\n}",
)

/** Query AccountMembers. */
export const AccountMembersDocument = trusted<AccountMembersQuery, AccountMembersQueryVariables>(
  'bbae00ad70bedb2b84232802f41214b335c8ad2252799d3469d0df3cd2f0c19a',
  "query AccountMembers($account: ID!) {\n  __typename\n  account(id: $account) {\n    __typename\n    id\n    current: memberships(first: 0, filter: {current: true}) {\n      __typename\n      totalCount\n    }\n  }\n}",
)

/** Query AccountSearch. */
export const AccountSearchDocument = trusted<AccountSearchQuery, AccountSearchQueryVariables>(
  '6b3fa1cd5e13082f6943fde15a9cb8a47096e30d5da1a1213b720480a4e303a4',
  "query AccountSearch($text: String) {\n  __typename\n  accounts(first: 20, filter: {text: $text}) {\n    __typename\n    nodes {\n      __typename\n      id\n      name\n    }\n  }\n}",
)

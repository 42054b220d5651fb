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


export type AccountSearchQuery = { __typename: 'Query', accounts: { __typename: 'AccountConnection', nodes: Array<{ __typename: 'Account', id: string, name: string, kind: Types.AccountKind }> } | null };

export type NearAccountsQueryVariables = Exact<{
  account: string;
}>;


export type NearAccountsQuery = { __typename: 'Query', account: { __typename: 'Account', id: string, parents: Array<{ __typename: 'Account', id: string, name: string }>, below: { __typename: 'AccountConnection', totalCount: number, nodes: Array<{ __typename: 'Account', id: string, name: string }> } | null } | null };

/** Query Account. */
export const AccountDocument = trusted<AccountQuery, AccountQueryVariables>(
  '7e6af4ab217ce78e2d66c578b2f3c7916beaf65acb96d1241c48c8f66d070ee6',
  "query Account($account: ID!) {\n  __typename\n  account(id: $account) {\n    __typename\n    id\n    name\n    children {\n      __typename\n      totalCount\n    }\n    viewerRoles\n    viewerServices\n    viewerCanSeeMembers\n    viewerCanManageMembers\n  }\n}",
)

/** Query HeldLineItems. */
export const HeldLineItemsDocument = trusted<HeldLineItemsQuery, HeldLineItemsQueryVariables>(
  '91e5c38357ecbe17fffc76a226fedb609360bb1887b6ee323eb20692d570a288',
  "query HeldLineItems($held: LineItemFilterInput!) {\n  __typename\n  lineItems(filter: $held) {\n    __typename\n    totalCount\n  }\n}",
)

/** Query AccountMembers. */
export const AccountMembersDocument = trusted<AccountMembersQuery, AccountMembersQueryVariables>(
  '1a834bd84cdef0e9ec7178da42f6bf73d112d050464ab5268c05768f6b82ad36',
  "query AccountMembers($account: ID!) {\n  __typename\n  account(id: $account) {\n    __typename\n    id\n    current: memberships(filter: {current: true}) {\n      __typename\n      totalCount\n    }\n  }\n}",
)

/** Query AccountSearch. */
export const AccountSearchDocument = trusted<AccountSearchQuery, AccountSearchQueryVariables>(
  'f1d90a560ffc6034513f6ec54c412da09a8b8cf07f2c7579f831cf69a9b67660',
  "query AccountSearch($text: String) {\n  __typename\n  accounts(first: 20, filter: {text: $text}) {\n    __typename\n    nodes {\n      __typename\n      id\n      name\n      kind\n    }\n  }\n}",
)

/** Query NearAccounts. */
export const NearAccountsDocument = trusted<NearAccountsQuery, NearAccountsQueryVariables>(
  '81af03acb1cfa50a74853ccc1a7ba5a42ba74a45a68dc8db1dea698c61b3fedd',
  "query NearAccounts($account: ID!) {\n  __typename\n  account(id: $account) {\n    __typename\n    id\n    parents {\n      __typename\n      id\n      name\n    }\n    below: children(first: 100) {\n      __typename\n      totalCount\n      nodes {\n        __typename\n        id\n        name\n      }\n    }\n  }\n}",
)

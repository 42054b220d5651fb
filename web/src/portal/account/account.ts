// Written by `npm run generate`. Change the .graphql files instead.
import { trusted } from '../contract/trusted.ts'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../src/portal/contract/types';

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
  'aac542dbf2da8800c19852f5fb38832af77684d574e4e374b975cb606938a88b',
  "\"What the frame of every page shows of an account.\"\nquery Account($account: ID!) {\n  __typename\n  account(id: $account) {\n    __typename\n    id\n    name\n    children(first: 0) {\n      __typename\n      totalCount\n    }\n    viewerRoles\n    viewerServices\n    viewerCanSeeMembers\n    viewerCanManageMembers\n  }\n}",
)

/** Query HeldLineItems. */
export const HeldLineItemsDocument = trusted<HeldLineItemsQuery, HeldLineItemsQueryVariables>(
  'f6d3466167e5cc54e7fd580bc7578f92b639c31b627dee8c39f54c6bb058abd5',
  "\"The number of line items that are held on a day, beside the navigation.\"\nquery HeldLineItems($held: LineItemFilterInput!) {\n  __typename\n  lineItems(first: 0, filter: $held) {\n    __typename\n    totalCount\n  }\n}",
)

/** Query AccountMembers. */
export const AccountMembersDocument = trusted<AccountMembersQuery, AccountMembersQueryVariables>(
  '6aeaba81b07c01817a099a57e72a5866aff8e6764100d9e9aa5107e8bc6a9dbe',
  "\"The number of members beside the navigation.\"\nquery AccountMembers($account: ID!) {\n  __typename\n  account(id: $account) {\n    __typename\n    id\n    current: memberships(first: 0, filter: {current: true}) {\n      __typename\n      totalCount\n    }\n  }\n}",
)

/** Query AccountSearch. */
export const AccountSearchDocument = trusted<AccountSearchQuery, AccountSearchQueryVariables>(
  'c8808a1e899f9fa4d47c732205c59c4db06178522d6993619a240e59d8ac288f',
  "\"Accounts of which a name has certain words, for those of the producer.\"\nquery AccountSearch($text: String) {\n  __typename\n  accounts(first: 20, filter: {text: $text}) {\n    __typename\n    nodes {\n      __typename\n      id\n      name\n    }\n  }\n}",
)

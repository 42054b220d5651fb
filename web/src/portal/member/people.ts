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

export type PeopleSummaryQueryVariables = Exact<{
  account: string;
  current: Types.AccountMembershipFilterInput;
}>;


export type PeopleSummaryQuery = { __typename: 'Query', account: { __typename: 'Account', id: string, name: string, viewerCanSeeMembers: boolean, viewerCanManageMembers: boolean, children: { __typename: 'AccountConnection', totalCount: number } | null, people: { __typename: 'MembershipConnection', totalCount: number } | null, everybody: { __typename: 'MembershipConnection', totalCount: number } | null, open: { __typename: 'InvitationConnection', totalCount: number } | null, waiting: { __typename: 'AccessRequestConnection', totalCount: number } | null } | null };

export type LastSeenQueryVariables = Exact<{
  account: string;
}>;


export type LastSeenQuery = { __typename: 'Query', accessReview: { __typename: 'AccessReview', entries: Array<{ __typename: 'AccessReviewEntry', name: string, through: Types.AccessThrough, lastUsedAt: string | null, leaver: Array<Types.LeaverReason> }> } | null };

export type AdministratorsToAskQueryVariables = Exact<{ [key: string]: never; }>;


export type AdministratorsToAskQuery = { __typename: 'Query', viewer: { __typename: 'Viewer', services: Array<{ __typename: 'ViewerService', service: Types.Service, accounts: Array<{ __typename: 'ViewerServiceAccount', accountId: string, administrators: Array<{ __typename: 'ServiceAdministrator', name: string, user: { __typename: 'User', id: string, email: string | null, lastSignInAt: string | null } | null }> }> }> } | null };

export type AdministratorsQueryVariables = Exact<{
  account: string;
}>;


export type AdministratorsQuery = { __typename: 'Query', account: { __typename: 'Account', id: string, memberships: { __typename: 'MembershipConnection', nodes: Array<{ __typename: 'Membership', id: string, endsOn: string | null, productLine: { __typename: 'ProductLine', id: string } | null, user: { __typename: 'User', id: string, active: boolean } }> } | null } | null };

export type OwnAccessQueryVariables = Exact<{
  account: string;
}>;


export type OwnAccessQuery = { __typename: 'Query', accessReview: { __typename: 'AccessReview', entries: Array<{ __typename: 'AccessReviewEntry', through: Types.AccessThrough, roles: Array<Types.Role>, serviceAccess: Array<Types.Service>, membership: { __typename: 'Membership', id: string } | null }> } | null };

export type ProductLinesToChooseQueryVariables = Exact<{ [key: string]: never; }>;


export type ProductLinesToChooseQuery = { __typename: 'Query', productLines: { __typename: 'ProductLineConnection', nodes: Array<{ __typename: 'ProductLine', id: string, name: string }> } | null };

export type MembershipRowFragment = { __typename: 'Membership', id: string, roles: Array<Types.Role>, serviceAccess: Array<Types.Service>, includeSubAccounts: boolean, endsOn: string | null, suspendedAt: string | null, origin: Types.MembershipOrigin, viewerCanChange: boolean, user: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, shared: boolean, lastSignInAt: string | null }, account: { __typename: 'Account', id: string, name: string }, productLine: { __typename: 'ProductLine', id: string, name: string } | null, directoryGroups: Array<{ __typename: 'DirectoryGroup', id: string, name: string, roles: Array<Types.Role>, serviceAccess: Array<Types.Service> }> };

export type MembersQueryVariables = Exact<{
  account: string;
  first: number;
  after?: string | null | undefined;
  filter?: Types.AccountMembershipFilterInput | null | undefined;
  orderBy: Types.MembershipOrder;
  direction?: Types.OrderDirection | null | undefined;
}>;


export type MembersQuery = { __typename: 'Query', account: { __typename: 'Account', id: string, memberships: { __typename: 'MembershipConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ __typename: 'Membership', id: string, roles: Array<Types.Role>, serviceAccess: Array<Types.Service>, includeSubAccounts: boolean, endsOn: string | null, suspendedAt: string | null, origin: Types.MembershipOrigin, viewerCanChange: boolean, user: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, shared: boolean, lastSignInAt: string | null }, account: { __typename: 'Account', id: string, name: string }, productLine: { __typename: 'ProductLine', id: string, name: string } | null, directoryGroups: Array<{ __typename: 'DirectoryGroup', id: string, name: string, roles: Array<Types.Role>, serviceAccess: Array<Types.Service> }> }> } | null } | null };

export type MembersToChooseQueryVariables = Exact<{
  account: string;
  text?: string | null | undefined;
  current?: boolean | null | undefined;
}>;


export type MembersToChooseQuery = { __typename: 'Query', account: { __typename: 'Account', id: string, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, user: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null } }> } | null } | null };

/** Query PeopleSummary. */
export const PeopleSummaryDocument = trusted<PeopleSummaryQuery, PeopleSummaryQueryVariables>(
  'ab426bc62d2f14ff5b9e2ab04e6efed695f384a4032bc3405f36def353095eba',
  "query PeopleSummary($account: ID!, $current: AccountMembershipFilterInput!) {\n  __typename\n  account(id: $account) {\n    __typename\n    id\n    name\n    viewerCanSeeMembers\n    viewerCanManageMembers\n    children {\n      __typename\n      totalCount\n    }\n    people: memberships(filter: $current) {\n      __typename\n      totalCount\n    }\n    everybody: memberships(filter: {}) {\n      __typename\n      totalCount\n    }\n    open: invitations(filter: {state: [OPEN]}) {\n      __typename\n      totalCount\n    }\n    waiting: accessRequests(filter: {state: [OPEN]}) {\n      __typename\n      totalCount\n    }\n  }\n}",
)

/** Query LastSeen. */
export const LastSeenDocument = trusted<LastSeenQuery, LastSeenQueryVariables>(
  '8a14818f9ea34511b33e598c4385cafa93ea397bfad61c2198db6251563c0014',
  "query LastSeen($account: ID!) {\n  __typename\n  accessReview(account: $account) {\n    __typename\n    entries {\n      __typename\n      name\n      through\n      lastUsedAt\n      leaver\n    }\n  }\n}",
)

/** Query AdministratorsToAsk. */
export const AdministratorsToAskDocument = trusted<AdministratorsToAskQuery, AdministratorsToAskQueryVariables>(
  '091478b9849d879947bbe04565a19bbcb25057bda783422f75f4d483bd984646',
  "query AdministratorsToAsk {\n  __typename\n  viewer {\n    __typename\n    services {\n      __typename\n      service\n      accounts {\n        __typename\n        accountId\n        administrators {\n          __typename\n          name\n          user {\n            __typename\n            id\n            email\n            lastSignInAt\n          }\n        }\n      }\n    }\n  }\n}",
)

/** Query Administrators. */
export const AdministratorsDocument = trusted<AdministratorsQuery, AdministratorsQueryVariables>(
  'ddde0fc5b36620854d6612f87f2e6b0456a277befe222804550ed1e3d563b156',
  "query Administrators($account: ID!) {\n  __typename\n  account(id: $account) {\n    __typename\n    id\n    memberships(first: 50, filter: {role: [ACCOUNT_ADMINISTRATOR], current: true}) {\n      __typename\n      nodes {\n        __typename\n        id\n        endsOn\n        productLine {\n          __typename\n          id\n        }\n        user {\n          __typename\n          id\n          active\n        }\n      }\n    }\n  }\n}",
)

/** Query OwnAccess. */
export const OwnAccessDocument = trusted<OwnAccessQuery, OwnAccessQueryVariables>(
  'ab0dfca1f0b3798c7366b3c3d38bf2e7c1df6a792f37c0f59371c9c7419fed86',
  "query OwnAccess($account: ID!) {\n  __typename\n  accessReview(account: $account) {\n    __typename\n    entries {\n      __typename\n      through\n      roles\n      serviceAccess\n      membership {\n        __typename\n        id\n      }\n    }\n  }\n}",
)

/** Query ProductLinesToChoose. */
export const ProductLinesToChooseDocument = trusted<ProductLinesToChooseQuery, ProductLinesToChooseQueryVariables>(
  '964246344551037c40ee919d965c756c3eaca09aeee49906186f92a2279a8738',
  "query ProductLinesToChoose {\n  __typename\n  productLines(first: 100) {\n    __typename\n    nodes {\n      __typename\n      id\n      name\n    }\n  }\n}",
)

/** Query Members. */
export const MembersDocument = trusted<MembersQuery, MembersQueryVariables>(
  '8dd460ab12f39880f764ed5023be0a3528068e993cde248c9443e145a5a635b3',
  "query Members($account: ID!, $first: Int!, $after: String, $filter: AccountMembershipFilterInput, $orderBy: MembershipOrder!, $direction: OrderDirection) {\n  __typename\n  account(id: $account) {\n    __typename\n    id\n    memberships(\n      first: $first\n      after: $after\n      filter: $filter\n      orderBy: $orderBy\n      direction: $direction\n    ) {\n      __typename\n      totalCount\n      pageInfo {\n        __typename\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        __typename\n        ...MembershipRow\n      }\n    }\n  }\n}\n\nfragment MembershipRow on Membership {\n  __typename\n  id\n  user {\n    __typename\n    id\n    userName\n    displayName\n    email\n    active\n    shared\n    lastSignInAt\n  }\n  account {\n    __typename\n    id\n    name\n  }\n  roles\n  serviceAccess\n  productLine {\n    __typename\n    id\n    name\n  }\n  includeSubAccounts\n  endsOn\n  suspendedAt\n  origin\n  directoryGroups {\n    __typename\n    id\n    name\n    roles\n    serviceAccess\n  }\n  viewerCanChange\n}",
)

/** Query MembersToChoose. */
export const MembersToChooseDocument = trusted<MembersToChooseQuery, MembersToChooseQueryVariables>(
  '9277d8130c96c57c135cc047b5b82f79ef25ce73093ea610994aef86f9788e33',
  "query MembersToChoose($account: ID!, $text: String, $current: Boolean) {\n  __typename\n  account(id: $account) {\n    __typename\n    id\n    memberships(\n      first: 20\n      filter: {text: $text, current: $current}\n      orderBy: USER_NAME\n    ) {\n      __typename\n      totalCount\n      nodes {\n        __typename\n        id\n        user {\n          __typename\n          id\n          userName\n          displayName\n          email\n        }\n      }\n    }\n  }\n}",
)

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
  '27fb29508110899a1d26f139e931b398b224f0a8bae9c801cde655848b9d0dc0',
  "query PeopleSummary($account: ID!, $current: AccountMembershipFilterInput!) {\n__typename\naccount(id: $account) {\n__typename\nid\nname\nviewerCanSeeMembers\nviewerCanManageMembers\nchildren {\n__typename\ntotalCount\n}\npeople: memberships(filter: $current) {\n__typename\ntotalCount\n}\neverybody: memberships(filter: {}) {\n__typename\ntotalCount\n}\nopen: invitations(filter: {state: [OPEN]}) {\n__typename\ntotalCount\n}\nwaiting: accessRequests(filter: {state: [OPEN]}) {\n__typename\ntotalCount\n}\n}\n}",
)

/** Query LastSeen. */
export const LastSeenDocument = trusted<LastSeenQuery, LastSeenQueryVariables>(
  '8896f032fac7d857852bd9cb03a79b0c1c9ddf84225c43da3d520b8534dcfcaa',
  "query LastSeen($account: ID!) {\n__typename\naccessReview(account: $account) {\n__typename\nentries {\n__typename\nname\nthrough\nlastUsedAt\nleaver\n}\n}\n}",
)

/** Query AdministratorsToAsk. */
export const AdministratorsToAskDocument = trusted<AdministratorsToAskQuery, AdministratorsToAskQueryVariables>(
  'cf376b5b6d913fa882097d4f5d682e3c5c6886face06ee2b5b8bf7f4b90e4b66',
  "query AdministratorsToAsk {\n__typename\nviewer {\n__typename\nservices {\n__typename\nservice\naccounts {\n__typename\naccountId\nadministrators {\n__typename\nname\nuser {\n__typename\nid\nemail\nlastSignInAt\n}\n}\n}\n}\n}\n}",
)

/** Query Administrators. */
export const AdministratorsDocument = trusted<AdministratorsQuery, AdministratorsQueryVariables>(
  '0a3a00f897a14d30b57567c79655a3b9c3f9c9335b112028006216a0f3a7ba64',
  "query Administrators($account: ID!) {\n__typename\naccount(id: $account) {\n__typename\nid\nmemberships(first: 50, filter: {role: [ACCOUNT_ADMINISTRATOR], current: true}) {\n__typename\nnodes {\n__typename\nid\nendsOn\nproductLine {\n__typename\nid\n}\nuser {\n__typename\nid\nactive\n}\n}\n}\n}\n}",
)

/** Query OwnAccess. */
export const OwnAccessDocument = trusted<OwnAccessQuery, OwnAccessQueryVariables>(
  'cff9645998564723b7e1ca21cf8105b4d43e1e501d07b9376be7e4a83d0b63be',
  "query OwnAccess($account: ID!) {\n__typename\naccessReview(account: $account) {\n__typename\nentries {\n__typename\nthrough\nroles\nserviceAccess\nmembership {\n__typename\nid\n}\n}\n}\n}",
)

/** Query ProductLinesToChoose. */
export const ProductLinesToChooseDocument = trusted<ProductLinesToChooseQuery, ProductLinesToChooseQueryVariables>(
  'd0c11c7b0b420fb7d81592a57384af4d8391d0bed7fcad85f9262a91d8c4384e',
  "query ProductLinesToChoose {\n__typename\nproductLines(first: 100) {\n__typename\nnodes {\n__typename\nid\nname\n}\n}\n}",
)

/** Query Members. */
export const MembersDocument = trusted<MembersQuery, MembersQueryVariables>(
  '84ee355b6d3696304667b7364bfe088b3c1f03b890b6015aa46d17ca9c03db3a',
  "query Members($account: ID!, $first: Int!, $after: String, $filter: AccountMembershipFilterInput, $orderBy: MembershipOrder!, $direction: OrderDirection) {\n__typename\naccount(id: $account) {\n__typename\nid\nmemberships(\nfirst: $first\nafter: $after\nfilter: $filter\norderBy: $orderBy\ndirection: $direction\n) {\n__typename\ntotalCount\npageInfo {\n__typename\nendCursor\nhasNextPage\n}\nnodes {\n__typename\n...MembershipRow\n}\n}\n}\n}\n\nfragment MembershipRow on Membership {\n__typename\nid\nuser {\n__typename\nid\nuserName\ndisplayName\nemail\nactive\nshared\nlastSignInAt\n}\naccount {\n__typename\nid\nname\n}\nroles\nserviceAccess\nproductLine {\n__typename\nid\nname\n}\nincludeSubAccounts\nendsOn\nsuspendedAt\norigin\ndirectoryGroups {\n__typename\nid\nname\nroles\nserviceAccess\n}\nviewerCanChange\n}",
)

/** Query MembersToChoose. */
export const MembersToChooseDocument = trusted<MembersToChooseQuery, MembersToChooseQueryVariables>(
  '3c73ce00dbcad92edab49e6cc04c5c4e12498fb3a5ee211b049310b21103fc0d',
  "query MembersToChoose($account: ID!, $text: String, $current: Boolean) {\n__typename\naccount(id: $account) {\n__typename\nid\nmemberships(\nfirst: 20\nfilter: {text: $text, current: $current}\norderBy: USER_NAME\n) {\n__typename\ntotalCount\nnodes {\n__typename\nid\nuser {\n__typename\nid\nuserName\ndisplayName\nemail\n}\n}\n}\n}\n}",
)

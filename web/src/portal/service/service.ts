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

export type OwnServicesQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnServicesQuery = { __typename: 'Query', viewer: { __typename: 'Viewer', services: Array<{ __typename: 'ViewerService', service: Types.Service, isOpen: boolean, accounts: Array<{ __typename: 'ViewerServiceAccount', accountId: string, accountName: string, isOpen: boolean, closedReason: Types.ServiceClosedReason | null, administrators: Array<{ __typename: 'ServiceAdministrator', name: string, user: { __typename: 'User', id: string, email: string | null } | null }> }> }>, memberships: Array<{ __typename: 'Membership', id: string, roles: Array<Types.Role>, endsOn: string | null, account: { __typename: 'Account', id: string, name: string }, productLine: { __typename: 'ProductLine', id: string, name: string } | null }> } | null, serviceLinks: Array<{ __typename: 'ServiceLink', name: string, address: string }> | null };

export type LackingPeopleQueryVariables = Exact<{
  account: string;
}>;


export type LackingPeopleQuery = { __typename: 'Query', account: { __typename: 'Account', id: string, LICENSING: { __typename: 'MembershipConnection', totalCount: number } | null, DOWNLOADS: { __typename: 'MembershipConnection', totalCount: number } | null, COMMUNITY: { __typename: 'MembershipConnection', totalCount: number } | null } | null };

/** Query OwnServices. */
export const OwnServicesDocument = trusted<OwnServicesQuery, OwnServicesQueryVariables>(
  '790e5055675a361c9501d488d9bf1aa86c9d7fd0272309175783f276069c15bc',
  "query OwnServices {\n  __typename\n  viewer {\n    __typename\n    services {\n      __typename\n      service\n      isOpen\n      accounts {\n        __typename\n        accountId\n        accountName\n        isOpen\n        closedReason\n        administrators {\n          __typename\n          name\n          user {\n            __typename\n            id\n            email\n          }\n        }\n      }\n    }\n    memberships {\n      __typename\n      id\n      account {\n        __typename\n        id\n        name\n      }\n      roles\n      productLine {\n        __typename\n        id\n        name\n      }\n      endsOn\n    }\n  }\n  serviceLinks {\n    __typename\n    name\n    address\n  }\n}",
)

/** Query LackingPeople. */
export const LackingPeopleDocument = trusted<LackingPeopleQuery, LackingPeopleQueryVariables>(
  '2a6cb0655fee562aff879685c604c23134b065e4e89480cadb84ef44bbc5ba22',
  "query LackingPeople($account: ID!) {\n  __typename\n  account(id: $account) {\n    __typename\n    id\n    LICENSING: memberships(filter: {current: true, lacksService: [LICENSING]}) {\n      __typename\n      totalCount\n    }\n    DOWNLOADS: memberships(filter: {current: true, lacksService: [DOWNLOADS]}) {\n      __typename\n      totalCount\n    }\n    COMMUNITY: memberships(filter: {current: true, lacksService: [COMMUNITY]}) {\n      __typename\n      totalCount\n    }\n  }\n}",
)

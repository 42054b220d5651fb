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
  '28ac5d8559e5217f0b5785665b9a09d7c19adaa9cd9ce1dd82075a9d3c76f789',
  "query OwnServices {\n__typename\nviewer {\n__typename\nservices {\n__typename\nservice\nisOpen\naccounts {\n__typename\naccountId\naccountName\nisOpen\nclosedReason\nadministrators {\n__typename\nname\nuser {\n__typename\nid\nemail\n}\n}\n}\n}\nmemberships {\n__typename\nid\naccount {\n__typename\nid\nname\n}\nroles\nproductLine {\n__typename\nid\nname\n}\nendsOn\n}\n}\nserviceLinks {\n__typename\nname\naddress\n}\n}",
)

/** Query LackingPeople. */
export const LackingPeopleDocument = trusted<LackingPeopleQuery, LackingPeopleQueryVariables>(
  'b267f6a3d3ab8fa1ef373dda58d978b52494f44a0477c533a1ba7a1a10f585b3',
  "query LackingPeople($account: ID!) {\n__typename\naccount(id: $account) {\n__typename\nid\nLICENSING: memberships(filter: {current: true, lacksService: [LICENSING]}) {\n__typename\ntotalCount\n}\nDOWNLOADS: memberships(filter: {current: true, lacksService: [DOWNLOADS]}) {\n__typename\ntotalCount\n}\nCOMMUNITY: memberships(filter: {current: true, lacksService: [COMMUNITY]}) {\n__typename\ntotalCount\n}\n}\n}",
)

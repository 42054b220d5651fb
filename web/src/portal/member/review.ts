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

export type AccessReviewQueryVariables = Exact<{
  account: string;
}>;


export type AccessReviewQuery = { __typename: 'Query', accessReview: { __typename: 'AccessReview', takenAt: string, entries: Array<{ __typename: 'AccessReviewEntry', name: string, displayName: string | null, email: string | null, through: Types.AccessThrough, throughLabel: string | null, roles: Array<Types.Role>, serviceAccess: Array<Types.Service>, scopes: Array<Types.KeyScope>, includeSubAccounts: boolean, grantedAt: string, endsOn: string | null, lastUsedAt: string | null, leaver: Array<Types.LeaverReason>, productLine: { __typename: 'ProductLine', id: string, name: string } | null, grantedBy: { __typename: 'Actor', name: string } | null, membership: { __typename: 'Membership', id: string, roles: Array<Types.Role>, serviceAccess: Array<Types.Service>, includeSubAccounts: boolean, endsOn: string | null, suspendedAt: string | null, origin: Types.MembershipOrigin, viewerCanChange: boolean, user: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, shared: boolean, lastSignInAt: string | null }, account: { __typename: 'Account', id: string, name: string }, productLine: { __typename: 'ProductLine', id: string, name: string } | null, directoryGroups: Array<{ __typename: 'DirectoryGroup', id: string, name: string, roles: Array<Types.Role>, serviceAccess: Array<Types.Service> }> } | null }> } | null };

/** Query AccessReview. */
export const AccessReviewDocument = trusted<AccessReviewQuery, AccessReviewQueryVariables>(
  '7db36849f4d74675d0abf570114b9d64ccb0cf8f5d3d6cd33bc20e7399407643',
  "query AccessReview($account: ID!) {\n  __typename\n  accessReview(account: $account) {\n    __typename\n    takenAt\n    entries {\n      __typename\n      name\n      displayName\n      email\n      through\n      throughLabel\n      roles\n      serviceAccess\n      scopes\n      includeSubAccounts\n      productLine {\n        __typename\n        id\n        name\n      }\n      grantedBy {\n        __typename\n        name\n      }\n      grantedAt\n      endsOn\n      lastUsedAt\n      leaver\n      membership {\n        __typename\n        ...MembershipRow\n      }\n    }\n  }\n}\n\nfragment MembershipRow on Membership {\n  __typename\n  id\n  user {\n    __typename\n    id\n    userName\n    displayName\n    email\n    active\n    shared\n    lastSignInAt\n  }\n  account {\n    __typename\n    id\n    name\n  }\n  roles\n  serviceAccess\n  productLine {\n    __typename\n    id\n    name\n  }\n  includeSubAccounts\n  endsOn\n  suspendedAt\n  origin\n  directoryGroups {\n    __typename\n    id\n    name\n    roles\n    serviceAccess\n  }\n  viewerCanChange\n}",
)

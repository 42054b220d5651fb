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
  '3ca894e6d424bc2ba8e47d70840cdb1d94a6b199fc31ec359e5a1df0aa7dfc39',
  "query AccessReview($account: ID!) {\n__typename\naccessReview(account: $account) {\n__typename\ntakenAt\nentries {\n__typename\nname\ndisplayName\nemail\nthrough\nthroughLabel\nroles\nserviceAccess\nscopes\nincludeSubAccounts\nproductLine {\n__typename\nid\nname\n}\ngrantedBy {\n__typename\nname\n}\ngrantedAt\nendsOn\nlastUsedAt\nleaver\nmembership {\n__typename\n...MembershipRow\n}\n}\n}\n}\n\nfragment MembershipRow on Membership {\n__typename\nid\nuser {\n__typename\nid\nuserName\ndisplayName\nemail\nactive\nshared\nlastSignInAt\n}\naccount {\n__typename\nid\nname\n}\nroles\nserviceAccess\nproductLine {\n__typename\nid\nname\n}\nincludeSubAccounts\nendsOn\nsuspendedAt\norigin\ndirectoryGroups {\n__typename\nid\nname\nroles\nserviceAccess\n}\nviewerCanChange\n}",
)

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

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { __typename: 'Query', viewer: { __typename: 'Viewer', name: string, producerRole: Types.ProducerRole | null, canChange: boolean, user: { __typename: 'User', id: string, userName: string, email: string | null, displayName: string | null, locale: string | null, timeZone: string | null } | null, session: { __typename: 'Session', id: string, expiresAt: string } | null, memberships: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }>, narrowedTo: { __typename: 'Account', id: string, name: string } | null, viewingAs: { __typename: 'Account', id: string, name: string } | null } | null };

/** Query Viewer. */
export const ViewerDocument = trusted<ViewerQuery, ViewerQueryVariables>(
  '26361a0fb8e714af339c434c8d6e1d2fbb728d2b4894d32391fc63428b4faf81',
  "query Viewer {\n  __typename\n  viewer {\n    __typename\n    name\n    user {\n      __typename\n      id\n      userName\n      email\n      displayName\n      locale\n      timeZone\n    }\n    producerRole\n    canChange\n    session {\n      __typename\n      id\n      expiresAt\n    }\n    memberships {\n      __typename\n      id\n      account {\n        __typename\n        id\n        name\n      }\n    }\n    narrowedTo {\n      __typename\n      id\n      name\n    }\n    viewingAs {\n      __typename\n      id\n      name\n    }\n  }\n}",
)

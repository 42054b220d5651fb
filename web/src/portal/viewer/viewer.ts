// Written by `npm run generate`. Change the .graphql files instead.
import { trusted } from '../contract/trusted.ts'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../contract/types.ts';

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { __typename: 'Query', viewer: { __typename: 'Viewer', name: string, producerRole: Types.ProducerRole | null, canChange: boolean, user: { __typename: 'User', id: string, userName: string, email: string | null, displayName: string | null, locale: string | null, timeZone: string | null } | null, memberships: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }>, narrowedTo: { __typename: 'Account', id: string, name: string } | null, viewingAs: { __typename: 'Account', id: string, name: string } | null } | null };

/** Query Viewer. */
export const ViewerDocument = trusted<ViewerQuery, ViewerQueryVariables>(
  'eddda2d94a19ef2fde006d9937536e82f341d3b83e43d7687b8df3bbb5bd7710',
  "query Viewer {\n  __typename\n  viewer {\n    __typename\n    name\n    user {\n      __typename\n      id\n      userName\n      email\n      displayName\n      locale\n      timeZone\n    }\n    producerRole\n    canChange\n    memberships {\n      __typename\n      id\n      account {\n        __typename\n        id\n        name\n      }\n    }\n    narrowedTo {\n      __typename\n      id\n      name\n    }\n    viewingAs {\n      __typename\n      id\n      name\n    }\n  }\n}",
)

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
  '64b369c4022fe599ab993aa50d6aadb9ea17079465a7643bb546270bc2100ab5',
  "query Viewer {\n__typename\nviewer {\n__typename\nname\nuser {\n__typename\nid\nuserName\nemail\ndisplayName\nlocale\ntimeZone\n}\nproducerRole\ncanChange\nsession {\n__typename\nid\nexpiresAt\n}\nmemberships {\n__typename\nid\naccount {\n__typename\nid\nname\n}\n}\nnarrowedTo {\n__typename\nid\nname\n}\nviewingAs {\n__typename\nid\nname\n}\n}\n}",
)

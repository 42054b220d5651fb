/**
 * Written by `npm run generate`. Change the .graphql files instead.
 *
 * @noformat
 */
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../contract/types.ts';

export type RecordFragment = { __typename: 'AuditEntry', id: string, recordedAt: string, action: string, label: string | null, subjectId: string | null, reason: string | null, requestId: string | null, byProducer: boolean, erased: boolean, onBehalfOf: { __typename: 'Account', id: string, name: string } | null, actor: { __typename: 'Actor', name: string, kind: Types.ActorKind, user: { __typename: 'User', id: string, displayName: string | null } | null }, changes: Array<{ __typename: 'AuditChange', field: string, after:
      | { __typename: 'TextValue', text: string }
      | { __typename: 'NumberValue', text: string }
      | { __typename: 'BooleanValue', text: string }
      | { __typename: 'DayValue', text: string }
      | { __typename: 'MomentValue', text: string }
      | { __typename: 'EnumValue', enum: string, value: string, text: string }
      | { __typename: 'EnumListValue', text: string }
      | { __typename: 'ReferenceValue', text: string }
      | { __typename: 'QuantityValue', text: string }
     | null }> };


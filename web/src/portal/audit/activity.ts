// Written by `npm run generate`. Change the .graphql files instead.
import { trusted } from '../contract/trusted.ts'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../contract/types.ts';

export type ActivityQueryVariables = Exact<{
  account: string;
  filter?: Types.AuditFilterInput | null | undefined;
  after?: string | null | undefined;
}>;


export type ActivityQuery = { __typename: 'Query', account: { __typename: 'Account', id: string, auditEntries: { __typename: 'AuditEntryConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ __typename: 'AuditEntry', id: string, recordedAt: string, action: string, label: string | null, subjectId: string | null, reason: string | null, requestId: string | null, byProducer: boolean, erased: boolean, changes: Array<{ __typename: 'AuditChange', field: string, after:
            | { __typename: 'TextValue', text: string }
            | { __typename: 'NumberValue', number: number, text: string }
            | { __typename: 'BooleanValue', isTrue: boolean, text: string }
            | { __typename: 'DayValue', day: string, text: string }
            | { __typename: 'MomentValue', moment: string, text: string }
            | { __typename: 'EnumValue', enum: string, value: string, text: string }
            | { __typename: 'EnumListValue', enum: string, values: Array<string>, text: string }
            | { __typename: 'ReferenceValue', subjectId: string, label: string, text: string }
            | { __typename: 'QuantityValue', text: string }
           | null, before:
            | { __typename: 'TextValue', text: string }
            | { __typename: 'NumberValue', number: number, text: string }
            | { __typename: 'BooleanValue', isTrue: boolean, text: string }
            | { __typename: 'DayValue', day: string, text: string }
            | { __typename: 'MomentValue', moment: string, text: string }
            | { __typename: 'EnumValue', enum: string, value: string, text: string }
            | { __typename: 'EnumListValue', enum: string, values: Array<string>, text: string }
            | { __typename: 'ReferenceValue', subjectId: string, label: string, text: string }
            | { __typename: 'QuantityValue', text: string }
           | null }>, onBehalfOf: { __typename: 'Account', id: string, name: string } | null, actor: { __typename: 'Actor', name: string, kind: Types.ActorKind, user: { __typename: 'User', id: string, displayName: string | null } | null } }> } | null } | null };

export type RecordedPeopleQueryVariables = Exact<{
  account: string;
}>;


export type RecordedPeopleQuery = { __typename: 'Query', account: { __typename: 'Account', id: string, people: { __typename: 'MembershipConnection', nodes: Array<{ __typename: 'Membership', id: string, user: { __typename: 'User', id: string, displayName: string | null, userName: string } }> } | null } | null };

export type RecordedChangeFragment = { __typename: 'AuditChange', field: string, before:
    | { __typename: 'TextValue', text: string }
    | { __typename: 'NumberValue', number: number, text: string }
    | { __typename: 'BooleanValue', isTrue: boolean, text: string }
    | { __typename: 'DayValue', day: string, text: string }
    | { __typename: 'MomentValue', moment: string, text: string }
    | { __typename: 'EnumValue', enum: string, value: string, text: string }
    | { __typename: 'EnumListValue', enum: string, values: Array<string>, text: string }
    | { __typename: 'ReferenceValue', subjectId: string, label: string, text: string }
    | { __typename: 'QuantityValue', text: string }
   | null, after:
    | { __typename: 'TextValue', text: string }
    | { __typename: 'NumberValue', number: number, text: string }
    | { __typename: 'BooleanValue', isTrue: boolean, text: string }
    | { __typename: 'DayValue', day: string, text: string }
    | { __typename: 'MomentValue', moment: string, text: string }
    | { __typename: 'EnumValue', enum: string, value: string, text: string }
    | { __typename: 'EnumListValue', enum: string, values: Array<string>, text: string }
    | { __typename: 'ReferenceValue', subjectId: string, label: string, text: string }
    | { __typename: 'QuantityValue', text: string }
   | null };

/** Query Activity. */
export const ActivityDocument = trusted<ActivityQuery, ActivityQueryVariables>(
  '04cffb4a000ccc5369226abd5de328165454d0cd2de219ffce65ac49e7069cb7',
  "query Activity($account: ID!, $filter: AuditFilterInput, $after: String) {\n  __typename\n  account(id: $account) {\n    __typename\n    id\n    auditEntries(first: 50, after: $after, filter: $filter) {\n      __typename\n      totalCount\n      pageInfo {\n        __typename\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        __typename\n        ...Record\n        changes {\n          __typename\n          ...RecordedChange\n        }\n      }\n    }\n  }\n}\n\nfragment Record on AuditEntry {\n  __typename\n  id\n  recordedAt\n  action\n  label\n  subjectId\n  reason\n  requestId\n  byProducer\n  erased\n  onBehalfOf {\n    __typename\n    id\n    name\n  }\n  actor {\n    __typename\n    name\n    kind\n    user {\n      __typename\n      id\n      displayName\n    }\n  }\n  changes {\n    __typename\n    field\n    after {\n      __typename\n      text\n      ... on EnumValue {\n        __typename\n        enum\n        value\n      }\n    }\n  }\n}\n\nfragment RecordedChange on AuditChange {\n  __typename\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}",
)

/** Query RecordedPeople. */
export const RecordedPeopleDocument = trusted<RecordedPeopleQuery, RecordedPeopleQueryVariables>(
  '620ce1e2ba01847a7f8aae4fea61ee37e9bfaee96c4169409c592134e7e58c11',
  "query RecordedPeople($account: ID!) {\n  __typename\n  account(id: $account) {\n    __typename\n    id\n    people: memberships(first: 100, orderBy: USER_NAME) {\n      __typename\n      nodes {\n        __typename\n        id\n        user {\n          __typename\n          id\n          displayName\n          userName\n        }\n      }\n    }\n  }\n}",
)

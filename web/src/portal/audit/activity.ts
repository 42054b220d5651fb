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

export type ActivityQueryVariables = Exact<{
  account: string;
  filter?: Types.AuditFilterInput | null | undefined;
  first: number;
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
            | { __typename: 'QuantityValue', amount: string | null, unlimited: boolean, unitLabel: string, text: string }
           | null, before:
            | { __typename: 'TextValue', text: string }
            | { __typename: 'NumberValue', number: number, text: string }
            | { __typename: 'BooleanValue', isTrue: boolean, text: string }
            | { __typename: 'DayValue', day: string, text: string }
            | { __typename: 'MomentValue', moment: string, text: string }
            | { __typename: 'EnumValue', enum: string, value: string, text: string }
            | { __typename: 'EnumListValue', enum: string, values: Array<string>, text: string }
            | { __typename: 'ReferenceValue', subjectId: string, label: string, text: string }
            | { __typename: 'QuantityValue', amount: string | null, unlimited: boolean, unitLabel: string, text: string }
           | null }>, onBehalfOf: { __typename: 'Account', id: string, name: string } | null, actor: { __typename: 'Actor', name: string, kind: Types.ActorKind, user: { __typename: 'User', id: string, displayName: string | null } | null } }> } | null } | null };

export type RecordedPersonQueryVariables = Exact<{
  id: string;
}>;


export type RecordedPersonQuery = { __typename: 'Query', node:
    | { __typename: 'Session', id: string }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'Account', id: string }
    | { __typename: 'User', displayName: string | null, userName: string, id: string }
    | { __typename: 'Membership', id: string }
    | { __typename: 'Device', id: string }
    | { __typename: 'LicenseServer', id: string }
    | { __typename: 'Allocation', id: string }
    | { __typename: 'Activation', id: string }
    | { __typename: 'AuditEntry', id: string }
    | { __typename: 'ProductLine', id: string }
    | { __typename: 'Product', id: string }
    | { __typename: 'Feature', id: string }
    | { __typename: 'PartNumber', id: string }
    | { __typename: 'ListPrice', id: string }
    | { __typename: 'LicenseModel', id: string }
    | { __typename: 'LicenseModelVersion', id: string }
    | { __typename: 'UnitOfMeasure', id: string }
    | { __typename: 'CoverageLevel', id: string }
    | { __typename: 'Coverage', id: string }
    | { __typename: 'CoverageItem', id: string }
    | { __typename: 'CustomField', id: string }
    | { __typename: 'DirectoryGroup', id: string }
    | { __typename: 'DirectoryRecord', id: string }
    | { __typename: 'Entitlement', id: string }
    | { __typename: 'DecisionRecord', id: string }
    | { __typename: 'LineItem', id: string }
    | { __typename: 'Period', id: string }
    | { __typename: 'Invitation', id: string }
    | { __typename: 'AccessRequest', id: string }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Finding', id: string }
    | { __typename: 'Job', id: string }
    | { __typename: 'System', id: string }
    | { __typename: 'Meter', id: string }
    | { __typename: 'UsageRecord', id: string }
   | null };

export type RecordedRightQueryVariables = Exact<{
  id: string;
}>;


export type RecordedRightQuery = { __typename: 'Query', node:
    | { __typename: 'Session', id: string }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'Account', id: string }
    | { __typename: 'User', id: string }
    | { __typename: 'Membership', id: string }
    | { __typename: 'Device', id: string }
    | { __typename: 'LicenseServer', id: string }
    | { __typename: 'Allocation', id: string }
    | { __typename: 'Activation', id: string }
    | { __typename: 'AuditEntry', id: string }
    | { __typename: 'ProductLine', id: string }
    | { __typename: 'Product', id: string }
    | { __typename: 'Feature', id: string }
    | { __typename: 'PartNumber', id: string }
    | { __typename: 'ListPrice', id: string }
    | { __typename: 'LicenseModel', id: string }
    | { __typename: 'LicenseModelVersion', id: string }
    | { __typename: 'UnitOfMeasure', id: string }
    | { __typename: 'CoverageLevel', id: string }
    | { __typename: 'Coverage', id: string, items: { __typename: 'CoverageItemConnection', nodes: Array<{ __typename: 'CoverageItem', id: string, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }> } | null }
    | { __typename: 'CoverageItem', id: string, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
    | { __typename: 'CustomField', id: string }
    | { __typename: 'DirectoryGroup', id: string }
    | { __typename: 'DirectoryRecord', id: string }
    | { __typename: 'Entitlement', id: string }
    | { __typename: 'DecisionRecord', id: string }
    | { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'Period', id: string, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
    | { __typename: 'Invitation', id: string }
    | { __typename: 'AccessRequest', id: string }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Finding', id: string }
    | { __typename: 'Job', id: string }
    | { __typename: 'System', id: string }
    | { __typename: 'Meter', id: string }
    | { __typename: 'UsageRecord', id: string }
   | null };

export type RecordedChangeFragment = { __typename: 'AuditChange', field: string, before:
    | { __typename: 'TextValue', text: string }
    | { __typename: 'NumberValue', number: number, text: string }
    | { __typename: 'BooleanValue', isTrue: boolean, text: string }
    | { __typename: 'DayValue', day: string, text: string }
    | { __typename: 'MomentValue', moment: string, text: string }
    | { __typename: 'EnumValue', enum: string, value: string, text: string }
    | { __typename: 'EnumListValue', enum: string, values: Array<string>, text: string }
    | { __typename: 'ReferenceValue', subjectId: string, label: string, text: string }
    | { __typename: 'QuantityValue', amount: string | null, unlimited: boolean, unitLabel: string, text: string }
   | null, after:
    | { __typename: 'TextValue', text: string }
    | { __typename: 'NumberValue', number: number, text: string }
    | { __typename: 'BooleanValue', isTrue: boolean, text: string }
    | { __typename: 'DayValue', day: string, text: string }
    | { __typename: 'MomentValue', moment: string, text: string }
    | { __typename: 'EnumValue', enum: string, value: string, text: string }
    | { __typename: 'EnumListValue', enum: string, values: Array<string>, text: string }
    | { __typename: 'ReferenceValue', subjectId: string, label: string, text: string }
    | { __typename: 'QuantityValue', amount: string | null, unlimited: boolean, unitLabel: string, text: string }
   | null };

/** Query Activity. */
export const ActivityDocument = trusted<ActivityQuery, ActivityQueryVariables>(
  '36e6ce12b0dddba87a742b6292e035e02d83a75fc0b046bb29eb13e3706b4240',
  "query Activity($account: ID!, $filter: AuditFilterInput, $first: Int!, $after: String) {\n  __typename\n  account(id: $account) {\n    __typename\n    id\n    auditEntries(first: $first, after: $after, filter: $filter) {\n      __typename\n      totalCount\n      pageInfo {\n        __typename\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        __typename\n        ...Record\n        changes {\n          __typename\n          ...RecordedChange\n        }\n      }\n    }\n  }\n}\n\nfragment Record on AuditEntry {\n  __typename\n  id\n  recordedAt\n  action\n  label\n  subjectId\n  reason\n  requestId\n  byProducer\n  erased\n  onBehalfOf {\n    __typename\n    id\n    name\n  }\n  actor {\n    __typename\n    name\n    kind\n    user {\n      __typename\n      id\n      displayName\n    }\n  }\n  changes {\n    __typename\n    field\n    after {\n      __typename\n      text\n      ... on EnumValue {\n        __typename\n        enum\n        value\n      }\n    }\n  }\n}\n\nfragment RecordedChange on AuditChange {\n  __typename\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}",
)

/** Query RecordedPerson. */
export const RecordedPersonDocument = trusted<RecordedPersonQuery, RecordedPersonQueryVariables>(
  'fbbf440134574c74c08a3dcc9d2658066cfd9bbf7932ed450dd24ce9a6ef3238',
  "query RecordedPerson($id: ID!) {\n  __typename\n  node(id: $id) {\n    __typename\n    id\n    ... on User {\n      __typename\n      displayName\n      userName\n    }\n  }\n}",
)

/** Query RecordedRight. */
export const RecordedRightDocument = trusted<RecordedRightQuery, RecordedRightQueryVariables>(
  '10013409f72d22a075bc50a30e24f95602412f08354d13a2d4a426128ce82fc9',
  "query RecordedRight($id: ID!) {\n  __typename\n  node(id: $id) {\n    __typename\n    id\n    ... on LineItem {\n      __typename\n      ...PaletteLine\n    }\n    ... on Period {\n      __typename\n      lineItem {\n        __typename\n        ...PaletteLine\n      }\n    }\n    ... on CoverageItem {\n      __typename\n      lineItem {\n        __typename\n        ...PaletteLine\n      }\n    }\n    ... on Coverage {\n      __typename\n      items(first: 10) {\n        __typename\n        nodes {\n          __typename\n          id\n          lineItem {\n            __typename\n            ...PaletteLine\n          }\n        }\n      }\n    }\n  }\n}\n\nfragment PaletteLine on LineItem {\n  __typename\n  id\n  activationId\n  product {\n    __typename\n    id\n    name\n    version\n  }\n  account {\n    __typename\n    id\n    name\n  }\n}",
)

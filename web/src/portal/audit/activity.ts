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
  '4daa386cd3e9ab33effd3ce2e77080b82d8d3cef30264a7d16dd3142caa9cf77',
  "query Activity($account: ID!, $filter: AuditFilterInput, $first: Int!, $after: String) {\n__typename\naccount(id: $account) {\n__typename\nid\nauditEntries(first: $first, after: $after, filter: $filter) {\n__typename\ntotalCount\npageInfo {\n__typename\nendCursor\nhasNextPage\n}\nnodes {\n__typename\n...Record\nchanges {\n__typename\n...RecordedChange\n}\n}\n}\n}\n}\n\nfragment Record on AuditEntry {\n__typename\nid\nrecordedAt\naction\nlabel\nsubjectId\nreason\nrequestId\nbyProducer\nerased\nonBehalfOf {\n__typename\nid\nname\n}\nactor {\n__typename\nname\nkind\nuser {\n__typename\nid\ndisplayName\n}\n}\nchanges {\n__typename\nfield\nafter {\n__typename\ntext\n... on EnumValue {\n__typename\nenum\nvalue\n}\n}\n}\n}\n\nfragment RecordedChange on AuditChange {\n__typename\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}",
)

/** Query RecordedPerson. */
export const RecordedPersonDocument = trusted<RecordedPersonQuery, RecordedPersonQueryVariables>(
  '923d6ed9df5c9674431ce24590ce96aa9021b8368aaf4e3b1d6542f780f4994d',
  "query RecordedPerson($id: ID!) {\n__typename\nnode(id: $id) {\n__typename\nid\n... on User {\n__typename\ndisplayName\nuserName\n}\n}\n}",
)

/** Query RecordedRight. */
export const RecordedRightDocument = trusted<RecordedRightQuery, RecordedRightQueryVariables>(
  '96bc4145c8fff265cffbcf15de332830395545d0c6c40521fafcc7edbec7c434',
  "query RecordedRight($id: ID!) {\n__typename\nnode(id: $id) {\n__typename\nid\n... on LineItem {\n__typename\n...PaletteLine\n}\n... on Period {\n__typename\nlineItem {\n__typename\n...PaletteLine\n}\n}\n... on CoverageItem {\n__typename\nlineItem {\n__typename\n...PaletteLine\n}\n}\n... on Coverage {\n__typename\nitems(first: 10) {\n__typename\nnodes {\n__typename\nid\nlineItem {\n__typename\n...PaletteLine\n}\n}\n}\n}\n}\n}\n\nfragment PaletteLine on LineItem {\n__typename\nid\nactivationId\nproduct {\n__typename\nid\nname\nversion\n}\naccount {\n__typename\nid\nname\n}\n}",
)

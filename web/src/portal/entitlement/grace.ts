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

export type GraceFragment = { __typename: 'LineItem', id: string, decisions: Array<{ __typename: 'DecisionRecord', id: string, kind: Types.Decision, startsOn: string | null, endsOn: string | null }>, periodCount: { __typename: 'PeriodConnection', nodes: Array<{ __typename: 'Period', id: string, term: Types.Term, startsOn: string | null, endsOn: string | null, graceDays: number, decisions: Array<{ __typename: 'DecisionRecord', id: string, kind: Types.Decision, startsOn: string | null, perpetual: boolean, liftedAt: string | null }> }> } | null };

export type GraceOfLinesQueryVariables = Exact<{
  ids: Array<string> | string;
}>;


export type GraceOfLinesQuery = { __typename: 'Query', nodes: Array<
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
    | { __typename: 'Coverage', id: string }
    | { __typename: 'CoverageItem', id: string }
    | { __typename: 'CustomField', id: string }
    | { __typename: 'DirectoryGroup', id: string }
    | { __typename: 'DirectoryRecord', id: string }
    | { __typename: 'Entitlement', id: string }
    | { __typename: 'DecisionRecord', id: string }
    | { __typename: 'LineItem', id: string, decisions: Array<{ __typename: 'DecisionRecord', id: string, kind: Types.Decision, startsOn: string | null, endsOn: string | null }>, periodCount: { __typename: 'PeriodConnection', nodes: Array<{ __typename: 'Period', id: string, term: Types.Term, startsOn: string | null, endsOn: string | null, graceDays: number, decisions: Array<{ __typename: 'DecisionRecord', id: string, kind: Types.Decision, startsOn: string | null, perpetual: boolean, liftedAt: string | null }> }> } | null }
    | { __typename: 'Period', id: string }
    | { __typename: 'Invitation', id: string }
    | { __typename: 'AccessRequest', id: string }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Finding', id: string }
    | { __typename: 'Job', id: string }
    | { __typename: 'System', id: string }
    | { __typename: 'Meter', id: string }
    | { __typename: 'UsageRecord', id: string }
   | null> | null };

/** Query GraceOfLines. */
export const GraceOfLinesDocument = trusted<GraceOfLinesQuery, GraceOfLinesQueryVariables>(
  '798e65db71df7f1374992ec7d3e1d77e1a058157b3c38c18a8fc786dcabaace3',
  "query GraceOfLines($ids: [ID!]!) {\n__typename\nnodes(ids: $ids) {\n__typename\nid\n...Grace\n}\n}\n\nfragment Grace on LineItem {\n__typename\nid\ndecisions {\n__typename\nid\nkind\nstartsOn\nendsOn\n}\nperiodCount: periods(first: 100) {\n__typename\nnodes {\n__typename\nid\nterm\nstartsOn\nendsOn\ngraceDays\ndecisions {\n__typename\nid\nkind\nstartsOn\nperpetual\nliftedAt\n}\n}\n}\n}",
)

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
  '8369dc2a54ea87f566aeaa860cafc01f96bc16ef8351b3cee2634fda1bc71203',
  "query GraceOfLines($ids: [ID!]!) {\n  __typename\n  nodes(ids: $ids) {\n    __typename\n    id\n    ...Grace\n  }\n}\n\nfragment Grace on LineItem {\n  __typename\n  id\n  decisions {\n    __typename\n    id\n    kind\n    startsOn\n    endsOn\n  }\n  periodCount: periods(first: 100) {\n    __typename\n    nodes {\n      __typename\n      id\n      term\n      startsOn\n      endsOn\n      graceDays\n      decisions {\n        __typename\n        id\n        kind\n        startsOn\n        perpetual\n        liftedAt\n      }\n    }\n  }\n}",
)

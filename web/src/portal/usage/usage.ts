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

export type UsedPositionFragment = { __typename: 'Position', lineItemCount: number, unlimitedLineItemCount: number, product: { __typename: 'Product', id: string, name: string, version: string | null, productLine: { __typename: 'ProductLine', id: string, name: string } } | null, productLine: { __typename: 'ProductLine', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, unit: { __typename: 'UnitOfMeasure', rule: string, id: string, code: string, singular: string, plural: string, symbol: string | null, kind: Types.UnitKind, pool: Types.UnitPool, decimals: number }, granted: { __typename: 'Quantity', amount: string | null, unlimited: boolean }, used: { __typename: 'Quantity', amount: string | null, unlimited: boolean }, free: { __typename: 'Quantity', amount: string | null, unlimited: boolean }, excess: { __typename: 'Quantity', amount: string | null, unlimited: boolean } };

export type UsedPositionsQueryVariables = Exact<{
  account: string;
  by: Types.PositionGrouping;
  on?: string | null | undefined;
  below: boolean;
}>;


export type UsedPositionsQuery = { __typename: 'Query', account: { __typename: 'Account', id: string, positions: Array<{ __typename: 'Position', lineItemCount: number, unlimitedLineItemCount: number, product: { __typename: 'Product', id: string, name: string, version: string | null, productLine: { __typename: 'ProductLine', id: string, name: string } } | null, productLine: { __typename: 'ProductLine', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, unit: { __typename: 'UnitOfMeasure', rule: string, id: string, code: string, singular: string, plural: string, symbol: string | null, kind: Types.UnitKind, pool: Types.UnitPool, decimals: number }, granted: { __typename: 'Quantity', amount: string | null, unlimited: boolean }, used: { __typename: 'Quantity', amount: string | null, unlimited: boolean }, free: { __typename: 'Quantity', amount: string | null, unlimited: boolean }, excess: { __typename: 'Quantity', amount: string | null, unlimited: boolean } }> | null } | null };

export type EndedInUseQueryVariables = Exact<{
  ended: Types.LineItemFilterInput;
}>;


export type EndedInUseQuery = { __typename: 'Query', lineItems: { __typename: 'LineItemConnection', totalCount: number } | null };

export type UsageRecordsQueryVariables = Exact<{
  account: string;
  first: number;
  after?: string | null | undefined;
  filter: Types.UsageRecordFilterInput;
}>;


export type UsageRecordsQuery = { __typename: 'Query', account: { __typename: 'Account', id: string, usageRecords: { __typename: 'UsageRecordConnection', pageInfo: { __typename: 'PageInfo', endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ __typename: 'UsageRecord', id: string, startsOn: string, endsOn: string, opening: boolean, granted: { __typename: 'Quantity', amount: string | null, unlimited: boolean }, used: { __typename: 'Quantity', amount: string | null, unlimited: boolean }, excess: { __typename: 'Quantity', amount: string | null, unlimited: boolean }, meter: { __typename: 'Meter', id: string, name: string, resetInterval: Types.ResetInterval, productLine: { __typename: 'ProductLine', id: string, name: string }, unit: { __typename: 'UnitOfMeasure', rule: string, id: string, code: string, singular: string, plural: string, symbol: string | null, kind: Types.UnitKind, pool: Types.UnitPool, decimals: number } } }> } | null } | null };

/** Query UsedPositions. */
export const UsedPositionsDocument = trusted<UsedPositionsQuery, UsedPositionsQueryVariables>(
  'ece569599fd5ae352a13be880aa45b7f41d1cf230e8771f4bceb0659e802ad3d',
  "query UsedPositions($account: ID!, $by: PositionGrouping!, $on: Date, $below: Boolean!) {\n  __typename\n  account(id: $account) {\n    __typename\n    id\n    positions(by: $by, on: $on, includeSubAccounts: $below) {\n      __typename\n      ...UsedPosition\n    }\n  }\n}\n\nfragment Amount on Quantity {\n  __typename\n  amount\n  unlimited\n}\n\nfragment Unit on UnitOfMeasure {\n  __typename\n  id\n  code\n  singular\n  plural\n  symbol\n  kind\n  pool\n  decimals\n}\n\nfragment UsedPosition on Position {\n  __typename\n  product {\n    __typename\n    id\n    name\n    version\n    productLine {\n      __typename\n      id\n      name\n    }\n  }\n  productLine {\n    __typename\n    id\n    name\n  }\n  account {\n    __typename\n    id\n    name\n  }\n  unit {\n    __typename\n    ...Unit\n    rule\n  }\n  granted {\n    __typename\n    ...Amount\n  }\n  used {\n    __typename\n    ...Amount\n  }\n  free {\n    __typename\n    ...Amount\n  }\n  excess {\n    __typename\n    ...Amount\n  }\n  lineItemCount\n  unlimitedLineItemCount\n}",
)

/** Query EndedInUse. */
export const EndedInUseDocument = trusted<EndedInUseQuery, EndedInUseQueryVariables>(
  '3b9ba3dc9337d2b71190eabb419d24c8b30451a07129ab9445f601d277cb9b8a',
  "query EndedInUse($ended: LineItemFilterInput!) {\n  __typename\n  lineItems(filter: $ended) {\n    __typename\n    totalCount\n  }\n}",
)

/** Query UsageRecords. */
export const UsageRecordsDocument = trusted<UsageRecordsQuery, UsageRecordsQueryVariables>(
  '3daa8a534f7d125ee0975befb84682b2cc0eedd8bfc6d1dac0d1f0e8a7bd60e4',
  "query UsageRecords($account: ID!, $first: Int!, $after: String, $filter: UsageRecordFilterInput!) {\n  __typename\n  account(id: $account) {\n    __typename\n    id\n    usageRecords(first: $first, after: $after, filter: $filter) {\n      __typename\n      pageInfo {\n        __typename\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        __typename\n        id\n        startsOn\n        endsOn\n        opening\n        granted {\n          __typename\n          ...Amount\n        }\n        used {\n          __typename\n          ...Amount\n        }\n        excess {\n          __typename\n          ...Amount\n        }\n        meter {\n          __typename\n          id\n          name\n          resetInterval\n          productLine {\n            __typename\n            id\n            name\n          }\n          unit {\n            __typename\n            ...Unit\n            rule\n          }\n        }\n      }\n    }\n  }\n}\n\nfragment Amount on Quantity {\n  __typename\n  amount\n  unlimited\n}\n\nfragment Unit on UnitOfMeasure {\n  __typename\n  id\n  code\n  singular\n  plural\n  symbol\n  kind\n  pool\n  decimals\n}",
)

// Written by `npm run generate`. Change the .graphql files instead.
import { trusted } from '../contract/trusted.ts'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../contract/types.ts';

export type AmountFragment = { __typename: 'Quantity', amount: string | null, unlimited: boolean };

export type UnitFragment = { __typename: 'UnitOfMeasure', id: string, singular: string, plural: string, symbol: string | null, kind: Types.UnitKind, pool: Types.UnitPool, decimals: number };

export type LineRowFragment = { __typename: 'LineItem', id: string, activationId: string, status: Types.Status | null, startsOn: string | null, endsOn: string | null, perpetual: boolean, coverageEndsOn: string | null, coveragePerpetual: boolean, isCovered: boolean | null, account: { __typename: 'Account', id: string, name: string }, entitlement: { __typename: 'Entitlement', id: string, number: string, orderReference: { __typename: 'OrderReference', number: string | null, line: string | null } | null }, product: { __typename: 'Product', id: string, name: string, version: string | null }, productLine: { __typename: 'ProductLine', id: string, name: string }, unit: { __typename: 'UnitOfMeasure', id: string, singular: string, plural: string, symbol: string | null, kind: Types.UnitKind, pool: Types.UnitPool, decimals: number }, granted: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, used: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, excess: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null };

export type LineItemsQueryVariables = Exact<{
  on?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
  filter: Types.LineItemFilterInput;
  orderBy: Types.LineItemOrder;
  direction?: Types.OrderDirection | null | undefined;
}>;


export type LineItemsQuery = { __typename: 'Query', lineItems: { __typename: 'LineItemConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ __typename: 'LineItem', id: string, activationId: string, status: Types.Status | null, startsOn: string | null, endsOn: string | null, perpetual: boolean, coverageEndsOn: string | null, coveragePerpetual: boolean, isCovered: boolean | null, account: { __typename: 'Account', id: string, name: string }, entitlement: { __typename: 'Entitlement', id: string, number: string, orderReference: { __typename: 'OrderReference', number: string | null, line: string | null } | null }, product: { __typename: 'Product', id: string, name: string, version: string | null }, productLine: { __typename: 'ProductLine', id: string, name: string }, unit: { __typename: 'UnitOfMeasure', id: string, singular: string, plural: string, symbol: string | null, kind: Types.UnitKind, pool: Types.UnitPool, decimals: number }, granted: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, used: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, excess: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null }> } | null };

export type LineItemSummaryQueryVariables = Exact<{
  all: Types.LineItemFilterInput;
  held: Types.LineItemFilterInput;
  ending: Types.LineItemFilterInput;
}>;


export type LineItemSummaryQuery = { __typename: 'Query', all: { __typename: 'LineItemConnection', totalCount: number } | null, held: { __typename: 'LineItemConnection', totalCount: number } | null, ending: { __typename: 'LineItemConnection', totalCount: number } | null };

/** Query LineItems. */
export const LineItemsDocument = trusted<LineItemsQuery, LineItemsQueryVariables>(
  '1a5b1554846f151f7613345c47ff058bb385e5b2410d7c39a8ba11d258bf9c02',
  "query LineItems($on: Date, $first: Int!, $after: String, $filter: LineItemFilterInput!, $orderBy: LineItemOrder!, $direction: OrderDirection) {\n  __typename\n  lineItems(\n    first: $first\n    after: $after\n    filter: $filter\n    orderBy: $orderBy\n    direction: $direction\n  ) {\n    __typename\n    totalCount\n    pageInfo {\n      __typename\n      endCursor\n      hasNextPage\n    }\n    nodes {\n      __typename\n      ...LineRow\n    }\n  }\n}\n\nfragment Amount on Quantity {\n  __typename\n  amount\n  unlimited\n}\n\nfragment LineRow on LineItem {\n  __typename\n  id\n  activationId\n  account {\n    __typename\n    id\n    name\n  }\n  entitlement {\n    __typename\n    id\n    number\n    orderReference {\n      __typename\n      number\n      line\n    }\n  }\n  product {\n    __typename\n    id\n    name\n    version\n  }\n  productLine {\n    __typename\n    id\n    name\n  }\n  unit {\n    __typename\n    ...Unit\n  }\n  granted(on: $on) {\n    __typename\n    ...Amount\n  }\n  used(on: $on) {\n    __typename\n    ...Amount\n  }\n  excess(on: $on) {\n    __typename\n    ...Amount\n  }\n  status(on: $on)\n  startsOn\n  endsOn\n  perpetual\n  coverageEndsOn\n  coveragePerpetual\n  isCovered(on: $on)\n}\n\nfragment Unit on UnitOfMeasure {\n  __typename\n  id\n  singular\n  plural\n  symbol\n  kind\n  pool\n  decimals\n}",
)

/** Query LineItemSummary. */
export const LineItemSummaryDocument = trusted<LineItemSummaryQuery, LineItemSummaryQueryVariables>(
  '22bbe6b31ad3122413caf7ca9ec9e830b230d983c63662d37018804b614b6b30',
  "query LineItemSummary($all: LineItemFilterInput!, $held: LineItemFilterInput!, $ending: LineItemFilterInput!) {\n  __typename\n  all: lineItems(filter: $all) {\n    __typename\n    totalCount\n  }\n  held: lineItems(filter: $held) {\n    __typename\n    totalCount\n  }\n  ending: lineItems(filter: $ending) {\n    __typename\n    totalCount\n  }\n}",
)

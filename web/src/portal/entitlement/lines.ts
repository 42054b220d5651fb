// Written by `npm run generate`. Change the .graphql files instead.
import { trusted } from '../contract/trusted.ts'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../contract/types.ts';

export type AmountFragment = { __typename: 'Quantity', amount: string | null, unlimited: boolean };

export type UnitFragment = { __typename: 'UnitOfMeasure', id: string, singular: string, plural: string, symbol: string | null, kind: Types.UnitKind, pool: Types.UnitPool, decimals: number };

export type LineRowFragment = { __typename: 'LineItem', id: string, activationId: string, status: Types.Status | null, startsOn: string | null, endsOn: string | null, perpetual: boolean, coverageEndsOn: string | null, coveragePerpetual: boolean, isCovered: boolean | null, createdAt: string, updatedAt: string, account: { __typename: 'Account', id: string, name: string }, entitlement: { __typename: 'Entitlement', id: string, number: string, orderReference: { __typename: 'OrderReference', number: string | null, line: string | null } | null }, product: { __typename: 'Product', id: string, name: string, version: string | null }, productLine: { __typename: 'ProductLine', id: string, name: string }, unit: { __typename: 'UnitOfMeasure', id: string, singular: string, plural: string, symbol: string | null, kind: Types.UnitKind, pool: Types.UnitPool, decimals: number }, quantity: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, granted: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, used: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, excess: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null };

export type LineItemsQueryVariables = Exact<{
  on?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
  filter: Types.LineItemFilterInput;
  orderBy: Types.LineItemOrder;
  direction: Types.OrderDirection;
}>;


export type LineItemsQuery = { __typename: 'Query', lineItems: { __typename: 'LineItemConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ __typename: 'LineItem', id: string, activationId: string, status: Types.Status | null, startsOn: string | null, endsOn: string | null, perpetual: boolean, coverageEndsOn: string | null, coveragePerpetual: boolean, isCovered: boolean | null, createdAt: string, updatedAt: string, account: { __typename: 'Account', id: string, name: string }, entitlement: { __typename: 'Entitlement', id: string, number: string, orderReference: { __typename: 'OrderReference', number: string | null, line: string | null } | null }, product: { __typename: 'Product', id: string, name: string, version: string | null }, productLine: { __typename: 'ProductLine', id: string, name: string }, unit: { __typename: 'UnitOfMeasure', id: string, singular: string, plural: string, symbol: string | null, kind: Types.UnitKind, pool: Types.UnitPool, decimals: number }, quantity: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, granted: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, used: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, excess: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null }> } | null };

export type LineItemSummaryQueryVariables = Exact<{
  all: Types.LineItemFilterInput;
  held: Types.LineItemFilterInput;
  ending: Types.LineItemFilterInput;
}>;


export type LineItemSummaryQuery = { __typename: 'Query', all: { __typename: 'LineItemConnection', totalCount: number } | null, held: { __typename: 'LineItemConnection', totalCount: number } | null, ending: { __typename: 'LineItemConnection', totalCount: number } | null };

export type LinePositionFragment = { __typename: 'Position', lineItemCount: number, unlimitedLineItemCount: number, product: { __typename: 'Product', id: string, name: string, version: string | null } | null, productLine: { __typename: 'ProductLine', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, unit: { __typename: 'UnitOfMeasure', id: string, singular: string, plural: string, symbol: string | null, kind: Types.UnitKind, pool: Types.UnitPool, decimals: number }, granted: { __typename: 'Quantity', amount: string | null, unlimited: boolean }, used: { __typename: 'Quantity', amount: string | null, unlimited: boolean } };

export type LinePositionsQueryVariables = Exact<{
  account: string;
  by: Types.PositionGrouping;
  on?: string | null | undefined;
  includeSubAccounts: boolean;
}>;


export type LinePositionsQuery = { __typename: 'Query', account: { __typename: 'Account', id: string, positions: Array<{ __typename: 'Position', lineItemCount: number, unlimitedLineItemCount: number, product: { __typename: 'Product', id: string, name: string, version: string | null } | null, productLine: { __typename: 'ProductLine', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, unit: { __typename: 'UnitOfMeasure', id: string, singular: string, plural: string, symbol: string | null, kind: Types.UnitKind, pool: Types.UnitPool, decimals: number }, granted: { __typename: 'Quantity', amount: string | null, unlimited: boolean }, used: { __typename: 'Quantity', amount: string | null, unlimited: boolean } }> | null } | null };

export type LineChoicesQueryVariables = Exact<{
  account: string;
}>;


export type LineChoicesQuery = { __typename: 'Query', account: { __typename: 'Account', id: string, productLines: Array<{ __typename: 'Position', productLine: { __typename: 'ProductLine', id: string, name: string } | null }> | null, products: Array<{ __typename: 'Position', product: { __typename: 'Product', id: string, name: string, version: string | null } | null }> | null, units: Array<{ __typename: 'Position', unit: { __typename: 'UnitOfMeasure', id: string, plural: string } }> | null, accounts: Array<{ __typename: 'Position', account: { __typename: 'Account', id: string, name: string } | null }> | null } | null };

/** Query LineItems. */
export const LineItemsDocument = trusted<LineItemsQuery, LineItemsQueryVariables>(
  'a6aaddcb6587dc3c83626a576d0367e44d8bd53572002a0ee70bd61ac71cf023',
  "query LineItems($on: Date, $first: Int!, $after: String, $filter: LineItemFilterInput!, $orderBy: LineItemOrder!, $direction: OrderDirection!) {\n  __typename\n  lineItems(\n    first: $first\n    after: $after\n    filter: $filter\n    orderBy: $orderBy\n    direction: $direction\n  ) {\n    __typename\n    totalCount\n    pageInfo {\n      __typename\n      endCursor\n      hasNextPage\n    }\n    nodes {\n      __typename\n      ...LineRow\n    }\n  }\n}\n\nfragment Amount on Quantity {\n  __typename\n  amount\n  unlimited\n}\n\nfragment LineRow on LineItem {\n  __typename\n  id\n  activationId\n  account {\n    __typename\n    id\n    name\n  }\n  entitlement {\n    __typename\n    id\n    number\n    orderReference {\n      __typename\n      number\n      line\n    }\n  }\n  product {\n    __typename\n    id\n    name\n    version\n  }\n  productLine {\n    __typename\n    id\n    name\n  }\n  unit {\n    __typename\n    ...Unit\n  }\n  quantity(on: $on) {\n    __typename\n    ...Amount\n  }\n  granted(on: $on) {\n    __typename\n    ...Amount\n  }\n  used(on: $on) {\n    __typename\n    ...Amount\n  }\n  excess(on: $on) {\n    __typename\n    ...Amount\n  }\n  status(on: $on)\n  startsOn\n  endsOn\n  perpetual\n  coverageEndsOn\n  coveragePerpetual\n  isCovered(on: $on)\n  createdAt\n  updatedAt\n}\n\nfragment Unit on UnitOfMeasure {\n  __typename\n  id\n  singular\n  plural\n  symbol\n  kind\n  pool\n  decimals\n}",
)

/** Query LineItemSummary. */
export const LineItemSummaryDocument = trusted<LineItemSummaryQuery, LineItemSummaryQueryVariables>(
  '22bbe6b31ad3122413caf7ca9ec9e830b230d983c63662d37018804b614b6b30',
  "query LineItemSummary($all: LineItemFilterInput!, $held: LineItemFilterInput!, $ending: LineItemFilterInput!) {\n  __typename\n  all: lineItems(filter: $all) {\n    __typename\n    totalCount\n  }\n  held: lineItems(filter: $held) {\n    __typename\n    totalCount\n  }\n  ending: lineItems(filter: $ending) {\n    __typename\n    totalCount\n  }\n}",
)

/** Query LinePositions. */
export const LinePositionsDocument = trusted<LinePositionsQuery, LinePositionsQueryVariables>(
  '8766f60e1863abff21535243a166cf4c7ea91691ec7c58f698383c363798aecd',
  "query LinePositions($account: ID!, $by: PositionGrouping!, $on: Date, $includeSubAccounts: Boolean!) {\n  __typename\n  account(id: $account) {\n    __typename\n    id\n    positions(by: $by, on: $on, includeSubAccounts: $includeSubAccounts) {\n      __typename\n      ...LinePosition\n    }\n  }\n}\n\nfragment Amount on Quantity {\n  __typename\n  amount\n  unlimited\n}\n\nfragment LinePosition on Position {\n  __typename\n  product {\n    __typename\n    id\n    name\n    version\n  }\n  productLine {\n    __typename\n    id\n    name\n  }\n  account {\n    __typename\n    id\n    name\n  }\n  unit {\n    __typename\n    ...Unit\n  }\n  granted {\n    __typename\n    ...Amount\n  }\n  used {\n    __typename\n    ...Amount\n  }\n  lineItemCount\n  unlimitedLineItemCount\n}\n\nfragment Unit on UnitOfMeasure {\n  __typename\n  id\n  singular\n  plural\n  symbol\n  kind\n  pool\n  decimals\n}",
)

/** Query LineChoices. */
export const LineChoicesDocument = trusted<LineChoicesQuery, LineChoicesQueryVariables>(
  '2eada64b2dc826de44efe38031f139be601971ef6fc8b49f9c75caf6a4430cc0',
  "query LineChoices($account: ID!) {\n  __typename\n  account(id: $account) {\n    __typename\n    id\n    productLines: positions(by: PRODUCT_LINE, includeSubAccounts: true) {\n      __typename\n      productLine {\n        __typename\n        id\n        name\n      }\n    }\n    products: positions(by: PRODUCT, includeSubAccounts: true) {\n      __typename\n      product {\n        __typename\n        id\n        name\n        version\n      }\n    }\n    units: positions(by: UNIT, includeSubAccounts: true) {\n      __typename\n      unit {\n        __typename\n        id\n        plural\n      }\n    }\n    accounts: positions(by: ACCOUNT) {\n      __typename\n      account {\n        __typename\n        id\n        name\n      }\n    }\n  }\n}",
)

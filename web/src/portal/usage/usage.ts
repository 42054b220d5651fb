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
  'd763fa99c97b7106c540dc2bcddb6c2728132e67f8b7e04b6bd71cebda4511af',
  "query UsedPositions($account: ID!, $by: PositionGrouping!, $on: Date, $below: Boolean!) {\n__typename\naccount(id: $account) {\n__typename\nid\npositions(by: $by, on: $on, includeSubAccounts: $below) {\n__typename\n...UsedPosition\n}\n}\n}\n\nfragment Amount on Quantity {\n__typename\namount\nunlimited\n}\n\nfragment Unit on UnitOfMeasure {\n__typename\nid\ncode\nsingular\nplural\nsymbol\nkind\npool\ndecimals\n}\n\nfragment UsedPosition on Position {\n__typename\nproduct {\n__typename\nid\nname\nversion\nproductLine {\n__typename\nid\nname\n}\n}\nproductLine {\n__typename\nid\nname\n}\naccount {\n__typename\nid\nname\n}\nunit {\n__typename\n...Unit\nrule\n}\ngranted {\n__typename\n...Amount\n}\nused {\n__typename\n...Amount\n}\nfree {\n__typename\n...Amount\n}\nexcess {\n__typename\n...Amount\n}\nlineItemCount\nunlimitedLineItemCount\n}",
)

/** Query EndedInUse. */
export const EndedInUseDocument = trusted<EndedInUseQuery, EndedInUseQueryVariables>(
  'a2600d394dfe5071bc5ab6bbafb653d4dac9c1d8370f05654e74c51b14408960',
  "query EndedInUse($ended: LineItemFilterInput!) {\n__typename\nlineItems(filter: $ended) {\n__typename\ntotalCount\n}\n}",
)

/** Query UsageRecords. */
export const UsageRecordsDocument = trusted<UsageRecordsQuery, UsageRecordsQueryVariables>(
  '8cfbf5f31685dd0f7a9481ff6efa34d3c70d94ca7943731e2cb466417c463285',
  "query UsageRecords($account: ID!, $first: Int!, $after: String, $filter: UsageRecordFilterInput!) {\n__typename\naccount(id: $account) {\n__typename\nid\nusageRecords(first: $first, after: $after, filter: $filter) {\n__typename\npageInfo {\n__typename\nendCursor\nhasNextPage\n}\nnodes {\n__typename\nid\nstartsOn\nendsOn\nopening\ngranted {\n__typename\n...Amount\n}\nused {\n__typename\n...Amount\n}\nexcess {\n__typename\n...Amount\n}\nmeter {\n__typename\nid\nname\nresetInterval\nproductLine {\n__typename\nid\nname\n}\nunit {\n__typename\n...Unit\nrule\n}\n}\n}\n}\n}\n}\n\nfragment Amount on Quantity {\n__typename\namount\nunlimited\n}\n\nfragment Unit on UnitOfMeasure {\n__typename\nid\ncode\nsingular\nplural\nsymbol\nkind\npool\ndecimals\n}",
)

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

export type ForecastAmountFragment = { __typename: 'RenewalAmount', basis: Types.PriceBasis, price: { __typename: 'Money', amount: string, currency: string } };

export type ForecastSumFragment = { __typename: 'ForecastSums', committedLineItemCount: number, committedWithoutPriceLineItemCount: number, dueLineItemCount: number, dueWithoutPriceLineItemCount: number, heldLineItemCount: number, evergreenLineItemCount: number, committed: Array<{ __typename: 'RenewalAmount', basis: Types.PriceBasis, price: { __typename: 'Money', amount: string, currency: string } }>, due: Array<{ __typename: 'RenewalAmount', basis: Types.PriceBasis, price: { __typename: 'Money', amount: string, currency: string } }> };

export type ForecastQueryVariables = Exact<{
  account: string;
  months: number;
  from: string;
  below: boolean;
  scenario?: Types.ForecastScenarioInput | null | undefined;
  compared: boolean;
}>;


export type ForecastQuery = { __typename: 'Query', account: { __typename: 'Account', id: string, renewalForecast: { __typename: 'RenewalForecast', startsOn: string, endsOn: string, months: Array<{ __typename: 'ForecastMonth', month: string, sums: { __typename: 'ForecastSums', committedLineItemCount: number, committedWithoutPriceLineItemCount: number, dueLineItemCount: number, dueWithoutPriceLineItemCount: number, heldLineItemCount: number, evergreenLineItemCount: number, committed: Array<{ __typename: 'RenewalAmount', basis: Types.PriceBasis, price: { __typename: 'Money', amount: string, currency: string } }>, due: Array<{ __typename: 'RenewalAmount', basis: Types.PriceBasis, price: { __typename: 'Money', amount: string, currency: string } }> } }>, sums: { __typename: 'ForecastSums', committedLineItemCount: number, committedWithoutPriceLineItemCount: number, dueLineItemCount: number, dueWithoutPriceLineItemCount: number, heldLineItemCount: number, evergreenLineItemCount: number, committed: Array<{ __typename: 'RenewalAmount', basis: Types.PriceBasis, price: { __typename: 'Money', amount: string, currency: string } }>, due: Array<{ __typename: 'RenewalAmount', basis: Types.PriceBasis, price: { __typename: 'Money', amount: string, currency: string } }> } } | null, plain?: { __typename: 'RenewalForecast', sums: { __typename: 'ForecastSums', committedLineItemCount: number, committedWithoutPriceLineItemCount: number, dueLineItemCount: number, dueWithoutPriceLineItemCount: number, heldLineItemCount: number, evergreenLineItemCount: number, committed: Array<{ __typename: 'RenewalAmount', basis: Types.PriceBasis, price: { __typename: 'Money', amount: string, currency: string } }>, due: Array<{ __typename: 'RenewalAmount', basis: Types.PriceBasis, price: { __typename: 'Money', amount: string, currency: string } }> } } | null } | null };

export type ForecastLinesQueryVariables = Exact<{
  account: string;
  months: number;
  from: string;
  below: boolean;
  scenario?: Types.ForecastScenarioInput | null | undefined;
  first: number;
}>;


export type ForecastLinesQuery = { __typename: 'Query', account: { __typename: 'Account', id: string, renewalForecast: { __typename: 'RenewalForecast', months: Array<{ __typename: 'ForecastMonth', month: string, lines: { __typename: 'ForecastLinePage', hasNextPage: boolean, lines: Array<{ __typename: 'ForecastLine', dueOn: string, due: boolean, held: boolean, evergreen: boolean, startsOn: string | null, endsOn: string | null, perpetual: boolean, unlimited: boolean, basis: Types.PriceBasis | null, lineItem: { __typename: 'LineItem', id: string, activationId: string, account: { __typename: 'Account', id: string, name: string }, product: { __typename: 'Product', id: string, name: string, version: string | null }, unit: { __typename: 'UnitOfMeasure', id: string, code: string, singular: string, plural: string, symbol: string | null, kind: Types.UnitKind, pool: Types.UnitPool, decimals: number } } | null, quantity: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, price: { __typename: 'Money', amount: string, currency: string } | null }> } | null }> } | null } | null };

export type LineNamesQueryVariables = Exact<{
  ids: Array<string> | string;
}>;


export type LineNamesQuery = { __typename: 'Query', nodes: Array<
    | { __typename: 'Session' }
    | { __typename: 'ApiKey' }
    | { __typename: 'Account' }
    | { __typename: 'User' }
    | { __typename: 'Membership' }
    | { __typename: 'Device' }
    | { __typename: 'LicenseServer' }
    | { __typename: 'Allocation' }
    | { __typename: 'Activation' }
    | { __typename: 'AuditEntry' }
    | { __typename: 'ProductLine' }
    | { __typename: 'Product' }
    | { __typename: 'Feature' }
    | { __typename: 'PartNumber' }
    | { __typename: 'ListPrice' }
    | { __typename: 'LicenseModel' }
    | { __typename: 'LicenseModelVersion' }
    | { __typename: 'UnitOfMeasure' }
    | { __typename: 'CoverageLevel' }
    | { __typename: 'Coverage' }
    | { __typename: 'CoverageItem' }
    | { __typename: 'CustomField' }
    | { __typename: 'DirectoryGroup' }
    | { __typename: 'DirectoryRecord' }
    | { __typename: 'Entitlement' }
    | { __typename: 'DecisionRecord' }
    | { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null } }
    | { __typename: 'Period' }
    | { __typename: 'Invitation' }
    | { __typename: 'AccessRequest' }
    | { __typename: 'ImportRun' }
    | { __typename: 'Finding' }
    | { __typename: 'Job' }
    | { __typename: 'System' }
    | { __typename: 'Meter' }
    | { __typename: 'UsageRecord' }
   | null> | null };

/** Query Forecast. */
export const ForecastDocument = trusted<ForecastQuery, ForecastQueryVariables>(
  '6979627873c5ccf6db66c12751016825fa3623f3451965fbb131d6794fad8af1',
  "query Forecast($account: ID!, $months: Int!, $from: Date!, $below: Boolean!, $scenario: ForecastScenarioInput, $compared: Boolean!) {\n__typename\naccount(id: $account) {\n__typename\nid\nrenewalForecast(\nmonths: $months\nfrom: $from\nincludeSubAccounts: $below\nscenario: $scenario\n) {\n__typename\nstartsOn\nendsOn\nmonths {\n__typename\nmonth\nsums {\n__typename\n...ForecastSum\n}\n}\nsums {\n__typename\n...ForecastSum\n}\n}\nplain: renewalForecast(months: $months, from: $from, includeSubAccounts: $below) @include(if: $compared) {\n__typename\nsums {\n__typename\n...ForecastSum\n}\n}\n}\n}\n\nfragment ForecastAmount on RenewalAmount {\n__typename\nbasis\nprice {\n__typename\namount\ncurrency\n}\n}\n\nfragment ForecastSum on ForecastSums {\n__typename\ncommitted {\n__typename\n...ForecastAmount\n}\ncommittedLineItemCount\ncommittedWithoutPriceLineItemCount\ndue {\n__typename\n...ForecastAmount\n}\ndueLineItemCount\ndueWithoutPriceLineItemCount\nheldLineItemCount\nevergreenLineItemCount\n}",
)

/** Query ForecastLines. */
export const ForecastLinesDocument = trusted<ForecastLinesQuery, ForecastLinesQueryVariables>(
  '20b2d08ea2dcccbcbf9b7e06e433b0bfa4aad8c4c357ed992eff742e5bbf7c5b',
  "query ForecastLines($account: ID!, $months: Int!, $from: Date!, $below: Boolean!, $scenario: ForecastScenarioInput, $first: Int!) {\n__typename\naccount(id: $account) {\n__typename\nid\nrenewalForecast(\nmonths: $months\nfrom: $from\nincludeSubAccounts: $below\nscenario: $scenario\n) {\n__typename\nmonths {\n__typename\nmonth\nlines(first: $first) {\n__typename\nlines {\n__typename\nlineItem {\n__typename\nid\nactivationId\naccount {\n__typename\nid\nname\n}\nproduct {\n__typename\nid\nname\nversion\n}\nunit {\n__typename\n...Unit\n}\n}\ndueOn\ndue\nheld\nevergreen\nstartsOn\nendsOn\nperpetual\nquantity {\n__typename\n...Amount\n}\nunlimited\nbasis\nprice {\n__typename\namount\ncurrency\n}\n}\nhasNextPage\n}\n}\n}\n}\n}\n\nfragment Amount on Quantity {\n__typename\namount\nunlimited\n}\n\nfragment Unit on UnitOfMeasure {\n__typename\nid\ncode\nsingular\nplural\nsymbol\nkind\npool\ndecimals\n}",
)

/** Query LineNames. */
export const LineNamesDocument = trusted<LineNamesQuery, LineNamesQueryVariables>(
  '7cb3815d9fca622b675d25493a9d203f2346f96d51952286ae75690c10d9847e',
  "query LineNames($ids: [ID!]!) {\n__typename\nnodes(ids: $ids) {\n__typename\n... on LineItem {\n__typename\nid\nactivationId\nproduct {\n__typename\nid\nname\nversion\n}\n}\n}\n}",
)

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

export type AmountFragment = { __typename: 'Quantity', amount: string | null, unlimited: boolean };

export type UnitFragment = { __typename: 'UnitOfMeasure', id: string, code: string, singular: string, plural: string, symbol: string | null, kind: Types.UnitKind, pool: Types.UnitPool, decimals: number };

export type EvergreenFragment = { __typename: 'LineItem', evergreen: { __typename: 'EvergreenTerm', endsOn: string, cancelUntil: string, cancelled: boolean } | null };

export type SoldAlongFragment = { __typename: 'LineItem', periodInForce: { __typename: 'Period', id: string, partNumber: { __typename: 'PartNumber', id: string, coverageKind: Types.CoverageKind | null } | null } | null };

export type LineRowFragment = { __typename: 'LineItem', id: string, activationId: string, status: Types.Status | null, startsOn: string | null, endsOn: string | null, perpetual: boolean, coverageEndsOn: string | null, coveragePerpetual: boolean, isCovered: boolean | null, createdAt: string, updatedAt: string, account: { __typename: 'Account', id: string, name: string }, entitlement: { __typename: 'Entitlement', id: string, number: string, orderReference: { __typename: 'OrderReference', number: string | null, line: string | null } | null }, product: { __typename: 'Product', id: string, name: string, version: string | null }, productLine: { __typename: 'ProductLine', id: string, name: string }, unit: { __typename: 'UnitOfMeasure', id: string, code: string, singular: string, plural: string, symbol: string | null, kind: Types.UnitKind, pool: Types.UnitPool, decimals: number }, quantity: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, granted: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, used: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, excess: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, periodInForce: { __typename: 'Period', id: string, term: Types.Term } | null, coverageItems: { __typename: 'CoverageItemConnection', pageInfo: { __typename: 'PageInfo', hasNextPage: boolean }, nodes: Array<{ __typename: 'CoverageItem', id: string, coverage: { __typename: 'Coverage', id: string, kind: Types.CoverageKind, startsOn: string | null, endsOn: string | null, perpetual: boolean, decision: Types.Decision | null } }> } | null, evergreen: { __typename: 'EvergreenTerm', endsOn: string, cancelUntil: string, cancelled: boolean } | null };

export type LineItemsQueryVariables = Exact<{
  on?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
  filter: Types.LineItemFilterInput;
  orderBy: Types.LineItemOrder;
  direction: Types.OrderDirection;
}>;


export type LineItemsQuery = { __typename: 'Query', lineItems: { __typename: 'LineItemConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ __typename: 'LineItem', id: string, activationId: string, status: Types.Status | null, startsOn: string | null, endsOn: string | null, perpetual: boolean, coverageEndsOn: string | null, coveragePerpetual: boolean, isCovered: boolean | null, createdAt: string, updatedAt: string, account: { __typename: 'Account', id: string, name: string }, entitlement: { __typename: 'Entitlement', id: string, number: string, orderReference: { __typename: 'OrderReference', number: string | null, line: string | null } | null }, product: { __typename: 'Product', id: string, name: string, version: string | null }, productLine: { __typename: 'ProductLine', id: string, name: string }, unit: { __typename: 'UnitOfMeasure', id: string, code: string, singular: string, plural: string, symbol: string | null, kind: Types.UnitKind, pool: Types.UnitPool, decimals: number }, quantity: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, granted: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, used: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, excess: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, periodInForce: { __typename: 'Period', id: string, term: Types.Term } | null, coverageItems: { __typename: 'CoverageItemConnection', pageInfo: { __typename: 'PageInfo', hasNextPage: boolean }, nodes: Array<{ __typename: 'CoverageItem', id: string, coverage: { __typename: 'Coverage', id: string, kind: Types.CoverageKind, startsOn: string | null, endsOn: string | null, perpetual: boolean, decision: Types.Decision | null } }> } | null, evergreen: { __typename: 'EvergreenTerm', endsOn: string, cancelUntil: string, cancelled: boolean } | null }> } | null };

export type LineCountsQueryVariables = Exact<{
  shown: Types.LineItemFilterInput;
  all: Types.LineItemFilterInput;
}>;


export type LineCountsQuery = { __typename: 'Query', shown: { __typename: 'LineItemConnection', totalCount: number } | null, all: { __typename: 'LineItemConnection', totalCount: number } | null };

export type LineByNameQueryVariables = Exact<{
  id: string;
  isId: boolean;
  external: Types.ExternalIdInput;
  isName: boolean;
}>;


export type LineByNameQuery = { __typename: 'Query', node?:
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
    | { __typename: 'Entitlement', number: string, id: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'DecisionRecord', id: string }
    | { __typename: 'LineItem', activationId: string, id: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'Period', id: string }
    | { __typename: 'Invitation', id: string }
    | { __typename: 'AccessRequest', id: string }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Finding', id: string }
    | { __typename: 'Job', id: string }
    | { __typename: 'System', id: string }
    | { __typename: 'Meter', id: string }
    | { __typename: 'UsageRecord', id: string }
   | null, lookup?:
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
    | { __typename: 'Entitlement', number: string, id: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'DecisionRecord', id: string }
    | { __typename: 'LineItem', activationId: string, id: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } }
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

type Named_Session_Fragment = { __typename: 'Session', id: string };

type Named_ApiKey_Fragment = { __typename: 'ApiKey', id: string };

type Named_Account_Fragment = { __typename: 'Account', id: string };

type Named_User_Fragment = { __typename: 'User', id: string };

type Named_Membership_Fragment = { __typename: 'Membership', id: string };

type Named_Device_Fragment = { __typename: 'Device', id: string };

type Named_LicenseServer_Fragment = { __typename: 'LicenseServer', id: string };

type Named_Allocation_Fragment = { __typename: 'Allocation', id: string };

type Named_Activation_Fragment = { __typename: 'Activation', id: string };

type Named_AuditEntry_Fragment = { __typename: 'AuditEntry', id: string };

type Named_ProductLine_Fragment = { __typename: 'ProductLine', id: string };

type Named_Product_Fragment = { __typename: 'Product', id: string };

type Named_Feature_Fragment = { __typename: 'Feature', id: string };

type Named_PartNumber_Fragment = { __typename: 'PartNumber', id: string };

type Named_ListPrice_Fragment = { __typename: 'ListPrice', id: string };

type Named_LicenseModel_Fragment = { __typename: 'LicenseModel', id: string };

type Named_LicenseModelVersion_Fragment = { __typename: 'LicenseModelVersion', id: string };

type Named_UnitOfMeasure_Fragment = { __typename: 'UnitOfMeasure', id: string };

type Named_CoverageLevel_Fragment = { __typename: 'CoverageLevel', id: string };

type Named_Coverage_Fragment = { __typename: 'Coverage', id: string };

type Named_CoverageItem_Fragment = { __typename: 'CoverageItem', id: string };

type Named_CustomField_Fragment = { __typename: 'CustomField', id: string };

type Named_DirectoryGroup_Fragment = { __typename: 'DirectoryGroup', id: string };

type Named_DirectoryRecord_Fragment = { __typename: 'DirectoryRecord', id: string };

type Named_Entitlement_Fragment = { __typename: 'Entitlement', number: string, id: string, account: { __typename: 'Account', id: string, name: string } };

type Named_DecisionRecord_Fragment = { __typename: 'DecisionRecord', id: string };

type Named_LineItem_Fragment = { __typename: 'LineItem', activationId: string, id: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } };

type Named_Period_Fragment = { __typename: 'Period', id: string };

type Named_Invitation_Fragment = { __typename: 'Invitation', id: string };

type Named_AccessRequest_Fragment = { __typename: 'AccessRequest', id: string };

type Named_ImportRun_Fragment = { __typename: 'ImportRun', id: string };

type Named_Finding_Fragment = { __typename: 'Finding', id: string };

type Named_Job_Fragment = { __typename: 'Job', id: string };

type Named_System_Fragment = { __typename: 'System', id: string };

type Named_Meter_Fragment = { __typename: 'Meter', id: string };

type Named_UsageRecord_Fragment = { __typename: 'UsageRecord', id: string };

export type NamedFragment =
  | Named_Session_Fragment
  | Named_ApiKey_Fragment
  | Named_Account_Fragment
  | Named_User_Fragment
  | Named_Membership_Fragment
  | Named_Device_Fragment
  | Named_LicenseServer_Fragment
  | Named_Allocation_Fragment
  | Named_Activation_Fragment
  | Named_AuditEntry_Fragment
  | Named_ProductLine_Fragment
  | Named_Product_Fragment
  | Named_Feature_Fragment
  | Named_PartNumber_Fragment
  | Named_ListPrice_Fragment
  | Named_LicenseModel_Fragment
  | Named_LicenseModelVersion_Fragment
  | Named_UnitOfMeasure_Fragment
  | Named_CoverageLevel_Fragment
  | Named_Coverage_Fragment
  | Named_CoverageItem_Fragment
  | Named_CustomField_Fragment
  | Named_DirectoryGroup_Fragment
  | Named_DirectoryRecord_Fragment
  | Named_Entitlement_Fragment
  | Named_DecisionRecord_Fragment
  | Named_LineItem_Fragment
  | Named_Period_Fragment
  | Named_Invitation_Fragment
  | Named_AccessRequest_Fragment
  | Named_ImportRun_Fragment
  | Named_Finding_Fragment
  | Named_Job_Fragment
  | Named_System_Fragment
  | Named_Meter_Fragment
  | Named_UsageRecord_Fragment
;

export type LineItemSummaryQueryVariables = Exact<{
  all: Types.LineItemFilterInput;
  held: Types.LineItemFilterInput;
  ending: Types.LineItemFilterInput;
}>;


export type LineItemSummaryQuery = { __typename: 'Query', all: { __typename: 'LineItemConnection', totalCount: number } | null, held: { __typename: 'LineItemConnection', totalCount: number } | null, ending: { __typename: 'LineItemConnection', totalCount: number } | null, last: { __typename: 'LineItemConnection', nodes: Array<{ __typename: 'LineItem', id: string, updatedAt: string }> } | null };

export type LinePositionFragment = { __typename: 'Position', lineItemCount: number, unlimitedLineItemCount: number, product: { __typename: 'Product', id: string, name: string, version: string | null } | null, productLine: { __typename: 'ProductLine', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, unit: { __typename: 'UnitOfMeasure', id: string, code: string, singular: string, plural: string, symbol: string | null, kind: Types.UnitKind, pool: Types.UnitPool, decimals: number }, granted: { __typename: 'Quantity', amount: string | null, unlimited: boolean }, used: { __typename: 'Quantity', amount: string | null, unlimited: boolean } };

export type LinePositionsQueryVariables = Exact<{
  account: string;
  by: Types.PositionGrouping;
  on?: string | null | undefined;
  includeSubAccounts: boolean;
}>;


export type LinePositionsQuery = { __typename: 'Query', account: { __typename: 'Account', id: string, positions: Array<{ __typename: 'Position', lineItemCount: number, unlimitedLineItemCount: number, product: { __typename: 'Product', id: string, name: string, version: string | null } | null, productLine: { __typename: 'ProductLine', id: string, name: string } | null, account: { __typename: 'Account', id: string, name: string } | null, unit: { __typename: 'UnitOfMeasure', id: string, code: string, singular: string, plural: string, symbol: string | null, kind: Types.UnitKind, pool: Types.UnitPool, decimals: number }, granted: { __typename: 'Quantity', amount: string | null, unlimited: boolean }, used: { __typename: 'Quantity', amount: string | null, unlimited: boolean } }> | null } | null };

export type LineChoicesQueryVariables = Exact<{
  account: string;
}>;


export type LineChoicesQuery = { __typename: 'Query', account: { __typename: 'Account', id: string, productLines: Array<{ __typename: 'Position', productLine: { __typename: 'ProductLine', id: string, name: string } | null }> | null, products: Array<{ __typename: 'Position', product: { __typename: 'Product', id: string, name: string, version: string | null } | null }> | null, units: Array<{ __typename: 'Position', unit: { __typename: 'UnitOfMeasure', id: string, code: string, singular: string, plural: string } }> | null, accounts: Array<{ __typename: 'Position', account: { __typename: 'Account', id: string, name: string } | null }> | null } | null };

/** Query LineItems. */
export const LineItemsDocument = trusted<LineItemsQuery, LineItemsQueryVariables>(
  'f87925f1030d546d163c066741f092076f17e70c93e079f7e6fdc86268339b34',
  "query LineItems($on: Date, $first: Int!, $after: String, $filter: LineItemFilterInput!, $orderBy: LineItemOrder!, $direction: OrderDirection!) {\n__typename\nlineItems(\nfirst: $first\nafter: $after\nfilter: $filter\norderBy: $orderBy\ndirection: $direction\n) {\n__typename\ntotalCount\npageInfo {\n__typename\nendCursor\nhasNextPage\n}\nnodes {\n__typename\n...LineRow\n}\n}\n}\n\nfragment Amount on Quantity {\n__typename\namount\nunlimited\n}\n\nfragment Evergreen on LineItem {\n__typename\nevergreen(on: $on) {\n__typename\nendsOn\ncancelUntil\ncancelled\n}\n}\n\nfragment LineRow on LineItem {\n__typename\nid\nactivationId\naccount {\n__typename\nid\nname\n}\nentitlement {\n__typename\nid\nnumber\norderReference {\n__typename\nnumber\nline\n}\n}\nproduct {\n__typename\nid\nname\nversion\n}\nproductLine {\n__typename\nid\nname\n}\nunit {\n__typename\n...Unit\n}\nquantity(on: $on) {\n__typename\n...Amount\n}\ngranted(on: $on) {\n__typename\n...Amount\n}\nused(on: $on) {\n__typename\n...Amount\n}\nexcess(on: $on) {\n__typename\n...Amount\n}\nstatus(on: $on)\nperiodInForce(on: $on) {\n__typename\nid\nterm\n}\nstartsOn\nendsOn\nperpetual\n...Evergreen\ncoverageEndsOn\ncoveragePerpetual\nisCovered(on: $on)\ncoverageItems(first: 30) {\n__typename\npageInfo {\n__typename\nhasNextPage\n}\nnodes {\n__typename\nid\ncoverage {\n__typename\nid\nkind\nstartsOn\nendsOn\nperpetual\ndecision(on: $on)\n}\n}\n}\ncreatedAt\nupdatedAt\n}\n\nfragment Unit on UnitOfMeasure {\n__typename\nid\ncode\nsingular\nplural\nsymbol\nkind\npool\ndecimals\n}",
)

/** Query LineCounts. */
export const LineCountsDocument = trusted<LineCountsQuery, LineCountsQueryVariables>(
  'be1b05deaa6bec4f4256a81f11fd3df43fab15fe7b25fbe29008728a4b92fcb6',
  "query LineCounts($shown: LineItemFilterInput!, $all: LineItemFilterInput!) {\n__typename\nshown: lineItems(filter: $shown) {\n__typename\ntotalCount\n}\nall: lineItems(filter: $all) {\n__typename\ntotalCount\n}\n}",
)

/** Query LineByName. */
export const LineByNameDocument = trusted<LineByNameQuery, LineByNameQueryVariables>(
  'ab0b9f4803a6774b983cfc91c9b6df8fb6bf2e1683b53fcbd29e159e20e10720',
  "query LineByName($id: ID!, $isId: Boolean!, $external: ExternalIdInput!, $isName: Boolean!) {\n__typename\nnode(id: $id) @include(if: $isId) {\n__typename\n...Named\n}\nlookup(externalId: $external) @include(if: $isName) {\n__typename\n...Named\n}\n}\n\nfragment Named on Node {\n__typename\nid\n... on LineItem {\n__typename\nactivationId\nproduct {\n__typename\nid\nname\nversion\n}\naccount {\n__typename\nid\nname\n}\n}\n... on Entitlement {\n__typename\nnumber\naccount {\n__typename\nid\nname\n}\n}\n}",
)

/** Query LineItemSummary. */
export const LineItemSummaryDocument = trusted<LineItemSummaryQuery, LineItemSummaryQueryVariables>(
  '057b2d3b0f2f1d7f5816931dda4e38a3e85c0484f7443a065d52ed40944343a2',
  "query LineItemSummary($all: LineItemFilterInput!, $held: LineItemFilterInput!, $ending: LineItemFilterInput!) {\n__typename\nall: lineItems(filter: $all) {\n__typename\ntotalCount\n}\nheld: lineItems(filter: $held) {\n__typename\ntotalCount\n}\nending: lineItems(filter: $ending) {\n__typename\ntotalCount\n}\nlast: lineItems(first: 1, filter: $all, orderBy: UPDATED, direction: DESCENDING) {\n__typename\nnodes {\n__typename\nid\nupdatedAt\n}\n}\n}",
)

/** Query LinePositions. */
export const LinePositionsDocument = trusted<LinePositionsQuery, LinePositionsQueryVariables>(
  '0e00def390cda7e19d5d05b0ca40397a63b79bda5d0eb6137c7df8bbb01ac828',
  "query LinePositions($account: ID!, $by: PositionGrouping!, $on: Date, $includeSubAccounts: Boolean!) {\n__typename\naccount(id: $account) {\n__typename\nid\npositions(by: $by, on: $on, includeSubAccounts: $includeSubAccounts) {\n__typename\n...LinePosition\n}\n}\n}\n\nfragment Amount on Quantity {\n__typename\namount\nunlimited\n}\n\nfragment LinePosition on Position {\n__typename\nproduct {\n__typename\nid\nname\nversion\n}\nproductLine {\n__typename\nid\nname\n}\naccount {\n__typename\nid\nname\n}\nunit {\n__typename\n...Unit\n}\ngranted {\n__typename\n...Amount\n}\nused {\n__typename\n...Amount\n}\nlineItemCount\nunlimitedLineItemCount\n}\n\nfragment Unit on UnitOfMeasure {\n__typename\nid\ncode\nsingular\nplural\nsymbol\nkind\npool\ndecimals\n}",
)

/** Query LineChoices. */
export const LineChoicesDocument = trusted<LineChoicesQuery, LineChoicesQueryVariables>(
  '607b3390aadb6d7fa555969b0d164c62b499601e839271317a71d8d1264dff21',
  "query LineChoices($account: ID!) {\n__typename\naccount(id: $account) {\n__typename\nid\nproductLines: positions(by: PRODUCT_LINE, includeSubAccounts: true) {\n__typename\nproductLine {\n__typename\nid\nname\n}\n}\nproducts: positions(by: PRODUCT, includeSubAccounts: true) {\n__typename\nproduct {\n__typename\nid\nname\nversion\n}\n}\nunits: positions(by: UNIT, includeSubAccounts: true) {\n__typename\nunit {\n__typename\nid\ncode\nsingular\nplural\n}\n}\naccounts: positions(by: ACCOUNT) {\n__typename\naccount {\n__typename\nid\nname\n}\n}\n}\n}",
)

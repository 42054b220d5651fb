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
  '66caa165aad0320f2a7482f2888cadb315c9286de291b1735268d0508c8f9cda',
  "query LineItems($on: Date, $first: Int!, $after: String, $filter: LineItemFilterInput!, $orderBy: LineItemOrder!, $direction: OrderDirection!) {\n  __typename\n  lineItems(\n    first: $first\n    after: $after\n    filter: $filter\n    orderBy: $orderBy\n    direction: $direction\n  ) {\n    __typename\n    totalCount\n    pageInfo {\n      __typename\n      endCursor\n      hasNextPage\n    }\n    nodes {\n      __typename\n      ...LineRow\n    }\n  }\n}\n\nfragment Amount on Quantity {\n  __typename\n  amount\n  unlimited\n}\n\nfragment Evergreen on LineItem {\n  __typename\n  evergreen(on: $on) {\n    __typename\n    endsOn\n    cancelUntil\n    cancelled\n  }\n}\n\nfragment LineRow on LineItem {\n  __typename\n  id\n  activationId\n  account {\n    __typename\n    id\n    name\n  }\n  entitlement {\n    __typename\n    id\n    number\n    orderReference {\n      __typename\n      number\n      line\n    }\n  }\n  product {\n    __typename\n    id\n    name\n    version\n  }\n  productLine {\n    __typename\n    id\n    name\n  }\n  unit {\n    __typename\n    ...Unit\n  }\n  quantity(on: $on) {\n    __typename\n    ...Amount\n  }\n  granted(on: $on) {\n    __typename\n    ...Amount\n  }\n  used(on: $on) {\n    __typename\n    ...Amount\n  }\n  excess(on: $on) {\n    __typename\n    ...Amount\n  }\n  status(on: $on)\n  periodInForce(on: $on) {\n    __typename\n    id\n    term\n  }\n  startsOn\n  endsOn\n  perpetual\n  ...Evergreen\n  coverageEndsOn\n  coveragePerpetual\n  isCovered(on: $on)\n  coverageItems(first: 30) {\n    __typename\n    pageInfo {\n      __typename\n      hasNextPage\n    }\n    nodes {\n      __typename\n      id\n      coverage {\n        __typename\n        id\n        kind\n        startsOn\n        endsOn\n        perpetual\n        decision(on: $on)\n      }\n    }\n  }\n  createdAt\n  updatedAt\n}\n\nfragment Unit on UnitOfMeasure {\n  __typename\n  id\n  code\n  singular\n  plural\n  symbol\n  kind\n  pool\n  decimals\n}",
)

/** Query LineCounts. */
export const LineCountsDocument = trusted<LineCountsQuery, LineCountsQueryVariables>(
  '4f1a85ebbec048faa247bc5a83dd05a2714d26de2d3d4545f36f57c64e466a17',
  "query LineCounts($shown: LineItemFilterInput!, $all: LineItemFilterInput!) {\n  __typename\n  shown: lineItems(filter: $shown) {\n    __typename\n    totalCount\n  }\n  all: lineItems(filter: $all) {\n    __typename\n    totalCount\n  }\n}",
)

/** Query LineByName. */
export const LineByNameDocument = trusted<LineByNameQuery, LineByNameQueryVariables>(
  '275d33b03305577ad37475b45b0c9ceff6346ee8d14bddcec5f83838de612ef0',
  "query LineByName($id: ID!, $isId: Boolean!, $external: ExternalIdInput!, $isName: Boolean!) {\n  __typename\n  node(id: $id) @include(if: $isId) {\n    __typename\n    ...Named\n  }\n  lookup(externalId: $external) @include(if: $isName) {\n    __typename\n    ...Named\n  }\n}\n\nfragment Named on Node {\n  __typename\n  id\n  ... on LineItem {\n    __typename\n    activationId\n    product {\n      __typename\n      id\n      name\n      version\n    }\n    account {\n      __typename\n      id\n      name\n    }\n  }\n  ... on Entitlement {\n    __typename\n    number\n    account {\n      __typename\n      id\n      name\n    }\n  }\n}",
)

/** Query LineItemSummary. */
export const LineItemSummaryDocument = trusted<LineItemSummaryQuery, LineItemSummaryQueryVariables>(
  'f6a429a679be805c43c889c124a78711550f8e1e8e4ce9fbb6efa66de46e1864',
  "query LineItemSummary($all: LineItemFilterInput!, $held: LineItemFilterInput!, $ending: LineItemFilterInput!) {\n  __typename\n  all: lineItems(filter: $all) {\n    __typename\n    totalCount\n  }\n  held: lineItems(filter: $held) {\n    __typename\n    totalCount\n  }\n  ending: lineItems(filter: $ending) {\n    __typename\n    totalCount\n  }\n  last: lineItems(first: 1, filter: $all, orderBy: UPDATED, direction: DESCENDING) {\n    __typename\n    nodes {\n      __typename\n      id\n      updatedAt\n    }\n  }\n}",
)

/** Query LinePositions. */
export const LinePositionsDocument = trusted<LinePositionsQuery, LinePositionsQueryVariables>(
  '79390996fbe1cb8f52f05592ec1ba2490cb4a54a6b5463da9f274ec4d0a8ebc2',
  "query LinePositions($account: ID!, $by: PositionGrouping!, $on: Date, $includeSubAccounts: Boolean!) {\n  __typename\n  account(id: $account) {\n    __typename\n    id\n    positions(by: $by, on: $on, includeSubAccounts: $includeSubAccounts) {\n      __typename\n      ...LinePosition\n    }\n  }\n}\n\nfragment Amount on Quantity {\n  __typename\n  amount\n  unlimited\n}\n\nfragment LinePosition on Position {\n  __typename\n  product {\n    __typename\n    id\n    name\n    version\n  }\n  productLine {\n    __typename\n    id\n    name\n  }\n  account {\n    __typename\n    id\n    name\n  }\n  unit {\n    __typename\n    ...Unit\n  }\n  granted {\n    __typename\n    ...Amount\n  }\n  used {\n    __typename\n    ...Amount\n  }\n  lineItemCount\n  unlimitedLineItemCount\n}\n\nfragment Unit on UnitOfMeasure {\n  __typename\n  id\n  code\n  singular\n  plural\n  symbol\n  kind\n  pool\n  decimals\n}",
)

/** Query LineChoices. */
export const LineChoicesDocument = trusted<LineChoicesQuery, LineChoicesQueryVariables>(
  '6a6c4c4dda89707815600448d4504c8c84625d0fd748a62d6851c3a01a1602ce',
  "query LineChoices($account: ID!) {\n  __typename\n  account(id: $account) {\n    __typename\n    id\n    productLines: positions(by: PRODUCT_LINE, includeSubAccounts: true) {\n      __typename\n      productLine {\n        __typename\n        id\n        name\n      }\n    }\n    products: positions(by: PRODUCT, includeSubAccounts: true) {\n      __typename\n      product {\n        __typename\n        id\n        name\n        version\n      }\n    }\n    units: positions(by: UNIT, includeSubAccounts: true) {\n      __typename\n      unit {\n        __typename\n        id\n        code\n        singular\n        plural\n      }\n    }\n    accounts: positions(by: ACCOUNT) {\n      __typename\n      account {\n        __typename\n        id\n        name\n      }\n    }\n  }\n}",
)

// Written by `npm run generate`. Change the .graphql files instead.
import { trusted } from '../contract/trusted.ts'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../contract/types.ts';

export type PaletteQueryVariables = Exact<{
  account: string;
  words: Types.LineItemFilterInput;
  activation: Types.LineItemFilterInput;
  number: Types.EntitlementFilterInput;
  external: Types.ExternalIdInput;
  id: string;
  text: string;
  licensing: boolean;
  isName: boolean;
  isId: boolean;
  people: boolean;
}>;


export type PaletteQuery = { __typename: 'Query', words?: { __typename: 'LineItemConnection', nodes: Array<{ __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } }> } | null, activation?: { __typename: 'LineItemConnection', nodes: Array<{ __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } }> } | null, entitlements?: { __typename: 'EntitlementConnection', nodes: Array<{ __typename: 'Entitlement', id: string, number: string, account: { __typename: 'Account', id: string, name: string } }> } | null, lookup?:
    | { __typename: 'Session', id: string }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'Account', name: string, id: string }
    | { __typename: 'User', id: string }
    | { __typename: 'Membership', id: string }
    | { __typename: 'Device', id: string }
    | { __typename: 'LicenseServer', id: string }
    | { __typename: 'Allocation', id: string }
    | { __typename: 'Activation', id: string, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
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
    | { __typename: 'CoverageItem', id: string }
    | { __typename: 'DirectoryGroup', id: string }
    | { __typename: 'DirectoryRecord', id: string }
    | { __typename: 'Entitlement', id: string, number: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'DecisionRecord', id: string }
    | { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'Period', id: string }
    | { __typename: 'Invitation', id: string }
    | { __typename: 'AccessRequest', id: string }
    | { __typename: 'System', id: string }
    | { __typename: 'Meter', id: string }
    | { __typename: 'UsageRecord', id: string }
   | null, node?:
    | { __typename: 'Session', id: string }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'Account', name: string, id: string }
    | { __typename: 'User', id: string }
    | { __typename: 'Membership', id: string }
    | { __typename: 'Device', id: string }
    | { __typename: 'LicenseServer', id: string }
    | { __typename: 'Allocation', id: string }
    | { __typename: 'Activation', id: string, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
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
    | { __typename: 'CoverageItem', id: string }
    | { __typename: 'DirectoryGroup', id: string }
    | { __typename: 'DirectoryRecord', id: string }
    | { __typename: 'Entitlement', id: string, number: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'DecisionRecord', id: string }
    | { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'Period', id: string }
    | { __typename: 'Invitation', id: string }
    | { __typename: 'AccessRequest', id: string }
    | { __typename: 'System', id: string }
    | { __typename: 'Meter', id: string }
    | { __typename: 'UsageRecord', id: string }
   | null, account?: { __typename: 'Account', id: string, found: { __typename: 'MembershipConnection', nodes: Array<{ __typename: 'Membership', id: string, user: { __typename: 'User', id: string, displayName: string | null, userName: string, email: string | null } }> } | null } | null };

export type NearLinesQueryVariables = Exact<{
  held: Types.LineItemFilterInput;
}>;


export type NearLinesQuery = { __typename: 'Query', lineItems: { __typename: 'LineItemConnection', nodes: Array<{ __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } }> } | null };

export type PaletteLineFragment = { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } };

export type PaletteEntitlementFragment = { __typename: 'Entitlement', id: string, number: string, account: { __typename: 'Account', id: string, name: string } };

/** Query Palette. */
export const PaletteDocument = trusted<PaletteQuery, PaletteQueryVariables>(
  '857bdd0b9efb8558c97ce313a7d3fb0917cd6e025a1a0bb1374fa05ef65c6993',
  "query Palette($account: ID!, $words: LineItemFilterInput!, $activation: LineItemFilterInput!, $number: EntitlementFilterInput!, $external: ExternalIdInput!, $id: ID!, $text: String!, $licensing: Boolean!, $isName: Boolean!, $isId: Boolean!, $people: Boolean!) {\n  __typename\n  words: lineItems(first: 6, filter: $words) @include(if: $licensing) {\n    __typename\n    nodes {\n      __typename\n      ...PaletteLine\n    }\n  }\n  activation: lineItems(first: 3, filter: $activation) @include(if: $licensing) {\n    __typename\n    nodes {\n      __typename\n      ...PaletteLine\n    }\n  }\n  entitlements(first: 3, filter: $number) @include(if: $licensing) {\n    __typename\n    nodes {\n      __typename\n      ...PaletteEntitlement\n    }\n  }\n  lookup(externalId: $external) @include(if: $isName) {\n    __typename\n    id\n    ... on LineItem {\n      __typename\n      ...PaletteLine\n    }\n    ... on Entitlement {\n      __typename\n      ...PaletteEntitlement\n    }\n    ... on Account {\n      __typename\n      name\n    }\n    ... on Activation {\n      __typename\n      lineItem {\n        __typename\n        ...PaletteLine\n      }\n    }\n    ... on Coverage {\n      __typename\n      items(first: 3) {\n        __typename\n        nodes {\n          __typename\n          id\n          lineItem {\n            __typename\n            ...PaletteLine\n          }\n        }\n      }\n    }\n  }\n  node(id: $id) @include(if: $isId) {\n    __typename\n    id\n    ... on LineItem {\n      __typename\n      ...PaletteLine\n    }\n    ... on Entitlement {\n      __typename\n      ...PaletteEntitlement\n    }\n    ... on Account {\n      __typename\n      name\n    }\n    ... on Activation {\n      __typename\n      lineItem {\n        __typename\n        ...PaletteLine\n      }\n    }\n    ... on Coverage {\n      __typename\n      items(first: 3) {\n        __typename\n        nodes {\n          __typename\n          id\n          lineItem {\n            __typename\n            ...PaletteLine\n          }\n        }\n      }\n    }\n  }\n  account(id: $account) @include(if: $people) {\n    __typename\n    id\n    found: memberships(first: 5, filter: {text: $text}) {\n      __typename\n      nodes {\n        __typename\n        id\n        user {\n          __typename\n          id\n          displayName\n          userName\n          email\n        }\n      }\n    }\n  }\n}\n\nfragment PaletteEntitlement on Entitlement {\n  __typename\n  id\n  number\n  account {\n    __typename\n    id\n    name\n  }\n}\n\nfragment PaletteLine on LineItem {\n  __typename\n  id\n  activationId\n  product {\n    __typename\n    id\n    name\n    version\n  }\n  account {\n    __typename\n    id\n    name\n  }\n}",
)

/** Query NearLines. */
export const NearLinesDocument = trusted<NearLinesQuery, NearLinesQueryVariables>(
  '1517a07d0dab4f6778af33937a47289e611b6962575f378763c7f697ac015402',
  "query NearLines($held: LineItemFilterInput!) {\n  __typename\n  lineItems(first: 100, filter: $held) {\n    __typename\n    nodes {\n      __typename\n      ...PaletteLine\n    }\n  }\n}\n\nfragment PaletteLine on LineItem {\n  __typename\n  id\n  activationId\n  product {\n    __typename\n    id\n    name\n    version\n  }\n  account {\n    __typename\n    id\n    name\n  }\n}",
)

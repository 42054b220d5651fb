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

export type AccountQueryVariables = Exact<{
  account: string;
}>;


export type AccountQuery = { __typename: 'Query', account: { __typename: 'Account', id: string, name: string, viewerRoles: Array<Types.Role>, viewerServices: Array<Types.Service>, viewerCanSeeMembers: boolean, viewerCanManageMembers: boolean, children: { __typename: 'AccountConnection', totalCount: number } | null } | null };

export type HeldLineItemsQueryVariables = Exact<{
  held: Types.LineItemFilterInput;
}>;


export type HeldLineItemsQuery = { __typename: 'Query', lineItems: { __typename: 'LineItemConnection', totalCount: number } | null };

export type AccountMembersQueryVariables = Exact<{
  account: string;
}>;


export type AccountMembersQuery = { __typename: 'Query', account: { __typename: 'Account', id: string, current: { __typename: 'MembershipConnection', totalCount: number } | null } | null };

export type AccountSearchQueryVariables = Exact<{
  text?: string | null | undefined;
}>;


export type AccountSearchQuery = { __typename: 'Query', accounts: { __typename: 'AccountConnection', totalCount: number, nodes: Array<{ __typename: 'Account', id: string, name: string, kind: Types.AccountKind }> } | null };

export type ReadOutQueryVariables = Exact<{
  id: string;
  isId: boolean;
  external: Types.ExternalIdInput;
  isName: boolean;
  capitals: Types.ExternalIdInput;
  hasSmall: boolean;
}>;


export type ReadOutQuery = { __typename: 'Query', node?:
    | { __typename: 'Session', id: string }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'Account', id: string, name: string }
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
    | { __typename: 'CustomField', id: string }
    | { __typename: 'DirectoryGroup', id: string }
    | { __typename: 'DirectoryRecord', id: string }
    | { __typename: 'Entitlement', id: string, number: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'DecisionRecord', id: string }
    | { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } }
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
    | { __typename: 'Account', id: string, name: string }
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
    | { __typename: 'CustomField', id: string }
    | { __typename: 'DirectoryGroup', id: string }
    | { __typename: 'DirectoryRecord', id: string }
    | { __typename: 'Entitlement', id: string, number: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'DecisionRecord', id: string }
    | { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'Period', id: string }
    | { __typename: 'Invitation', id: string }
    | { __typename: 'AccessRequest', id: string }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Finding', id: string }
    | { __typename: 'Job', id: string }
    | { __typename: 'System', id: string }
    | { __typename: 'Meter', id: string }
    | { __typename: 'UsageRecord', id: string }
   | null, inCapitals?:
    | { __typename: 'Session', id: string }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'Account', id: string, name: string }
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
    | { __typename: 'CustomField', id: string }
    | { __typename: 'DirectoryGroup', id: string }
    | { __typename: 'DirectoryRecord', id: string }
    | { __typename: 'Entitlement', id: string, number: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'DecisionRecord', id: string }
    | { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } }
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

export type NearAccountsQueryVariables = Exact<{
  account: string;
}>;


export type NearAccountsQuery = { __typename: 'Query', account: { __typename: 'Account', id: string, parents: Array<{ __typename: 'Account', id: string, name: string }>, below: { __typename: 'AccountConnection', totalCount: number, nodes: Array<{ __typename: 'Account', id: string, name: string }> } | null } | null };

export type OutsideRequestsQueryVariables = Exact<{ [key: string]: never; }>;


export type OutsideRequestsQuery = { __typename: 'Query', viewer: { __typename: 'Viewer', outsideRequests: Array<{ __typename: 'OutsideRequest', reference: string, state: Types.AccessRequestState, answer: string | null, createdAt: string, account: { __typename: 'Account', id: string, name: string } | null }> } | null };

export type RequestAccessMutationVariables = Exact<{
  input: Types.RequestAccessInput;
}>;


export type RequestAccessMutation = { __typename: 'Mutation', change: { __typename: 'RequestAccessPayload', errors: Array<{ __typename: 'UserError', code: string, message: string, field: string | null, remedy: string }> } | null };

export type RequestOwnAccessMutationVariables = Exact<{
  input: Types.RequestAccessInput;
}>;


export type RequestOwnAccessMutation = { __typename: 'Mutation', change: { __typename: 'RequestAccessPayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
        | { __typename: 'TextValue', text: string }
        | { __typename: 'NumberValue', number: number, text: string }
        | { __typename: 'BooleanValue', isTrue: boolean, text: string }
        | { __typename: 'DayValue', day: string, text: string }
        | { __typename: 'MomentValue', moment: string, text: string }
        | { __typename: 'EnumValue', enum: string, value: string, text: string }
        | { __typename: 'EnumListValue', enum: string, values: Array<string>, text: string }
        | { __typename: 'ReferenceValue', subjectId: string, label: string, text: string }
        | { __typename: 'QuantityValue', amount: string | null, unlimited: boolean, unitLabel: string, text: string }
       | null, after:
        | { __typename: 'TextValue', text: string }
        | { __typename: 'NumberValue', number: number, text: string }
        | { __typename: 'BooleanValue', isTrue: boolean, text: string }
        | { __typename: 'DayValue', day: string, text: string }
        | { __typename: 'MomentValue', moment: string, text: string }
        | { __typename: 'EnumValue', enum: string, value: string, text: string }
        | { __typename: 'EnumListValue', enum: string, values: Array<string>, text: string }
        | { __typename: 'ReferenceValue', subjectId: string, label: string, text: string }
        | { __typename: 'QuantityValue', amount: string | null, unlimited: boolean, unitLabel: string, text: string }
       | null }>, warnings: Array<{ __typename: 'Warning', code: string, message: string }>, errors: Array<{ __typename: 'UserError', code: string, message: string, field: string | null, remedy: string }>, auditEntry: { __typename: 'AuditEntry', id: string, account: { __typename: 'Account', id: string } | null } | null } | null };

export type OwnRequestsQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnRequestsQuery = { __typename: 'Query', viewer: { __typename: 'Viewer', accessRequests: Array<{ __typename: 'AccessRequest', id: string, state: Types.AccessRequestState, createdAt: string, serviceAccess: Array<Types.Service>, account: { __typename: 'Account', id: string } | null }> } | null };

/** Query Account. */
export const AccountDocument = trusted<AccountQuery, AccountQueryVariables>(
  '7e6af4ab217ce78e2d66c578b2f3c7916beaf65acb96d1241c48c8f66d070ee6',
  "query Account($account: ID!) {\n  __typename\n  account(id: $account) {\n    __typename\n    id\n    name\n    children {\n      __typename\n      totalCount\n    }\n    viewerRoles\n    viewerServices\n    viewerCanSeeMembers\n    viewerCanManageMembers\n  }\n}",
)

/** Query HeldLineItems. */
export const HeldLineItemsDocument = trusted<HeldLineItemsQuery, HeldLineItemsQueryVariables>(
  '91e5c38357ecbe17fffc76a226fedb609360bb1887b6ee323eb20692d570a288',
  "query HeldLineItems($held: LineItemFilterInput!) {\n  __typename\n  lineItems(filter: $held) {\n    __typename\n    totalCount\n  }\n}",
)

/** Query AccountMembers. */
export const AccountMembersDocument = trusted<AccountMembersQuery, AccountMembersQueryVariables>(
  '1a834bd84cdef0e9ec7178da42f6bf73d112d050464ab5268c05768f6b82ad36',
  "query AccountMembers($account: ID!) {\n  __typename\n  account(id: $account) {\n    __typename\n    id\n    current: memberships(filter: {current: true}) {\n      __typename\n      totalCount\n    }\n  }\n}",
)

/** Query AccountSearch. */
export const AccountSearchDocument = trusted<AccountSearchQuery, AccountSearchQueryVariables>(
  'b46f30f7abcb13451ba612f631ed2ad749dd2479336a0ff430248c850d035d96',
  "query AccountSearch($text: String) {\n  __typename\n  accounts(first: 20, filter: {text: $text}) {\n    __typename\n    totalCount\n    nodes {\n      __typename\n      id\n      name\n      kind\n    }\n  }\n}",
)

/** Query ReadOut. */
export const ReadOutDocument = trusted<ReadOutQuery, ReadOutQueryVariables>(
  '932c095ecc521a6b6c1b8b68c06f897c6069ff43cf1b0a414bb5f7e74b5688f9',
  "query ReadOut($id: ID!, $isId: Boolean!, $external: ExternalIdInput!, $isName: Boolean!, $capitals: ExternalIdInput!, $hasSmall: Boolean!) {\n  __typename\n  node(id: $id) @include(if: $isId) {\n    __typename\n    id\n    ...PaletteThing\n  }\n  lookup(externalId: $external) @include(if: $isName) {\n    __typename\n    id\n    ...PaletteThing\n  }\n  inCapitals: lookup(externalId: $capitals) @include(if: $hasSmall) {\n    __typename\n    id\n    ...PaletteThing\n  }\n}\n\nfragment PaletteEntitlement on Entitlement {\n  __typename\n  id\n  number\n  account {\n    __typename\n    id\n    name\n  }\n}\n\nfragment PaletteLine on LineItem {\n  __typename\n  id\n  activationId\n  product {\n    __typename\n    id\n    name\n    version\n  }\n  account {\n    __typename\n    id\n    name\n  }\n}\n\nfragment PaletteThing on Node {\n  __typename\n  ... on LineItem {\n    __typename\n    ...PaletteLine\n  }\n  ... on Entitlement {\n    __typename\n    ...PaletteEntitlement\n  }\n  ... on Account {\n    __typename\n    name\n  }\n  ... on Activation {\n    __typename\n    lineItem {\n      __typename\n      ...PaletteLine\n    }\n  }\n  ... on Coverage {\n    __typename\n    items(first: 3) {\n      __typename\n      nodes {\n        __typename\n        id\n        lineItem {\n          __typename\n          ...PaletteLine\n        }\n      }\n    }\n  }\n}",
)

/** Query NearAccounts. */
export const NearAccountsDocument = trusted<NearAccountsQuery, NearAccountsQueryVariables>(
  '81af03acb1cfa50a74853ccc1a7ba5a42ba74a45a68dc8db1dea698c61b3fedd',
  "query NearAccounts($account: ID!) {\n  __typename\n  account(id: $account) {\n    __typename\n    id\n    parents {\n      __typename\n      id\n      name\n    }\n    below: children(first: 100) {\n      __typename\n      totalCount\n      nodes {\n        __typename\n        id\n        name\n      }\n    }\n  }\n}",
)

/** Query OutsideRequests. */
export const OutsideRequestsDocument = trusted<OutsideRequestsQuery, OutsideRequestsQueryVariables>(
  '7a990e9f40c7b5694472763810c070e121ef26ac51d315dd90b59823c3ae6241',
  "query OutsideRequests {\n  __typename\n  viewer {\n    __typename\n    outsideRequests {\n      __typename\n      reference\n      state\n      answer\n      createdAt\n      account {\n        __typename\n        id\n        name\n      }\n    }\n  }\n}",
)

/** Mutation RequestAccess. */
export const RequestAccessDocument = trusted<RequestAccessMutation, RequestAccessMutationVariables>(
  'd799f5e37cabe60cc2d5a14ad18f6d373f6b09b3c5b5c325cfde627c726b758a',
  "mutation RequestAccess($input: RequestAccessInput!) {\n  __typename\n  change: requestAccess(input: $input) {\n    __typename\n    errors {\n      __typename\n      ...ChangeError\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}",
)

/** Mutation RequestOwnAccess. */
export const RequestOwnAccessDocument = trusted<RequestOwnAccessMutation, RequestOwnAccessMutationVariables>(
  '7774ddd79d0a1d31de3db14bfb15292cde04efa7ec1843bc567ff885ebe1d9e6',
  "mutation RequestOwnAccess($input: RequestAccessInput!) {\n  __typename\n  change: requestAccess(input: $input) {\n    __typename\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n}",
)

/** Query OwnRequests. */
export const OwnRequestsDocument = trusted<OwnRequestsQuery, OwnRequestsQueryVariables>(
  '45f114c4cbae3f229125a856590ebe17f409e46a41df7b48b26996df322be56d',
  "query OwnRequests {\n  __typename\n  viewer {\n    __typename\n    accessRequests {\n      __typename\n      id\n      state\n      createdAt\n      serviceAccess\n      account {\n        __typename\n        id\n      }\n    }\n  }\n}",
)

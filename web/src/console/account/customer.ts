/**
 * Written by `npm run generate`. Change the .graphql files instead.
 *
 * @noformat
 */
import { trusted } from '../../portal/contract/trusted.ts'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../portal/contract/types.ts';

export type CustomerHeadQueryVariables = Exact<{
  account: string;
}>;


export type CustomerHeadQuery = { __typename: 'Query', account: { __typename: 'Account', id: string, name: string, kind: Types.AccountKind, description: string | null, visible: boolean, retiredAt: string | null, address: { __typename: 'Address', street: string | null, postalCode: string | null, city: string | null, state: string | null, country: string | null, region: string | null } | null, parents: Array<{ __typename: 'Account', id: string, name: string }>, children: { __typename: 'AccountConnection', totalCount: number } | null, externalIds: Array<{ __typename: 'ExternalId', kind: string, value: string, system: { __typename: 'System', id: string, code: string } }> } | null };

export type CustomerRightsQueryVariables = Exact<{
  account: string;
  held: Types.LineItemFilterInput;
  others: Types.LineItemFilterInput;
  covered: Types.LineItemFilterInput;
  ending: Types.LineItemFilterInput;
  on?: string | null | undefined;
}>;


export type CustomerRightsQuery = { __typename: 'Query', held: { __typename: 'LineItemConnection', totalCount: number, nodes: Array<{ __typename: 'LineItem', id: string, activationId: string, status: Types.Status | null, endsOn: string | null, perpetual: boolean, isCovered: boolean | null, coverageEndsOn: string | null, account: { __typename: 'Account', id: string, name: string }, product: { __typename: 'Product', id: string, name: string, version: string | null }, productLine: { __typename: 'ProductLine', id: string, name: string }, unit: { __typename: 'UnitOfMeasure', id: string, code: string, singular: string, plural: string, symbol: string | null, kind: Types.UnitKind, pool: Types.UnitPool, decimals: number }, quantity: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, granted: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, used: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, excess: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, periodInForce: { __typename: 'Period', id: string, term: Types.Term } | null, coverageInForce: { __typename: 'CoverageItem', id: string, level: { __typename: 'CoverageLevel', id: string, name: string } | null, coverage: { __typename: 'Coverage', id: string, kind: Types.CoverageKind, endsOn: string | null, perpetual: boolean, level: { __typename: 'CoverageLevel', id: string, name: string } | null } } | null, evergreen: { __typename: 'EvergreenTerm', endsOn: string, cancelUntil: string, cancelled: boolean } | null }> } | null, others: { __typename: 'LineItemConnection', totalCount: number, nodes: Array<{ __typename: 'LineItem', id: string, activationId: string, status: Types.Status | null, endsOn: string | null, perpetual: boolean, isCovered: boolean | null, coverageEndsOn: string | null, account: { __typename: 'Account', id: string, name: string }, product: { __typename: 'Product', id: string, name: string, version: string | null }, productLine: { __typename: 'ProductLine', id: string, name: string }, unit: { __typename: 'UnitOfMeasure', id: string, code: string, singular: string, plural: string, symbol: string | null, kind: Types.UnitKind, pool: Types.UnitPool, decimals: number }, quantity: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, granted: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, used: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, excess: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, periodInForce: { __typename: 'Period', id: string, term: Types.Term } | null, coverageInForce: { __typename: 'CoverageItem', id: string, level: { __typename: 'CoverageLevel', id: string, name: string } | null, coverage: { __typename: 'Coverage', id: string, kind: Types.CoverageKind, endsOn: string | null, perpetual: boolean, level: { __typename: 'CoverageLevel', id: string, name: string } | null } } | null, evergreen: { __typename: 'EvergreenTerm', endsOn: string, cancelUntil: string, cancelled: boolean } | null }> } | null, covered: { __typename: 'LineItemConnection', totalCount: number } | null, ending: { __typename: 'LineItemConnection', totalCount: number } | null, account: { __typename: 'Account', id: string, positions: Array<{ __typename: 'Position', product: { __typename: 'Product', id: string, name: string, version: string | null } | null }> | null } | null };

export type CustomerLineFragment = { __typename: 'LineItem', id: string, activationId: string, status: Types.Status | null, endsOn: string | null, perpetual: boolean, isCovered: boolean | null, coverageEndsOn: string | null, account: { __typename: 'Account', id: string, name: string }, product: { __typename: 'Product', id: string, name: string, version: string | null }, productLine: { __typename: 'ProductLine', id: string, name: string }, unit: { __typename: 'UnitOfMeasure', id: string, code: string, singular: string, plural: string, symbol: string | null, kind: Types.UnitKind, pool: Types.UnitPool, decimals: number }, quantity: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, granted: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, used: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, excess: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, periodInForce: { __typename: 'Period', id: string, term: Types.Term } | null, coverageInForce: { __typename: 'CoverageItem', id: string, level: { __typename: 'CoverageLevel', id: string, name: string } | null, coverage: { __typename: 'Coverage', id: string, kind: Types.CoverageKind, endsOn: string | null, perpetual: boolean, level: { __typename: 'CoverageLevel', id: string, name: string } | null } } | null, evergreen: { __typename: 'EvergreenTerm', endsOn: string, cancelUntil: string, cancelled: boolean } | null };

export type CustomerPeopleQueryVariables = Exact<{
  account: string;
}>;


export type CustomerPeopleQuery = { __typename: 'Query', account: { __typename: 'Account', id: string, people: { __typename: 'MembershipConnection', totalCount: number } | null, administrators: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, user: { __typename: 'User', id: string, displayName: string | null, userName: string, email: string | null, lastSignInAt: string | null } }> } | null, waiting: { __typename: 'AccessRequestConnection', totalCount: number, nodes: Array<{ __typename: 'AccessRequest', id: string, note: string | null, createdAt: string, user: { __typename: 'User', id: string, displayName: string | null, userName: string } }> } | null } | null };

export type CustomerDevicesQueryVariables = Exact<{
  account: string;
}>;


export type CustomerDevicesQuery = { __typename: 'Query', account: { __typename: 'Account', id: string, inUse: { __typename: 'DeviceConnection', totalCount: number, nodes: Array<{ __typename: 'Device', id: string, name: string | null, fingerprint: string, lastSeenAt: string | null }> } | null, servers: { __typename: 'LicenseServerConnection', totalCount: number, nodes: Array<{ __typename: 'LicenseServer', id: string, name: string | null, fingerprint: string, lastSeenAt: string | null }> } | null } | null };

export type CustomerChangesQueryVariables = Exact<{
  account: string;
}>;


export type CustomerChangesQuery = { __typename: 'Query', account: { __typename: 'Account', id: string, changes: { __typename: 'AuditEntryConnection', nodes: Array<{ __typename: 'AuditEntry', id: string, recordedAt: string, action: string, label: string | null, subjectId: string | null, reason: string | null, requestId: string | null, byProducer: boolean, erased: boolean, onBehalfOf: { __typename: 'Account', id: string, name: string } | null, actor: { __typename: 'Actor', name: string, kind: Types.ActorKind, user: { __typename: 'User', id: string, displayName: string | null } | null }, changes: Array<{ __typename: 'AuditChange', field: string, after:
            | { __typename: 'TextValue', text: string }
            | { __typename: 'NumberValue', text: string }
            | { __typename: 'BooleanValue', text: string }
            | { __typename: 'DayValue', text: string }
            | { __typename: 'MomentValue', text: string }
            | { __typename: 'EnumValue', enum: string, value: string, text: string }
            | { __typename: 'EnumListValue', text: string }
            | { __typename: 'ReferenceValue', text: string }
            | { __typename: 'QuantityValue', text: string }
           | null }> }> } | null } | null };

/** Query CustomerHead. */
export const CustomerHeadDocument = trusted<CustomerHeadQuery, CustomerHeadQueryVariables>(
  '7377fb4eb73d1e0eb95d22125dccd329b00c8220141deeb5260a7ce5d4d787e9',
  "query CustomerHead($account: ID!) {\n  __typename\n  account(id: $account) {\n    __typename\n    id\n    name\n    kind\n    description\n    visible\n    retiredAt\n    address {\n      __typename\n      street\n      postalCode\n      city\n      state\n      country\n      region\n    }\n    parents {\n      __typename\n      id\n      name\n    }\n    children {\n      __typename\n      totalCount\n    }\n    externalIds {\n      __typename\n      system {\n        __typename\n        id\n        code\n      }\n      kind\n      value\n    }\n  }\n}",
)

/** Query CustomerRights. */
export const CustomerRightsDocument = trusted<CustomerRightsQuery, CustomerRightsQueryVariables>(
  '86f3a21bf573e2a6e2a98d2713c4be0195b6585e2f7ac038956b4da33622b2bc',
  "query CustomerRights($account: ID!, $held: LineItemFilterInput!, $others: LineItemFilterInput!, $covered: LineItemFilterInput!, $ending: LineItemFilterInput!, $on: Date) {\n  __typename\n  held: lineItems(first: 100, filter: $held) {\n    __typename\n    totalCount\n    nodes {\n      __typename\n      ...CustomerLine\n    }\n  }\n  others: lineItems(\n    first: 15\n    filter: $others\n    orderBy: ENDS_ON\n    direction: DESCENDING\n  ) {\n    __typename\n    totalCount\n    nodes {\n      __typename\n      ...CustomerLine\n    }\n  }\n  covered: lineItems(filter: $covered) {\n    __typename\n    totalCount\n  }\n  ending: lineItems(filter: $ending) {\n    __typename\n    totalCount\n  }\n  account(id: $account) {\n    __typename\n    id\n    positions(by: PRODUCT, on: $on, includeSubAccounts: true) {\n      __typename\n      product {\n        __typename\n        id\n        name\n        version\n      }\n    }\n  }\n}\n\nfragment Amount on Quantity {\n  __typename\n  amount\n  unlimited\n}\n\nfragment CustomerLine on LineItem {\n  __typename\n  id\n  activationId\n  account {\n    __typename\n    id\n    name\n  }\n  product {\n    __typename\n    id\n    name\n    version\n  }\n  productLine {\n    __typename\n    id\n    name\n  }\n  unit {\n    __typename\n    ...Unit\n  }\n  quantity(on: $on) {\n    __typename\n    ...Amount\n  }\n  granted(on: $on) {\n    __typename\n    ...Amount\n  }\n  used(on: $on) {\n    __typename\n    ...Amount\n  }\n  excess(on: $on) {\n    __typename\n    ...Amount\n  }\n  status(on: $on)\n  periodInForce(on: $on) {\n    __typename\n    id\n    term\n  }\n  endsOn\n  perpetual\n  ...Evergreen\n  isCovered(on: $on)\n  coverageEndsOn\n  coverageInForce(on: $on) {\n    __typename\n    id\n    level {\n      __typename\n      id\n      name\n    }\n    coverage {\n      __typename\n      id\n      kind\n      endsOn\n      perpetual\n      level {\n        __typename\n        id\n        name\n      }\n    }\n  }\n}\n\nfragment Evergreen on LineItem {\n  __typename\n  evergreen(on: $on) {\n    __typename\n    endsOn\n    cancelUntil\n    cancelled\n  }\n}\n\nfragment Unit on UnitOfMeasure {\n  __typename\n  id\n  code\n  singular\n  plural\n  symbol\n  kind\n  pool\n  decimals\n}",
)

/** Query CustomerPeople. */
export const CustomerPeopleDocument = trusted<CustomerPeopleQuery, CustomerPeopleQueryVariables>(
  'bfa7ab594b4507b252665c30af75a617d597727ae2dc887e658e570eae1a4e90',
  "query CustomerPeople($account: ID!) {\n  __typename\n  account(id: $account) {\n    __typename\n    id\n    people: memberships(filter: {current: true}) {\n      __typename\n      totalCount\n    }\n    administrators: memberships(\n      first: 4\n      filter: {current: true, role: [ACCOUNT_ADMINISTRATOR]}\n    ) {\n      __typename\n      totalCount\n      nodes {\n        __typename\n        id\n        user {\n          __typename\n          id\n          displayName\n          userName\n          email\n          lastSignInAt\n        }\n      }\n    }\n    waiting: accessRequests(first: 3, filter: {state: [OPEN]}) {\n      __typename\n      totalCount\n      nodes {\n        __typename\n        id\n        note\n        createdAt\n        user {\n          __typename\n          id\n          displayName\n          userName\n        }\n      }\n    }\n  }\n}",
)

/** Query CustomerDevices. */
export const CustomerDevicesDocument = trusted<CustomerDevicesQuery, CustomerDevicesQueryVariables>(
  'ed6bb234717ecdf89df50b6b6ecbb46c75376388f4b4f4654cd8ff929144cd60',
  "query CustomerDevices($account: ID!) {\n  __typename\n  account(id: $account) {\n    __typename\n    id\n    inUse: devices(\n      first: 4\n      filter: {status: [ACTIVE]}\n      orderBy: UPDATED\n      direction: DESCENDING\n    ) {\n      __typename\n      totalCount\n      nodes {\n        __typename\n        id\n        name\n        fingerprint\n        lastSeenAt\n      }\n    }\n    servers: licenseServers(first: 3, filter: {status: [ACTIVE]}) {\n      __typename\n      totalCount\n      nodes {\n        __typename\n        id\n        name\n        fingerprint\n        lastSeenAt\n      }\n    }\n  }\n}",
)

/** Query CustomerChanges. */
export const CustomerChangesDocument = trusted<CustomerChangesQuery, CustomerChangesQueryVariables>(
  '5d238f530f4530d5e7b5e26a2f5fbc8a6f6125a2b463d5eff923e1c8c21c34aa',
  "query CustomerChanges($account: ID!) {\n  __typename\n  account(id: $account) {\n    __typename\n    id\n    changes: auditEntries(first: 20, filter: {}) {\n      __typename\n      nodes {\n        __typename\n        ...Record\n      }\n    }\n  }\n}\n\nfragment Record on AuditEntry {\n  __typename\n  id\n  recordedAt\n  action\n  label\n  subjectId\n  reason\n  requestId\n  byProducer\n  erased\n  onBehalfOf {\n    __typename\n    id\n    name\n  }\n  actor {\n    __typename\n    name\n    kind\n    user {\n      __typename\n      id\n      displayName\n    }\n  }\n  changes {\n    __typename\n    field\n    after {\n      __typename\n      text\n      ... on EnumValue {\n        __typename\n        enum\n        value\n      }\n    }\n  }\n}",
)

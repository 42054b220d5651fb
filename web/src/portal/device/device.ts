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

export type DeviceCountsQueryVariables = Exact<{
  devices: Types.DeviceFilterInput;
  idle: Types.DeviceFilterInput;
  servers: Types.LicenseServerFilterInput;
}>;


export type DeviceCountsQuery = { __typename: 'Query', devices: { __typename: 'DeviceConnection', totalCount: number } | null, idle: { __typename: 'DeviceConnection', totalCount: number } | null, licenseServers: { __typename: 'LicenseServerConnection', totalCount: number } | null };

export type DevicesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter: Types.DeviceFilterInput;
  orderBy: Types.DeviceOrder;
  direction: Types.OrderDirection;
}>;


export type DevicesQuery = { __typename: 'Query', devices: { __typename: 'DeviceConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ __typename: 'Device', id: string, name: string | null, fingerprint: string, fingerprintKind: string | null, kind: Types.DeviceKind, status: Types.DeviceStatus, machine: Types.MachineKind | null, userLabel: string | null, lastSeenAt: string | null, uses: { __typename: 'ActivationConnection', totalCount: number, nodes: Array<{ __typename: 'Activation', id: string, quantity: { __typename: 'Quantity', amount: string | null, unlimited: boolean }, lineItem: { __typename: 'LineItem', id: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, unit: { __typename: 'UnitOfMeasure', id: string, code: string, singular: string, plural: string, symbol: string | null, kind: Types.UnitKind, pool: Types.UnitPool, decimals: number } } }> } | null, account: { __typename: 'Account', id: string, name: string }, licenseServer: { __typename: 'LicenseServer', id: string, name: string | null, fingerprint: string } | null }> } | null };

export type DeviceFactsFragment = { __typename: 'Device', id: string, name: string | null, fingerprint: string, fingerprintKind: string | null, kind: Types.DeviceKind, status: Types.DeviceStatus, machine: Types.MachineKind | null, userLabel: string | null, lastSeenAt: string | null, account: { __typename: 'Account', id: string, name: string }, licenseServer: { __typename: 'LicenseServer', id: string, name: string | null, fingerprint: string } | null };

export type UsedLineFragment = { __typename: 'LineItem', id: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, unit: { __typename: 'UnitOfMeasure', id: string, code: string, singular: string, plural: string, symbol: string | null, kind: Types.UnitKind, pool: Types.UnitPool, decimals: number } };

export type LicenseServersQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter: Types.LicenseServerFilterInput;
  orderBy: Types.LicenseServerOrder;
  direction: Types.OrderDirection;
}>;


export type LicenseServersQuery = { __typename: 'Query', licenseServers: { __typename: 'LicenseServerConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ __typename: 'LicenseServer', id: string, name: string | null, fingerprint: string, fingerprintKind: string | null, deployment: Types.Deployment, status: Types.DeviceStatus, machine: Types.MachineKind | null, lastSeenAt: string | null, held: { __typename: 'AllocationConnection', totalCount: number, nodes: Array<{ __typename: 'Allocation', id: string, quantity: { __typename: 'Quantity', amount: string | null, unlimited: boolean }, lineItem: { __typename: 'LineItem', id: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, unit: { __typename: 'UnitOfMeasure', id: string, code: string, singular: string, plural: string, symbol: string | null, kind: Types.UnitKind, pool: Types.UnitPool, decimals: number } } }> } | null, served: { __typename: 'DeviceConnection', totalCount: number } | null, account: { __typename: 'Account', id: string, name: string } }> } | null };

export type ServerFactsFragment = { __typename: 'LicenseServer', id: string, name: string | null, fingerprint: string, fingerprintKind: string | null, deployment: Types.Deployment, status: Types.DeviceStatus, machine: Types.MachineKind | null, lastSeenAt: string | null, account: { __typename: 'Account', id: string, name: string } };

export type DeviceChoicesQueryVariables = Exact<{
  account: string;
}>;


export type DeviceChoicesQuery = { __typename: 'Query', account: { __typename: 'Account', id: string, productLines: Array<{ __typename: 'Position', productLine: { __typename: 'ProductLine', id: string, name: string } | null }> | null } | null };

export type DeviceQueryVariables = Exact<{
  id: string;
}>;


export type DeviceQuery = { __typename: 'Query', device: { __typename: 'Device', createdAt: string, id: string, name: string | null, fingerprint: string, fingerprintKind: string | null, kind: Types.DeviceKind, status: Types.DeviceStatus, machine: Types.MachineKind | null, userLabel: string | null, lastSeenAt: string | null, externalIds: Array<{ __typename: 'ExternalId', kind: string, value: string, system: { __typename: 'System', id: string, name: string } }>, live: { __typename: 'ActivationConnection', totalCount: number } | null, account: { __typename: 'Account', id: string, name: string }, licenseServer: { __typename: 'LicenseServer', id: string, name: string | null, fingerprint: string } | null } | null };

export type DeviceActivationsQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
  liveOnly: boolean;
}>;


export type DeviceActivationsQuery = { __typename: 'Query', device: { __typename: 'Device', id: string, activations: { __typename: 'ActivationConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ __typename: 'Activation', id: string, startsOn: string | null, endsOn: string | null, perpetual: boolean, activatedAt: string, returnedOn: string | null, quantity: { __typename: 'Quantity', amount: string | null, unlimited: boolean }, lineItem: { __typename: 'LineItem', activationId: string, id: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, unit: { __typename: 'UnitOfMeasure', id: string, code: string, singular: string, plural: string, symbol: string | null, kind: Types.UnitKind, pool: Types.UnitPool, decimals: number } } }> } | null } | null };

export type LicenseServerQueryVariables = Exact<{
  id: string;
}>;


export type LicenseServerQuery = { __typename: 'Query', licenseServer: { __typename: 'LicenseServer', createdAt: string, id: string, name: string | null, fingerprint: string, fingerprintKind: string | null, deployment: Types.Deployment, status: Types.DeviceStatus, machine: Types.MachineKind | null, lastSeenAt: string | null, externalIds: Array<{ __typename: 'ExternalId', kind: string, value: string, system: { __typename: 'System', id: string, name: string } }>, held: { __typename: 'AllocationConnection', totalCount: number } | null, served: { __typename: 'DeviceConnection', totalCount: number } | null, account: { __typename: 'Account', id: string, name: string } } | null };

export type ServerAllocationsQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type ServerAllocationsQuery = { __typename: 'Query', licenseServer: { __typename: 'LicenseServer', id: string, allocations: { __typename: 'AllocationConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ __typename: 'Allocation', id: string, endsOn: string | null, perpetual: boolean, quantity: { __typename: 'Quantity', amount: string | null, unlimited: boolean }, requested: { __typename: 'Quantity', amount: string | null, unlimited: boolean }, lineItem: { __typename: 'LineItem', activationId: string, id: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, unit: { __typename: 'UnitOfMeasure', id: string, code: string, singular: string, plural: string, symbol: string | null, kind: Types.UnitKind, pool: Types.UnitPool, decimals: number } } }> } | null } | null };

export type ServerDevicesQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type ServerDevicesQuery = { __typename: 'Query', licenseServer: { __typename: 'LicenseServer', id: string, devices: { __typename: 'DeviceConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ __typename: 'Device', id: string, name: string | null, fingerprint: string, userLabel: string | null, status: Types.DeviceStatus, lastSeenAt: string | null }> } | null } | null };

/** Query DeviceCounts. */
export const DeviceCountsDocument = trusted<DeviceCountsQuery, DeviceCountsQueryVariables>(
  'b97ddabe2d04127107f72acbe68139f7af96714d99db84ad94515504f5f0a11b',
  "query DeviceCounts($devices: DeviceFilterInput!, $idle: DeviceFilterInput!, $servers: LicenseServerFilterInput!) {\n  __typename\n  devices(filter: $devices) {\n    __typename\n    totalCount\n  }\n  idle: devices(filter: $idle) {\n    __typename\n    totalCount\n  }\n  licenseServers(filter: $servers) {\n    __typename\n    totalCount\n  }\n}",
)

/** Query Devices. */
export const DevicesDocument = trusted<DevicesQuery, DevicesQueryVariables>(
  'ed0d9eff2982ee9db9d34aa959d9a8c61111aadcc6b6d0412fc3c57597b469f1',
  "query Devices($first: Int!, $after: String, $filter: DeviceFilterInput!, $orderBy: DeviceOrder!, $direction: OrderDirection!) {\n  __typename\n  devices(\n    first: $first\n    after: $after\n    filter: $filter\n    orderBy: $orderBy\n    direction: $direction\n  ) {\n    __typename\n    totalCount\n    pageInfo {\n      __typename\n      endCursor\n      hasNextPage\n    }\n    nodes {\n      __typename\n      ...DeviceFacts\n      uses: activations(first: 10, filter: {liveOnly: true}) {\n        __typename\n        totalCount\n        nodes {\n          __typename\n          id\n          quantity {\n            __typename\n            ...Amount\n          }\n          lineItem {\n            __typename\n            ...UsedLine\n          }\n        }\n      }\n    }\n  }\n}\n\nfragment Amount on Quantity {\n  __typename\n  amount\n  unlimited\n}\n\nfragment DeviceFacts on Device {\n  __typename\n  id\n  name\n  fingerprint\n  fingerprintKind\n  kind\n  status\n  machine\n  userLabel\n  lastSeenAt\n  account {\n    __typename\n    id\n    name\n  }\n  licenseServer {\n    __typename\n    id\n    name\n    fingerprint\n  }\n}\n\nfragment Unit on UnitOfMeasure {\n  __typename\n  id\n  code\n  singular\n  plural\n  symbol\n  kind\n  pool\n  decimals\n}\n\nfragment UsedLine on LineItem {\n  __typename\n  id\n  product {\n    __typename\n    id\n    name\n    version\n  }\n  unit {\n    __typename\n    ...Unit\n  }\n}",
)

/** Query LicenseServers. */
export const LicenseServersDocument = trusted<LicenseServersQuery, LicenseServersQueryVariables>(
  '144f9b63a86b22dfb615639cd307d3ac91aa4945f14026842f3375f0012ea99b',
  "query LicenseServers($first: Int!, $after: String, $filter: LicenseServerFilterInput!, $orderBy: LicenseServerOrder!, $direction: OrderDirection!) {\n  __typename\n  licenseServers(\n    first: $first\n    after: $after\n    filter: $filter\n    orderBy: $orderBy\n    direction: $direction\n  ) {\n    __typename\n    totalCount\n    pageInfo {\n      __typename\n      endCursor\n      hasNextPage\n    }\n    nodes {\n      __typename\n      ...ServerFacts\n      held: allocations(first: 10) {\n        __typename\n        totalCount\n        nodes {\n          __typename\n          id\n          quantity {\n            __typename\n            ...Amount\n          }\n          lineItem {\n            __typename\n            ...UsedLine\n          }\n        }\n      }\n      served: devices(direction: ASCENDING) {\n        __typename\n        totalCount\n      }\n    }\n  }\n}\n\nfragment Amount on Quantity {\n  __typename\n  amount\n  unlimited\n}\n\nfragment ServerFacts on LicenseServer {\n  __typename\n  id\n  name\n  fingerprint\n  fingerprintKind\n  deployment\n  status\n  machine\n  lastSeenAt\n  account {\n    __typename\n    id\n    name\n  }\n}\n\nfragment Unit on UnitOfMeasure {\n  __typename\n  id\n  code\n  singular\n  plural\n  symbol\n  kind\n  pool\n  decimals\n}\n\nfragment UsedLine on LineItem {\n  __typename\n  id\n  product {\n    __typename\n    id\n    name\n    version\n  }\n  unit {\n    __typename\n    ...Unit\n  }\n}",
)

/** Query DeviceChoices. */
export const DeviceChoicesDocument = trusted<DeviceChoicesQuery, DeviceChoicesQueryVariables>(
  '3b698529cc4a139dd3bb8ad7121938f04eb00d5864420baf732f7b6148c1cca8',
  "query DeviceChoices($account: ID!) {\n  __typename\n  account(id: $account) {\n    __typename\n    id\n    productLines: positions(by: PRODUCT_LINE, includeSubAccounts: true) {\n      __typename\n      productLine {\n        __typename\n        id\n        name\n      }\n    }\n  }\n}",
)

/** Query Device. */
export const DeviceDocument = trusted<DeviceQuery, DeviceQueryVariables>(
  '722a5787ab1275dc791982b48898f16b28fd01fef3b17a7a0fca5cb94b22ad38',
  "query Device($id: ID!) {\n  __typename\n  device(id: $id) {\n    __typename\n    ...DeviceFacts\n    externalIds {\n      __typename\n      system {\n        __typename\n        id\n        name\n      }\n      kind\n      value\n    }\n    createdAt\n    live: activations(filter: {liveOnly: true}) {\n      __typename\n      totalCount\n    }\n  }\n}\n\nfragment DeviceFacts on Device {\n  __typename\n  id\n  name\n  fingerprint\n  fingerprintKind\n  kind\n  status\n  machine\n  userLabel\n  lastSeenAt\n  account {\n    __typename\n    id\n    name\n  }\n  licenseServer {\n    __typename\n    id\n    name\n    fingerprint\n  }\n}",
)

/** Query DeviceActivations. */
export const DeviceActivationsDocument = trusted<DeviceActivationsQuery, DeviceActivationsQueryVariables>(
  '259f5274b670a9f6886306beb00d24dc5c2dc71d3181f3c8baa7b538f15f0f2b',
  "query DeviceActivations($id: ID!, $first: Int!, $after: String, $liveOnly: Boolean!) {\n  __typename\n  device(id: $id) {\n    __typename\n    id\n    activations(first: $first, after: $after, filter: {liveOnly: $liveOnly}) {\n      __typename\n      totalCount\n      pageInfo {\n        __typename\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        __typename\n        id\n        quantity {\n          __typename\n          ...Amount\n        }\n        startsOn\n        endsOn\n        perpetual\n        activatedAt\n        returnedOn\n        lineItem {\n          __typename\n          ...UsedLine\n          activationId\n        }\n      }\n    }\n  }\n}\n\nfragment Amount on Quantity {\n  __typename\n  amount\n  unlimited\n}\n\nfragment Unit on UnitOfMeasure {\n  __typename\n  id\n  code\n  singular\n  plural\n  symbol\n  kind\n  pool\n  decimals\n}\n\nfragment UsedLine on LineItem {\n  __typename\n  id\n  product {\n    __typename\n    id\n    name\n    version\n  }\n  unit {\n    __typename\n    ...Unit\n  }\n}",
)

/** Query LicenseServer. */
export const LicenseServerDocument = trusted<LicenseServerQuery, LicenseServerQueryVariables>(
  'e699d396cd47136612670fbacc44a5d5d326dc479ac9d9056660826295ea7844',
  "query LicenseServer($id: ID!) {\n  __typename\n  licenseServer(id: $id) {\n    __typename\n    ...ServerFacts\n    externalIds {\n      __typename\n      system {\n        __typename\n        id\n        name\n      }\n      kind\n      value\n    }\n    createdAt\n    held: allocations(direction: ASCENDING) {\n      __typename\n      totalCount\n    }\n    served: devices(direction: ASCENDING) {\n      __typename\n      totalCount\n    }\n  }\n}\n\nfragment ServerFacts on LicenseServer {\n  __typename\n  id\n  name\n  fingerprint\n  fingerprintKind\n  deployment\n  status\n  machine\n  lastSeenAt\n  account {\n    __typename\n    id\n    name\n  }\n}",
)

/** Query ServerAllocations. */
export const ServerAllocationsDocument = trusted<ServerAllocationsQuery, ServerAllocationsQueryVariables>(
  '6fe0b0d0718bef1fb99daaf2a9866851daef405756610d54880a5c94e1a65132',
  "query ServerAllocations($id: ID!, $first: Int!, $after: String) {\n  __typename\n  licenseServer(id: $id) {\n    __typename\n    id\n    allocations(first: $first, after: $after) {\n      __typename\n      totalCount\n      pageInfo {\n        __typename\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        __typename\n        id\n        quantity {\n          __typename\n          ...Amount\n        }\n        requested {\n          __typename\n          ...Amount\n        }\n        endsOn\n        perpetual\n        lineItem {\n          __typename\n          ...UsedLine\n          activationId\n        }\n      }\n    }\n  }\n}\n\nfragment Amount on Quantity {\n  __typename\n  amount\n  unlimited\n}\n\nfragment Unit on UnitOfMeasure {\n  __typename\n  id\n  code\n  singular\n  plural\n  symbol\n  kind\n  pool\n  decimals\n}\n\nfragment UsedLine on LineItem {\n  __typename\n  id\n  product {\n    __typename\n    id\n    name\n    version\n  }\n  unit {\n    __typename\n    ...Unit\n  }\n}",
)

/** Query ServerDevices. */
export const ServerDevicesDocument = trusted<ServerDevicesQuery, ServerDevicesQueryVariables>(
  '6d30de415f10e5b158a7e543f81a74f80275b87708a345d261a797d76b0596a3',
  "query ServerDevices($id: ID!, $first: Int!, $after: String) {\n  __typename\n  licenseServer(id: $id) {\n    __typename\n    id\n    devices(first: $first, after: $after) {\n      __typename\n      totalCount\n      pageInfo {\n        __typename\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        __typename\n        id\n        name\n        fingerprint\n        userLabel\n        status\n        lastSeenAt\n      }\n    }\n  }\n}",
)

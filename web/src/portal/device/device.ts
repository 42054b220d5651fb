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
  '4fa783016a14f0abc62317992cb39f025a68cee8f87f91785361e7f1fa0dc79e',
  "query DeviceCounts($devices: DeviceFilterInput!, $idle: DeviceFilterInput!, $servers: LicenseServerFilterInput!) {\n__typename\ndevices(filter: $devices) {\n__typename\ntotalCount\n}\nidle: devices(filter: $idle) {\n__typename\ntotalCount\n}\nlicenseServers(filter: $servers) {\n__typename\ntotalCount\n}\n}",
)

/** Query Devices. */
export const DevicesDocument = trusted<DevicesQuery, DevicesQueryVariables>(
  '67c34c5dad04614220388c4b9e35bf4777da167e27267b7a49ac525afbfbd312',
  "query Devices($first: Int!, $after: String, $filter: DeviceFilterInput!, $orderBy: DeviceOrder!, $direction: OrderDirection!) {\n__typename\ndevices(\nfirst: $first\nafter: $after\nfilter: $filter\norderBy: $orderBy\ndirection: $direction\n) {\n__typename\ntotalCount\npageInfo {\n__typename\nendCursor\nhasNextPage\n}\nnodes {\n__typename\n...DeviceFacts\nuses: activations(first: 10, filter: {liveOnly: true}) {\n__typename\ntotalCount\nnodes {\n__typename\nid\nquantity {\n__typename\n...Amount\n}\nlineItem {\n__typename\n...UsedLine\n}\n}\n}\n}\n}\n}\n\nfragment Amount on Quantity {\n__typename\namount\nunlimited\n}\n\nfragment DeviceFacts on Device {\n__typename\nid\nname\nfingerprint\nfingerprintKind\nkind\nstatus\nmachine\nuserLabel\nlastSeenAt\naccount {\n__typename\nid\nname\n}\nlicenseServer {\n__typename\nid\nname\nfingerprint\n}\n}\n\nfragment Unit on UnitOfMeasure {\n__typename\nid\ncode\nsingular\nplural\nsymbol\nkind\npool\ndecimals\n}\n\nfragment UsedLine on LineItem {\n__typename\nid\nproduct {\n__typename\nid\nname\nversion\n}\nunit {\n__typename\n...Unit\n}\n}",
)

/** Query LicenseServers. */
export const LicenseServersDocument = trusted<LicenseServersQuery, LicenseServersQueryVariables>(
  '878360f147ff229da6e62dc3f588e7408eacf348207d3a1754db3b1be9bd1dca',
  "query LicenseServers($first: Int!, $after: String, $filter: LicenseServerFilterInput!, $orderBy: LicenseServerOrder!, $direction: OrderDirection!) {\n__typename\nlicenseServers(\nfirst: $first\nafter: $after\nfilter: $filter\norderBy: $orderBy\ndirection: $direction\n) {\n__typename\ntotalCount\npageInfo {\n__typename\nendCursor\nhasNextPage\n}\nnodes {\n__typename\n...ServerFacts\nheld: allocations(first: 10) {\n__typename\ntotalCount\nnodes {\n__typename\nid\nquantity {\n__typename\n...Amount\n}\nlineItem {\n__typename\n...UsedLine\n}\n}\n}\nserved: devices(direction: ASCENDING) {\n__typename\ntotalCount\n}\n}\n}\n}\n\nfragment Amount on Quantity {\n__typename\namount\nunlimited\n}\n\nfragment ServerFacts on LicenseServer {\n__typename\nid\nname\nfingerprint\nfingerprintKind\ndeployment\nstatus\nmachine\nlastSeenAt\naccount {\n__typename\nid\nname\n}\n}\n\nfragment Unit on UnitOfMeasure {\n__typename\nid\ncode\nsingular\nplural\nsymbol\nkind\npool\ndecimals\n}\n\nfragment UsedLine on LineItem {\n__typename\nid\nproduct {\n__typename\nid\nname\nversion\n}\nunit {\n__typename\n...Unit\n}\n}",
)

/** Query DeviceChoices. */
export const DeviceChoicesDocument = trusted<DeviceChoicesQuery, DeviceChoicesQueryVariables>(
  'eb3ba041af04c133547d740d90bc9ff0672d722bc189ab48d3d66db8d272f87f',
  "query DeviceChoices($account: ID!) {\n__typename\naccount(id: $account) {\n__typename\nid\nproductLines: positions(by: PRODUCT_LINE, includeSubAccounts: true) {\n__typename\nproductLine {\n__typename\nid\nname\n}\n}\n}\n}",
)

/** Query Device. */
export const DeviceDocument = trusted<DeviceQuery, DeviceQueryVariables>(
  'd6e5f64c15913265cab5dd98cdfa11f818b4f5a1d4a76aca34222baf809c7e51',
  "query Device($id: ID!) {\n__typename\ndevice(id: $id) {\n__typename\n...DeviceFacts\nexternalIds {\n__typename\nsystem {\n__typename\nid\nname\n}\nkind\nvalue\n}\ncreatedAt\nlive: activations(filter: {liveOnly: true}) {\n__typename\ntotalCount\n}\n}\n}\n\nfragment DeviceFacts on Device {\n__typename\nid\nname\nfingerprint\nfingerprintKind\nkind\nstatus\nmachine\nuserLabel\nlastSeenAt\naccount {\n__typename\nid\nname\n}\nlicenseServer {\n__typename\nid\nname\nfingerprint\n}\n}",
)

/** Query DeviceActivations. */
export const DeviceActivationsDocument = trusted<DeviceActivationsQuery, DeviceActivationsQueryVariables>(
  'f3c1f2563cbf6e9cb96e92a9c6d861efb0fa0276cfcb49d2f4bacf487ca73fe3',
  "query DeviceActivations($id: ID!, $first: Int!, $after: String, $liveOnly: Boolean!) {\n__typename\ndevice(id: $id) {\n__typename\nid\nactivations(first: $first, after: $after, filter: {liveOnly: $liveOnly}) {\n__typename\ntotalCount\npageInfo {\n__typename\nendCursor\nhasNextPage\n}\nnodes {\n__typename\nid\nquantity {\n__typename\n...Amount\n}\nstartsOn\nendsOn\nperpetual\nactivatedAt\nreturnedOn\nlineItem {\n__typename\n...UsedLine\nactivationId\n}\n}\n}\n}\n}\n\nfragment Amount on Quantity {\n__typename\namount\nunlimited\n}\n\nfragment Unit on UnitOfMeasure {\n__typename\nid\ncode\nsingular\nplural\nsymbol\nkind\npool\ndecimals\n}\n\nfragment UsedLine on LineItem {\n__typename\nid\nproduct {\n__typename\nid\nname\nversion\n}\nunit {\n__typename\n...Unit\n}\n}",
)

/** Query LicenseServer. */
export const LicenseServerDocument = trusted<LicenseServerQuery, LicenseServerQueryVariables>(
  'f7a3e0ade9f8b257720de27d293dbd653c3f1aaf69e877801126844f51c9a0bb',
  "query LicenseServer($id: ID!) {\n__typename\nlicenseServer(id: $id) {\n__typename\n...ServerFacts\nexternalIds {\n__typename\nsystem {\n__typename\nid\nname\n}\nkind\nvalue\n}\ncreatedAt\nheld: allocations(direction: ASCENDING) {\n__typename\ntotalCount\n}\nserved: devices(direction: ASCENDING) {\n__typename\ntotalCount\n}\n}\n}\n\nfragment ServerFacts on LicenseServer {\n__typename\nid\nname\nfingerprint\nfingerprintKind\ndeployment\nstatus\nmachine\nlastSeenAt\naccount {\n__typename\nid\nname\n}\n}",
)

/** Query ServerAllocations. */
export const ServerAllocationsDocument = trusted<ServerAllocationsQuery, ServerAllocationsQueryVariables>(
  '2cb9fa5283977ef227a59b28cede6912d30461358971e7f1daffa3f0b08f9b2d',
  "query ServerAllocations($id: ID!, $first: Int!, $after: String) {\n__typename\nlicenseServer(id: $id) {\n__typename\nid\nallocations(first: $first, after: $after) {\n__typename\ntotalCount\npageInfo {\n__typename\nendCursor\nhasNextPage\n}\nnodes {\n__typename\nid\nquantity {\n__typename\n...Amount\n}\nrequested {\n__typename\n...Amount\n}\nendsOn\nperpetual\nlineItem {\n__typename\n...UsedLine\nactivationId\n}\n}\n}\n}\n}\n\nfragment Amount on Quantity {\n__typename\namount\nunlimited\n}\n\nfragment Unit on UnitOfMeasure {\n__typename\nid\ncode\nsingular\nplural\nsymbol\nkind\npool\ndecimals\n}\n\nfragment UsedLine on LineItem {\n__typename\nid\nproduct {\n__typename\nid\nname\nversion\n}\nunit {\n__typename\n...Unit\n}\n}",
)

/** Query ServerDevices. */
export const ServerDevicesDocument = trusted<ServerDevicesQuery, ServerDevicesQueryVariables>(
  'c273b3619b78ee9eddabdd88d1695e52096a5c8937cfa19bfd82ce7ec1f63d0e',
  "query ServerDevices($id: ID!, $first: Int!, $after: String) {\n__typename\nlicenseServer(id: $id) {\n__typename\nid\ndevices(first: $first, after: $after) {\n__typename\ntotalCount\npageInfo {\n__typename\nendCursor\nhasNextPage\n}\nnodes {\n__typename\nid\nname\nfingerprint\nuserLabel\nstatus\nlastSeenAt\n}\n}\n}\n}",
)

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
  '379ead8718ae67d0879c39d9410f5e2a58bc61c35b691424b209ba483ac835ae',
  "query CustomerHead($account: ID!) {\n__typename\naccount(id: $account) {\n__typename\nid\nname\nkind\ndescription\nvisible\nretiredAt\naddress {\n__typename\nstreet\npostalCode\ncity\nstate\ncountry\nregion\n}\nparents {\n__typename\nid\nname\n}\nchildren {\n__typename\ntotalCount\n}\nexternalIds {\n__typename\nsystem {\n__typename\nid\ncode\n}\nkind\nvalue\n}\n}\n}",
)

/** Query CustomerRights. */
export const CustomerRightsDocument = trusted<CustomerRightsQuery, CustomerRightsQueryVariables>(
  'a85146c7eaeae7c3b2f46cd787a3d5d951e3210f782c58f917a719ab1f719f94',
  "query CustomerRights($account: ID!, $held: LineItemFilterInput!, $others: LineItemFilterInput!, $covered: LineItemFilterInput!, $ending: LineItemFilterInput!, $on: Date) {\n__typename\nheld: lineItems(first: 100, filter: $held) {\n__typename\ntotalCount\nnodes {\n__typename\n...CustomerLine\n}\n}\nothers: lineItems(\nfirst: 15\nfilter: $others\norderBy: ENDS_ON\ndirection: DESCENDING\n) {\n__typename\ntotalCount\nnodes {\n__typename\n...CustomerLine\n}\n}\ncovered: lineItems(filter: $covered) {\n__typename\ntotalCount\n}\nending: lineItems(filter: $ending) {\n__typename\ntotalCount\n}\naccount(id: $account) {\n__typename\nid\npositions(by: PRODUCT, on: $on, includeSubAccounts: true) {\n__typename\nproduct {\n__typename\nid\nname\nversion\n}\n}\n}\n}\n\nfragment Amount on Quantity {\n__typename\namount\nunlimited\n}\n\nfragment CustomerLine on LineItem {\n__typename\nid\nactivationId\naccount {\n__typename\nid\nname\n}\nproduct {\n__typename\nid\nname\nversion\n}\nproductLine {\n__typename\nid\nname\n}\nunit {\n__typename\n...Unit\n}\nquantity(on: $on) {\n__typename\n...Amount\n}\ngranted(on: $on) {\n__typename\n...Amount\n}\nused(on: $on) {\n__typename\n...Amount\n}\nexcess(on: $on) {\n__typename\n...Amount\n}\nstatus(on: $on)\nperiodInForce(on: $on) {\n__typename\nid\nterm\n}\nendsOn\nperpetual\n...Evergreen\nisCovered(on: $on)\ncoverageEndsOn\ncoverageInForce(on: $on) {\n__typename\nid\nlevel {\n__typename\nid\nname\n}\ncoverage {\n__typename\nid\nkind\nendsOn\nperpetual\nlevel {\n__typename\nid\nname\n}\n}\n}\n}\n\nfragment Evergreen on LineItem {\n__typename\nevergreen(on: $on) {\n__typename\nendsOn\ncancelUntil\ncancelled\n}\n}\n\nfragment Unit on UnitOfMeasure {\n__typename\nid\ncode\nsingular\nplural\nsymbol\nkind\npool\ndecimals\n}",
)

/** Query CustomerPeople. */
export const CustomerPeopleDocument = trusted<CustomerPeopleQuery, CustomerPeopleQueryVariables>(
  '4e84d962d7ce498ef235847330819ccfd99cbaf060ebae948c621c97988c52f4',
  "query CustomerPeople($account: ID!) {\n__typename\naccount(id: $account) {\n__typename\nid\npeople: memberships(filter: {current: true}) {\n__typename\ntotalCount\n}\nadministrators: memberships(\nfirst: 4\nfilter: {current: true, role: [ACCOUNT_ADMINISTRATOR]}\n) {\n__typename\ntotalCount\nnodes {\n__typename\nid\nuser {\n__typename\nid\ndisplayName\nuserName\nemail\nlastSignInAt\n}\n}\n}\nwaiting: accessRequests(first: 3, filter: {state: [OPEN]}) {\n__typename\ntotalCount\nnodes {\n__typename\nid\nnote\ncreatedAt\nuser {\n__typename\nid\ndisplayName\nuserName\n}\n}\n}\n}\n}",
)

/** Query CustomerDevices. */
export const CustomerDevicesDocument = trusted<CustomerDevicesQuery, CustomerDevicesQueryVariables>(
  'b5f5e59a525f811f22d52d42369104f3547fe2590605cc461e8f845e33caae76',
  "query CustomerDevices($account: ID!) {\n__typename\naccount(id: $account) {\n__typename\nid\ninUse: devices(\nfirst: 4\nfilter: {status: [ACTIVE]}\norderBy: UPDATED\ndirection: DESCENDING\n) {\n__typename\ntotalCount\nnodes {\n__typename\nid\nname\nfingerprint\nlastSeenAt\n}\n}\nservers: licenseServers(first: 3, filter: {status: [ACTIVE]}) {\n__typename\ntotalCount\nnodes {\n__typename\nid\nname\nfingerprint\nlastSeenAt\n}\n}\n}\n}",
)

/** Query CustomerChanges. */
export const CustomerChangesDocument = trusted<CustomerChangesQuery, CustomerChangesQueryVariables>(
  '930acce33709ed539dfca2ea6d1b5cd03a03cf4af4032df38b95165413cef89a',
  "query CustomerChanges($account: ID!) {\n__typename\naccount(id: $account) {\n__typename\nid\nchanges: auditEntries(first: 20, filter: {}) {\n__typename\nnodes {\n__typename\n...Record\n}\n}\n}\n}\n\nfragment Record on AuditEntry {\n__typename\nid\nrecordedAt\naction\nlabel\nsubjectId\nreason\nrequestId\nbyProducer\nerased\nonBehalfOf {\n__typename\nid\nname\n}\nactor {\n__typename\nname\nkind\nuser {\n__typename\nid\ndisplayName\n}\n}\nchanges {\n__typename\nfield\nafter {\n__typename\ntext\n... on EnumValue {\n__typename\nenum\nvalue\n}\n}\n}\n}",
)

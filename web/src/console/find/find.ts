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

export type FindQueryVariables = Exact<{
  text: string;
  number: string;
  isId: boolean;
  isName: boolean;
}>;


export type FindQuery = { __typename: 'Query', accounts?: { __typename: 'AccountConnection', totalCount: number, nodes: Array<{ __typename: 'Account', id: string, name: string, kind: Types.AccountKind, address: { __typename: 'Address', city: string | null, country: string | null } | null }> } | null, users?: { __typename: 'UserConnection', totalCount: number, nodes: Array<{ __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null }> } | null, entitlements?: { __typename: 'EntitlementConnection', nodes: Array<{ __typename: 'Entitlement', id: string, number: string, account: { __typename: 'Account', id: string, name: string } }> } | null };

export type FindExactlyQueryVariables = Exact<{
  id: string;
  isId: boolean;
  value: string;
  isName: boolean;
  capitals: string;
  hasSmall: boolean;
}>;


export type FindExactlyQuery = { __typename: 'Query', node?:
    | { __typename: 'Session', id: string }
    | { __typename: 'ApiKey', id: string, name: string, belongsTo: { __typename: 'Account', id: string, name: string } | null, owner: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null } | null }
    | { __typename: 'Account', id: string, name: string, kind: Types.AccountKind, address: { __typename: 'Address', city: string | null, country: string | null } | null }
    | { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null }
    | { __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string }, user: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null } }
    | { __typename: 'Device', id: string, fingerprint: string, called: string | null, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'LicenseServer', id: string, fingerprint: string, called: string | null, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'Allocation', id: string, account: { __typename: 'Account', id: string, name: string }, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
    | { __typename: 'Activation', id: string, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
    | { __typename: 'AuditEntry', id: string, action: string, recordedAt: string, belongsTo: { __typename: 'Account', id: string, name: string } | null }
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
    | { __typename: 'CoverageItem', id: string, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
    | { __typename: 'DirectoryGroup', id: string, name: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'DirectoryRecord', id: string, userName: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'Entitlement', id: string, number: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'DecisionRecord', id: string }
    | { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'Period', id: string, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
    | { __typename: 'Invitation', id: string, invited: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'AccessRequest', id: string, belongsTo: { __typename: 'Account', id: string, name: string } | null, user: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null } }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Finding', id: string }
    | { __typename: 'Job', id: string }
    | { __typename: 'System', id: string }
    | { __typename: 'Meter', id: string }
    | { __typename: 'UsageRecord', id: string, account: { __typename: 'Account', id: string, name: string } }
   | null, lookup?:
    | { __typename: 'Session', id: string }
    | { __typename: 'ApiKey', id: string, name: string, belongsTo: { __typename: 'Account', id: string, name: string } | null, owner: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null } | null }
    | { __typename: 'Account', id: string, name: string, kind: Types.AccountKind, address: { __typename: 'Address', city: string | null, country: string | null } | null }
    | { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null }
    | { __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string }, user: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null } }
    | { __typename: 'Device', id: string, fingerprint: string, called: string | null, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'LicenseServer', id: string, fingerprint: string, called: string | null, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'Allocation', id: string, account: { __typename: 'Account', id: string, name: string }, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
    | { __typename: 'Activation', id: string, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
    | { __typename: 'AuditEntry', id: string, action: string, recordedAt: string, belongsTo: { __typename: 'Account', id: string, name: string } | null }
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
    | { __typename: 'CoverageItem', id: string, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
    | { __typename: 'DirectoryGroup', id: string, name: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'DirectoryRecord', id: string, userName: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'Entitlement', id: string, number: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'DecisionRecord', id: string }
    | { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'Period', id: string, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
    | { __typename: 'Invitation', id: string, invited: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'AccessRequest', id: string, belongsTo: { __typename: 'Account', id: string, name: string } | null, user: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null } }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Finding', id: string }
    | { __typename: 'Job', id: string }
    | { __typename: 'System', id: string }
    | { __typename: 'Meter', id: string }
    | { __typename: 'UsageRecord', id: string, account: { __typename: 'Account', id: string, name: string } }
   | null, inCapitals?:
    | { __typename: 'Session', id: string }
    | { __typename: 'ApiKey', id: string, name: string, belongsTo: { __typename: 'Account', id: string, name: string } | null, owner: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null } | null }
    | { __typename: 'Account', id: string, name: string, kind: Types.AccountKind, address: { __typename: 'Address', city: string | null, country: string | null } | null }
    | { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null }
    | { __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string }, user: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null } }
    | { __typename: 'Device', id: string, fingerprint: string, called: string | null, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'LicenseServer', id: string, fingerprint: string, called: string | null, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'Allocation', id: string, account: { __typename: 'Account', id: string, name: string }, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
    | { __typename: 'Activation', id: string, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
    | { __typename: 'AuditEntry', id: string, action: string, recordedAt: string, belongsTo: { __typename: 'Account', id: string, name: string } | null }
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
    | { __typename: 'CoverageItem', id: string, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
    | { __typename: 'DirectoryGroup', id: string, name: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'DirectoryRecord', id: string, userName: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'Entitlement', id: string, number: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'DecisionRecord', id: string }
    | { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'Period', id: string, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
    | { __typename: 'Invitation', id: string, invited: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'AccessRequest', id: string, belongsTo: { __typename: 'Account', id: string, name: string } | null, user: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null } }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Finding', id: string }
    | { __typename: 'Job', id: string }
    | { __typename: 'System', id: string }
    | { __typename: 'Meter', id: string }
    | { __typename: 'UsageRecord', id: string, account: { __typename: 'Account', id: string, name: string } }
   | null };

export type FindByKindQueryVariables = Exact<{
  value: string;
}>;


export type FindByKindQuery = { __typename: 'Query', account:
    | { __typename: 'Session', id: string }
    | { __typename: 'ApiKey', id: string, name: string, belongsTo: { __typename: 'Account', id: string, name: string } | null, owner: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null } | null }
    | { __typename: 'Account', id: string, name: string, kind: Types.AccountKind, address: { __typename: 'Address', city: string | null, country: string | null } | null }
    | { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null }
    | { __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string }, user: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null } }
    | { __typename: 'Device', id: string, fingerprint: string, called: string | null, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'LicenseServer', id: string, fingerprint: string, called: string | null, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'Allocation', id: string, account: { __typename: 'Account', id: string, name: string }, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
    | { __typename: 'Activation', id: string, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
    | { __typename: 'AuditEntry', id: string, action: string, recordedAt: string, belongsTo: { __typename: 'Account', id: string, name: string } | null }
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
    | { __typename: 'CoverageItem', id: string, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
    | { __typename: 'DirectoryGroup', id: string, name: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'DirectoryRecord', id: string, userName: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'Entitlement', id: string, number: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'DecisionRecord', id: string }
    | { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'Period', id: string, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
    | { __typename: 'Invitation', id: string, invited: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'AccessRequest', id: string, belongsTo: { __typename: 'Account', id: string, name: string } | null, user: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null } }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Finding', id: string }
    | { __typename: 'Job', id: string }
    | { __typename: 'System', id: string }
    | { __typename: 'Meter', id: string }
    | { __typename: 'UsageRecord', id: string, account: { __typename: 'Account', id: string, name: string } }
   | null, crmAccount:
    | { __typename: 'Session', id: string }
    | { __typename: 'ApiKey', id: string, name: string, belongsTo: { __typename: 'Account', id: string, name: string } | null, owner: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null } | null }
    | { __typename: 'Account', id: string, name: string, kind: Types.AccountKind, address: { __typename: 'Address', city: string | null, country: string | null } | null }
    | { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null }
    | { __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string }, user: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null } }
    | { __typename: 'Device', id: string, fingerprint: string, called: string | null, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'LicenseServer', id: string, fingerprint: string, called: string | null, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'Allocation', id: string, account: { __typename: 'Account', id: string, name: string }, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
    | { __typename: 'Activation', id: string, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
    | { __typename: 'AuditEntry', id: string, action: string, recordedAt: string, belongsTo: { __typename: 'Account', id: string, name: string } | null }
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
    | { __typename: 'CoverageItem', id: string, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
    | { __typename: 'DirectoryGroup', id: string, name: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'DirectoryRecord', id: string, userName: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'Entitlement', id: string, number: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'DecisionRecord', id: string }
    | { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'Period', id: string, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
    | { __typename: 'Invitation', id: string, invited: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'AccessRequest', id: string, belongsTo: { __typename: 'Account', id: string, name: string } | null, user: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null } }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Finding', id: string }
    | { __typename: 'Job', id: string }
    | { __typename: 'System', id: string }
    | { __typename: 'Meter', id: string }
    | { __typename: 'UsageRecord', id: string, account: { __typename: 'Account', id: string, name: string } }
   | null, user:
    | { __typename: 'Session', id: string }
    | { __typename: 'ApiKey', id: string, name: string, belongsTo: { __typename: 'Account', id: string, name: string } | null, owner: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null } | null }
    | { __typename: 'Account', id: string, name: string, kind: Types.AccountKind, address: { __typename: 'Address', city: string | null, country: string | null } | null }
    | { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null }
    | { __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string }, user: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null } }
    | { __typename: 'Device', id: string, fingerprint: string, called: string | null, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'LicenseServer', id: string, fingerprint: string, called: string | null, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'Allocation', id: string, account: { __typename: 'Account', id: string, name: string }, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
    | { __typename: 'Activation', id: string, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
    | { __typename: 'AuditEntry', id: string, action: string, recordedAt: string, belongsTo: { __typename: 'Account', id: string, name: string } | null }
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
    | { __typename: 'CoverageItem', id: string, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
    | { __typename: 'DirectoryGroup', id: string, name: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'DirectoryRecord', id: string, userName: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'Entitlement', id: string, number: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'DecisionRecord', id: string }
    | { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'Period', id: string, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
    | { __typename: 'Invitation', id: string, invited: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'AccessRequest', id: string, belongsTo: { __typename: 'Account', id: string, name: string } | null, user: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null } }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Finding', id: string }
    | { __typename: 'Job', id: string }
    | { __typename: 'System', id: string }
    | { __typename: 'Meter', id: string }
    | { __typename: 'UsageRecord', id: string, account: { __typename: 'Account', id: string, name: string } }
   | null, entitlement:
    | { __typename: 'Session', id: string }
    | { __typename: 'ApiKey', id: string, name: string, belongsTo: { __typename: 'Account', id: string, name: string } | null, owner: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null } | null }
    | { __typename: 'Account', id: string, name: string, kind: Types.AccountKind, address: { __typename: 'Address', city: string | null, country: string | null } | null }
    | { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null }
    | { __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string }, user: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null } }
    | { __typename: 'Device', id: string, fingerprint: string, called: string | null, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'LicenseServer', id: string, fingerprint: string, called: string | null, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'Allocation', id: string, account: { __typename: 'Account', id: string, name: string }, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
    | { __typename: 'Activation', id: string, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
    | { __typename: 'AuditEntry', id: string, action: string, recordedAt: string, belongsTo: { __typename: 'Account', id: string, name: string } | null }
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
    | { __typename: 'CoverageItem', id: string, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
    | { __typename: 'DirectoryGroup', id: string, name: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'DirectoryRecord', id: string, userName: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'Entitlement', id: string, number: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'DecisionRecord', id: string }
    | { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'Period', id: string, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
    | { __typename: 'Invitation', id: string, invited: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'AccessRequest', id: string, belongsTo: { __typename: 'Account', id: string, name: string } | null, user: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null } }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Finding', id: string }
    | { __typename: 'Job', id: string }
    | { __typename: 'System', id: string }
    | { __typename: 'Meter', id: string }
    | { __typename: 'UsageRecord', id: string, account: { __typename: 'Account', id: string, name: string } }
   | null, activation:
    | { __typename: 'Session', id: string }
    | { __typename: 'ApiKey', id: string, name: string, belongsTo: { __typename: 'Account', id: string, name: string } | null, owner: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null } | null }
    | { __typename: 'Account', id: string, name: string, kind: Types.AccountKind, address: { __typename: 'Address', city: string | null, country: string | null } | null }
    | { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null }
    | { __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string }, user: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null } }
    | { __typename: 'Device', id: string, fingerprint: string, called: string | null, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'LicenseServer', id: string, fingerprint: string, called: string | null, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'Allocation', id: string, account: { __typename: 'Account', id: string, name: string }, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
    | { __typename: 'Activation', id: string, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
    | { __typename: 'AuditEntry', id: string, action: string, recordedAt: string, belongsTo: { __typename: 'Account', id: string, name: string } | null }
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
    | { __typename: 'CoverageItem', id: string, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
    | { __typename: 'DirectoryGroup', id: string, name: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'DirectoryRecord', id: string, userName: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'Entitlement', id: string, number: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'DecisionRecord', id: string }
    | { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'Period', id: string, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
    | { __typename: 'Invitation', id: string, invited: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'AccessRequest', id: string, belongsTo: { __typename: 'Account', id: string, name: string } | null, user: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null } }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Finding', id: string }
    | { __typename: 'Job', id: string }
    | { __typename: 'System', id: string }
    | { __typename: 'Meter', id: string }
    | { __typename: 'UsageRecord', id: string, account: { __typename: 'Account', id: string, name: string } }
   | null, maintenance:
    | { __typename: 'Session', id: string }
    | { __typename: 'ApiKey', id: string, name: string, belongsTo: { __typename: 'Account', id: string, name: string } | null, owner: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null } | null }
    | { __typename: 'Account', id: string, name: string, kind: Types.AccountKind, address: { __typename: 'Address', city: string | null, country: string | null } | null }
    | { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null }
    | { __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string }, user: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null } }
    | { __typename: 'Device', id: string, fingerprint: string, called: string | null, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'LicenseServer', id: string, fingerprint: string, called: string | null, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'Allocation', id: string, account: { __typename: 'Account', id: string, name: string }, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
    | { __typename: 'Activation', id: string, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
    | { __typename: 'AuditEntry', id: string, action: string, recordedAt: string, belongsTo: { __typename: 'Account', id: string, name: string } | null }
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
    | { __typename: 'CoverageItem', id: string, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
    | { __typename: 'DirectoryGroup', id: string, name: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'DirectoryRecord', id: string, userName: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'Entitlement', id: string, number: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'DecisionRecord', id: string }
    | { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'Period', id: string, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
    | { __typename: 'Invitation', id: string, invited: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'AccessRequest', id: string, belongsTo: { __typename: 'Account', id: string, name: string } | null, user: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null } }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Finding', id: string }
    | { __typename: 'Job', id: string }
    | { __typename: 'System', id: string }
    | { __typename: 'Meter', id: string }
    | { __typename: 'UsageRecord', id: string, account: { __typename: 'Account', id: string, name: string } }
   | null, device:
    | { __typename: 'Session', id: string }
    | { __typename: 'ApiKey', id: string, name: string, belongsTo: { __typename: 'Account', id: string, name: string } | null, owner: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null } | null }
    | { __typename: 'Account', id: string, name: string, kind: Types.AccountKind, address: { __typename: 'Address', city: string | null, country: string | null } | null }
    | { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null }
    | { __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string }, user: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null } }
    | { __typename: 'Device', id: string, fingerprint: string, called: string | null, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'LicenseServer', id: string, fingerprint: string, called: string | null, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'Allocation', id: string, account: { __typename: 'Account', id: string, name: string }, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
    | { __typename: 'Activation', id: string, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
    | { __typename: 'AuditEntry', id: string, action: string, recordedAt: string, belongsTo: { __typename: 'Account', id: string, name: string } | null }
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
    | { __typename: 'CoverageItem', id: string, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
    | { __typename: 'DirectoryGroup', id: string, name: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'DirectoryRecord', id: string, userName: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'Entitlement', id: string, number: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'DecisionRecord', id: string }
    | { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'Period', id: string, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
    | { __typename: 'Invitation', id: string, invited: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'AccessRequest', id: string, belongsTo: { __typename: 'Account', id: string, name: string } | null, user: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null } }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Finding', id: string }
    | { __typename: 'Job', id: string }
    | { __typename: 'System', id: string }
    | { __typename: 'Meter', id: string }
    | { __typename: 'UsageRecord', id: string, account: { __typename: 'Account', id: string, name: string } }
   | null, fulfillment:
    | { __typename: 'Session', id: string }
    | { __typename: 'ApiKey', id: string, name: string, belongsTo: { __typename: 'Account', id: string, name: string } | null, owner: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null } | null }
    | { __typename: 'Account', id: string, name: string, kind: Types.AccountKind, address: { __typename: 'Address', city: string | null, country: string | null } | null }
    | { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null }
    | { __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string }, user: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null } }
    | { __typename: 'Device', id: string, fingerprint: string, called: string | null, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'LicenseServer', id: string, fingerprint: string, called: string | null, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'Allocation', id: string, account: { __typename: 'Account', id: string, name: string }, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
    | { __typename: 'Activation', id: string, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
    | { __typename: 'AuditEntry', id: string, action: string, recordedAt: string, belongsTo: { __typename: 'Account', id: string, name: string } | null }
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
    | { __typename: 'CoverageItem', id: string, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
    | { __typename: 'DirectoryGroup', id: string, name: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'DirectoryRecord', id: string, userName: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'Entitlement', id: string, number: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'DecisionRecord', id: string }
    | { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'Period', id: string, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
    | { __typename: 'Invitation', id: string, invited: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'AccessRequest', id: string, belongsTo: { __typename: 'Account', id: string, name: string } | null, user: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null } }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Finding', id: string }
    | { __typename: 'Job', id: string }
    | { __typename: 'System', id: string }
    | { __typename: 'Meter', id: string }
    | { __typename: 'UsageRecord', id: string, account: { __typename: 'Account', id: string, name: string } }
   | null };

export type FoundAccountFragment = { __typename: 'Account', id: string, name: string, kind: Types.AccountKind, address: { __typename: 'Address', city: string | null, country: string | null } | null };

export type FoundUserFragment = { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null };

type FoundThing_Session_Fragment = { __typename: 'Session' };

type FoundThing_ApiKey_Fragment = { __typename: 'ApiKey', name: string, belongsTo: { __typename: 'Account', id: string, name: string } | null, owner: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null } | null };

type FoundThing_Account_Fragment = { __typename: 'Account', id: string, name: string, kind: Types.AccountKind, address: { __typename: 'Address', city: string | null, country: string | null } | null };

type FoundThing_User_Fragment = { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null };

type FoundThing_Membership_Fragment = { __typename: 'Membership', account: { __typename: 'Account', id: string, name: string }, user: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null } };

type FoundThing_Device_Fragment = { __typename: 'Device', fingerprint: string, called: string | null, account: { __typename: 'Account', id: string, name: string } };

type FoundThing_LicenseServer_Fragment = { __typename: 'LicenseServer', fingerprint: string, called: string | null, account: { __typename: 'Account', id: string, name: string } };

type FoundThing_Allocation_Fragment = { __typename: 'Allocation', account: { __typename: 'Account', id: string, name: string }, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } };

type FoundThing_Activation_Fragment = { __typename: 'Activation', lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } };

type FoundThing_AuditEntry_Fragment = { __typename: 'AuditEntry', action: string, recordedAt: string, belongsTo: { __typename: 'Account', id: string, name: string } | null };

type FoundThing_ProductLine_Fragment = { __typename: 'ProductLine' };

type FoundThing_Product_Fragment = { __typename: 'Product' };

type FoundThing_Feature_Fragment = { __typename: 'Feature' };

type FoundThing_PartNumber_Fragment = { __typename: 'PartNumber' };

type FoundThing_ListPrice_Fragment = { __typename: 'ListPrice' };

type FoundThing_LicenseModel_Fragment = { __typename: 'LicenseModel' };

type FoundThing_LicenseModelVersion_Fragment = { __typename: 'LicenseModelVersion' };

type FoundThing_UnitOfMeasure_Fragment = { __typename: 'UnitOfMeasure' };

type FoundThing_CoverageLevel_Fragment = { __typename: 'CoverageLevel' };

type FoundThing_Coverage_Fragment = { __typename: 'Coverage', items: { __typename: 'CoverageItemConnection', nodes: Array<{ __typename: 'CoverageItem', id: string, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }> } | null };

type FoundThing_CoverageItem_Fragment = { __typename: 'CoverageItem', lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } };

type FoundThing_DirectoryGroup_Fragment = { __typename: 'DirectoryGroup', name: string, account: { __typename: 'Account', id: string, name: string } };

type FoundThing_DirectoryRecord_Fragment = { __typename: 'DirectoryRecord', userName: string, account: { __typename: 'Account', id: string, name: string } };

type FoundThing_Entitlement_Fragment = { __typename: 'Entitlement', id: string, number: string, account: { __typename: 'Account', id: string, name: string } };

type FoundThing_DecisionRecord_Fragment = { __typename: 'DecisionRecord' };

type FoundThing_LineItem_Fragment = { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } };

type FoundThing_Period_Fragment = { __typename: 'Period', lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } };

type FoundThing_Invitation_Fragment = { __typename: 'Invitation', invited: string, account: { __typename: 'Account', id: string, name: string } };

type FoundThing_AccessRequest_Fragment = { __typename: 'AccessRequest', belongsTo: { __typename: 'Account', id: string, name: string } | null, user: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null } };

type FoundThing_ImportRun_Fragment = { __typename: 'ImportRun' };

type FoundThing_Finding_Fragment = { __typename: 'Finding' };

type FoundThing_Job_Fragment = { __typename: 'Job' };

type FoundThing_System_Fragment = { __typename: 'System' };

type FoundThing_Meter_Fragment = { __typename: 'Meter' };

type FoundThing_UsageRecord_Fragment = { __typename: 'UsageRecord', account: { __typename: 'Account', id: string, name: string } };

export type FoundThingFragment =
  | FoundThing_Session_Fragment
  | FoundThing_ApiKey_Fragment
  | FoundThing_Account_Fragment
  | FoundThing_User_Fragment
  | FoundThing_Membership_Fragment
  | FoundThing_Device_Fragment
  | FoundThing_LicenseServer_Fragment
  | FoundThing_Allocation_Fragment
  | FoundThing_Activation_Fragment
  | FoundThing_AuditEntry_Fragment
  | FoundThing_ProductLine_Fragment
  | FoundThing_Product_Fragment
  | FoundThing_Feature_Fragment
  | FoundThing_PartNumber_Fragment
  | FoundThing_ListPrice_Fragment
  | FoundThing_LicenseModel_Fragment
  | FoundThing_LicenseModelVersion_Fragment
  | FoundThing_UnitOfMeasure_Fragment
  | FoundThing_CoverageLevel_Fragment
  | FoundThing_Coverage_Fragment
  | FoundThing_CoverageItem_Fragment
  | FoundThing_DirectoryGroup_Fragment
  | FoundThing_DirectoryRecord_Fragment
  | FoundThing_Entitlement_Fragment
  | FoundThing_DecisionRecord_Fragment
  | FoundThing_LineItem_Fragment
  | FoundThing_Period_Fragment
  | FoundThing_Invitation_Fragment
  | FoundThing_AccessRequest_Fragment
  | FoundThing_ImportRun_Fragment
  | FoundThing_Finding_Fragment
  | FoundThing_Job_Fragment
  | FoundThing_System_Fragment
  | FoundThing_Meter_Fragment
  | FoundThing_UsageRecord_Fragment
;

/** Query Find. */
export const FindDocument = trusted<FindQuery, FindQueryVariables>(
  '8e3c3fb1d7849118170758b7b36401b8f3e122623c30c20a37511e5592ed1e4c',
  "query Find($text: String!, $number: String!, $isId: Boolean!, $isName: Boolean!) {\n  __typename\n  accounts(first: 8, filter: {text: $text}) @skip(if: $isId) {\n    __typename\n    totalCount\n    nodes {\n      __typename\n      ...FoundAccount\n    }\n  }\n  users(first: 8, filter: {text: $text}) @skip(if: $isId) {\n    __typename\n    totalCount\n    nodes {\n      __typename\n      ...FoundUser\n    }\n  }\n  entitlements(first: 5, filter: {numberStartsWith: $number}, orderBy: NUMBER) @include(if: $isName) {\n    __typename\n    nodes {\n      __typename\n      ...PaletteEntitlement\n    }\n  }\n}\n\nfragment FoundAccount on Account {\n  __typename\n  id\n  name\n  kind\n  address {\n    __typename\n    city\n    country\n  }\n}\n\nfragment FoundUser on User {\n  __typename\n  id\n  userName\n  displayName\n  email\n  active\n  producerRole\n  memberships(first: 3) {\n    __typename\n    totalCount\n    nodes {\n      __typename\n      id\n      account {\n        __typename\n        id\n        name\n      }\n    }\n  }\n}\n\nfragment PaletteEntitlement on Entitlement {\n  __typename\n  id\n  number\n  account {\n    __typename\n    id\n    name\n  }\n}",
)

/** Query FindExactly. */
export const FindExactlyDocument = trusted<FindExactlyQuery, FindExactlyQueryVariables>(
  'e2cf1a9943a5b40d0c4ca1686c0505d3d239fa5928bb118199064fa22a0c9e66',
  "query FindExactly($id: ID!, $isId: Boolean!, $value: String!, $isName: Boolean!, $capitals: String!, $hasSmall: Boolean!) {\n  __typename\n  node(id: $id) @include(if: $isId) {\n    __typename\n    id\n    ...FoundThing\n  }\n  lookup(externalId: {value: $value}) @include(if: $isName) {\n    __typename\n    id\n    ...FoundThing\n  }\n  inCapitals: lookup(externalId: {value: $capitals}) @include(if: $hasSmall) {\n    __typename\n    id\n    ...FoundThing\n  }\n}\n\nfragment FoundAccount on Account {\n  __typename\n  id\n  name\n  kind\n  address {\n    __typename\n    city\n    country\n  }\n}\n\nfragment FoundThing on Node {\n  __typename\n  ...PaletteThing\n  ... on Account {\n    __typename\n    ...FoundAccount\n  }\n  ... on User {\n    __typename\n    ...FoundUser\n  }\n  ... on Membership {\n    __typename\n    account {\n      __typename\n      id\n      name\n    }\n    user {\n      __typename\n      ...FoundUser\n    }\n  }\n  ... on Device {\n    __typename\n    called: name\n    fingerprint\n    account {\n      __typename\n      id\n      name\n    }\n  }\n  ... on LicenseServer {\n    __typename\n    called: name\n    fingerprint\n    account {\n      __typename\n      id\n      name\n    }\n  }\n  ... on Allocation {\n    __typename\n    account {\n      __typename\n      id\n      name\n    }\n    lineItem {\n      __typename\n      ...PaletteLine\n    }\n  }\n  ... on CoverageItem {\n    __typename\n    lineItem {\n      __typename\n      ...PaletteLine\n    }\n  }\n  ... on Period {\n    __typename\n    lineItem {\n      __typename\n      ...PaletteLine\n    }\n  }\n  ... on Invitation {\n    __typename\n    invited: email\n    account {\n      __typename\n      id\n      name\n    }\n  }\n  ... on AccessRequest {\n    __typename\n    belongsTo: account {\n      __typename\n      id\n      name\n    }\n    user {\n      __typename\n      ...FoundUser\n    }\n  }\n  ... on AuditEntry {\n    __typename\n    action\n    recordedAt\n    belongsTo: account {\n      __typename\n      id\n      name\n    }\n  }\n  ... on ApiKey {\n    __typename\n    name\n    belongsTo: account {\n      __typename\n      id\n      name\n    }\n    owner: user {\n      __typename\n      ...FoundUser\n    }\n  }\n  ... on UsageRecord {\n    __typename\n    account {\n      __typename\n      id\n      name\n    }\n  }\n  ... on DirectoryGroup {\n    __typename\n    name\n    account {\n      __typename\n      id\n      name\n    }\n  }\n  ... on DirectoryRecord {\n    __typename\n    userName\n    account {\n      __typename\n      id\n      name\n    }\n  }\n}\n\nfragment FoundUser on User {\n  __typename\n  id\n  userName\n  displayName\n  email\n  active\n  producerRole\n  memberships(first: 3) {\n    __typename\n    totalCount\n    nodes {\n      __typename\n      id\n      account {\n        __typename\n        id\n        name\n      }\n    }\n  }\n}\n\nfragment PaletteEntitlement on Entitlement {\n  __typename\n  id\n  number\n  account {\n    __typename\n    id\n    name\n  }\n}\n\nfragment PaletteLine on LineItem {\n  __typename\n  id\n  activationId\n  product {\n    __typename\n    id\n    name\n    version\n  }\n  account {\n    __typename\n    id\n    name\n  }\n}\n\nfragment PaletteThing on Node {\n  __typename\n  ... on LineItem {\n    __typename\n    ...PaletteLine\n  }\n  ... on Entitlement {\n    __typename\n    ...PaletteEntitlement\n  }\n  ... on Account {\n    __typename\n    name\n  }\n  ... on Activation {\n    __typename\n    lineItem {\n      __typename\n      ...PaletteLine\n    }\n  }\n  ... on Coverage {\n    __typename\n    items(first: 3) {\n      __typename\n      nodes {\n        __typename\n        id\n        lineItem {\n          __typename\n          ...PaletteLine\n        }\n      }\n    }\n  }\n}",
)

/** Query FindByKind. */
export const FindByKindDocument = trusted<FindByKindQuery, FindByKindQueryVariables>(
  '042f6bf1fbe3daa0a490e8ccc899d76992f28b557cfcc192c9ea7dde4b4ef140',
  "query FindByKind($value: String!) {\n  __typename\n  account: lookup(externalId: {value: $value, kind: \"account\"}) {\n    __typename\n    id\n    ...FoundThing\n  }\n  crmAccount: lookup(externalId: {value: $value, kind: \"crm_account\"}) {\n    __typename\n    id\n    ...FoundThing\n  }\n  user: lookup(externalId: {value: $value, kind: \"user\"}) {\n    __typename\n    id\n    ...FoundThing\n  }\n  entitlement: lookup(externalId: {value: $value, kind: \"entitlement\"}) {\n    __typename\n    id\n    ...FoundThing\n  }\n  activation: lookup(externalId: {value: $value, kind: \"activation\"}) {\n    __typename\n    id\n    ...FoundThing\n  }\n  maintenance: lookup(externalId: {value: $value, kind: \"maintenance\"}) {\n    __typename\n    id\n    ...FoundThing\n  }\n  device: lookup(externalId: {value: $value, kind: \"device\"}) {\n    __typename\n    id\n    ...FoundThing\n  }\n  fulfillment: lookup(externalId: {value: $value, kind: \"fulfillment\"}) {\n    __typename\n    id\n    ...FoundThing\n  }\n}\n\nfragment FoundAccount on Account {\n  __typename\n  id\n  name\n  kind\n  address {\n    __typename\n    city\n    country\n  }\n}\n\nfragment FoundThing on Node {\n  __typename\n  ...PaletteThing\n  ... on Account {\n    __typename\n    ...FoundAccount\n  }\n  ... on User {\n    __typename\n    ...FoundUser\n  }\n  ... on Membership {\n    __typename\n    account {\n      __typename\n      id\n      name\n    }\n    user {\n      __typename\n      ...FoundUser\n    }\n  }\n  ... on Device {\n    __typename\n    called: name\n    fingerprint\n    account {\n      __typename\n      id\n      name\n    }\n  }\n  ... on LicenseServer {\n    __typename\n    called: name\n    fingerprint\n    account {\n      __typename\n      id\n      name\n    }\n  }\n  ... on Allocation {\n    __typename\n    account {\n      __typename\n      id\n      name\n    }\n    lineItem {\n      __typename\n      ...PaletteLine\n    }\n  }\n  ... on CoverageItem {\n    __typename\n    lineItem {\n      __typename\n      ...PaletteLine\n    }\n  }\n  ... on Period {\n    __typename\n    lineItem {\n      __typename\n      ...PaletteLine\n    }\n  }\n  ... on Invitation {\n    __typename\n    invited: email\n    account {\n      __typename\n      id\n      name\n    }\n  }\n  ... on AccessRequest {\n    __typename\n    belongsTo: account {\n      __typename\n      id\n      name\n    }\n    user {\n      __typename\n      ...FoundUser\n    }\n  }\n  ... on AuditEntry {\n    __typename\n    action\n    recordedAt\n    belongsTo: account {\n      __typename\n      id\n      name\n    }\n  }\n  ... on ApiKey {\n    __typename\n    name\n    belongsTo: account {\n      __typename\n      id\n      name\n    }\n    owner: user {\n      __typename\n      ...FoundUser\n    }\n  }\n  ... on UsageRecord {\n    __typename\n    account {\n      __typename\n      id\n      name\n    }\n  }\n  ... on DirectoryGroup {\n    __typename\n    name\n    account {\n      __typename\n      id\n      name\n    }\n  }\n  ... on DirectoryRecord {\n    __typename\n    userName\n    account {\n      __typename\n      id\n      name\n    }\n  }\n}\n\nfragment FoundUser on User {\n  __typename\n  id\n  userName\n  displayName\n  email\n  active\n  producerRole\n  memberships(first: 3) {\n    __typename\n    totalCount\n    nodes {\n      __typename\n      id\n      account {\n        __typename\n        id\n        name\n      }\n    }\n  }\n}\n\nfragment PaletteEntitlement on Entitlement {\n  __typename\n  id\n  number\n  account {\n    __typename\n    id\n    name\n  }\n}\n\nfragment PaletteLine on LineItem {\n  __typename\n  id\n  activationId\n  product {\n    __typename\n    id\n    name\n    version\n  }\n  account {\n    __typename\n    id\n    name\n  }\n}\n\nfragment PaletteThing on Node {\n  __typename\n  ... on LineItem {\n    __typename\n    ...PaletteLine\n  }\n  ... on Entitlement {\n    __typename\n    ...PaletteEntitlement\n  }\n  ... on Account {\n    __typename\n    name\n  }\n  ... on Activation {\n    __typename\n    lineItem {\n      __typename\n      ...PaletteLine\n    }\n  }\n  ... on Coverage {\n    __typename\n    items(first: 3) {\n      __typename\n      nodes {\n        __typename\n        id\n        lineItem {\n          __typename\n          ...PaletteLine\n        }\n      }\n    }\n  }\n}",
)

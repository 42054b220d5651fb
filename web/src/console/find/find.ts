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

export type FindByIdQueryVariables = Exact<{
  id: string;
}>;


export type FindByIdQuery = { __typename: 'Query', node:
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
    | { __typename: 'CustomField', id: string }
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

export type FindByNameQueryVariables = Exact<{
  value: string;
  capitals: string;
  hasSmall: boolean;
}>;


export type FindByNameQuery = { __typename: 'Query', lookup:
    | { __typename: 'Session', id: string }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'Account', id: string, name: string, kind: Types.AccountKind, address: { __typename: 'Address', city: string | null, country: string | null } | null }
    | { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null }
    | { __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string }, user: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null } }
    | { __typename: 'Device', id: string, fingerprint: string, called: string | null, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'LicenseServer', id: string, fingerprint: string, called: string | null, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'Allocation', id: string, account: { __typename: 'Account', id: string, name: string }, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
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
    | { __typename: 'Account', id: string, name: string, kind: Types.AccountKind, address: { __typename: 'Address', city: string | null, country: string | null } | null }
    | { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null }
    | { __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string }, user: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null } }
    | { __typename: 'Device', id: string, fingerprint: string, called: string | null, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'LicenseServer', id: string, fingerprint: string, called: string | null, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'Allocation', id: string, account: { __typename: 'Account', id: string, name: string }, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
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

export type FindByKindQueryVariables = Exact<{
  value: string;
}>;


export type FindByKindQuery = { __typename: 'Query', account:
    | { __typename: 'Session', id: string }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'Account', id: string, name: string, kind: Types.AccountKind, address: { __typename: 'Address', city: string | null, country: string | null } | null }
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
    | { __typename: 'Entitlement', id: string }
    | { __typename: 'DecisionRecord', id: string }
    | { __typename: 'LineItem', id: string }
    | { __typename: 'Period', id: string }
    | { __typename: 'Invitation', id: string }
    | { __typename: 'AccessRequest', id: string }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Finding', id: string }
    | { __typename: 'Job', id: string }
    | { __typename: 'System', id: string }
    | { __typename: 'Meter', id: string }
    | { __typename: 'UsageRecord', id: string }
   | null, crmAccount:
    | { __typename: 'Session', id: string }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'Account', id: string, name: string, kind: Types.AccountKind, address: { __typename: 'Address', city: string | null, country: string | null } | null }
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
    | { __typename: 'Entitlement', id: string }
    | { __typename: 'DecisionRecord', id: string }
    | { __typename: 'LineItem', id: string }
    | { __typename: 'Period', id: string }
    | { __typename: 'Invitation', id: string }
    | { __typename: 'AccessRequest', id: string }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Finding', id: string }
    | { __typename: 'Job', id: string }
    | { __typename: 'System', id: string }
    | { __typename: 'Meter', id: string }
    | { __typename: 'UsageRecord', id: string }
   | null, user:
    | { __typename: 'Session', id: string }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'Account', id: string }
    | { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null }
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
    | { __typename: 'Entitlement', id: string }
    | { __typename: 'DecisionRecord', id: string }
    | { __typename: 'LineItem', id: string }
    | { __typename: 'Period', id: string }
    | { __typename: 'Invitation', id: string }
    | { __typename: 'AccessRequest', id: string }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Finding', id: string }
    | { __typename: 'Job', id: string }
    | { __typename: 'System', id: string }
    | { __typename: 'Meter', id: string }
    | { __typename: 'UsageRecord', id: string }
   | null, entitlement:
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
    | { __typename: 'Entitlement', id: string, number: string, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'DecisionRecord', id: string }
    | { __typename: 'LineItem', id: string }
    | { __typename: 'Period', id: string }
    | { __typename: 'Invitation', id: string }
    | { __typename: 'AccessRequest', id: string }
    | { __typename: 'ImportRun', id: string }
    | { __typename: 'Finding', id: string }
    | { __typename: 'Job', id: string }
    | { __typename: 'System', id: string }
    | { __typename: 'Meter', id: string }
    | { __typename: 'UsageRecord', id: string }
   | null, activation:
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
    | { __typename: 'Entitlement', id: string }
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
   | null, maintenance:
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
   | null, device:
    | { __typename: 'Session', id: string }
    | { __typename: 'ApiKey', id: string }
    | { __typename: 'Account', id: string, name: string, kind: Types.AccountKind, address: { __typename: 'Address', city: string | null, country: string | null } | null }
    | { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null }
    | { __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string }, user: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null } }
    | { __typename: 'Device', id: string, fingerprint: string, called: string | null, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'LicenseServer', id: string, fingerprint: string, called: string | null, account: { __typename: 'Account', id: string, name: string } }
    | { __typename: 'Allocation', id: string, account: { __typename: 'Account', id: string, name: string }, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }
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
   | null, fulfillment:
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

export type FoundAccountFragment = { __typename: 'Account', id: string, name: string, kind: Types.AccountKind, address: { __typename: 'Address', city: string | null, country: string | null } | null };

export type FoundUserFragment = { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null };

type NamedThing_Session_Fragment = { __typename: 'Session' };

type NamedThing_ApiKey_Fragment = { __typename: 'ApiKey' };

type NamedThing_Account_Fragment = { __typename: 'Account', id: string, name: string, kind: Types.AccountKind, address: { __typename: 'Address', city: string | null, country: string | null } | null };

type NamedThing_User_Fragment = { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null };

type NamedThing_Membership_Fragment = { __typename: 'Membership', account: { __typename: 'Account', id: string, name: string }, user: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, producerRole: Types.ProducerRole | null, memberships: { __typename: 'MembershipConnection', totalCount: number, nodes: Array<{ __typename: 'Membership', id: string, account: { __typename: 'Account', id: string, name: string } }> } | null } };

type NamedThing_Device_Fragment = { __typename: 'Device', fingerprint: string, called: string | null, account: { __typename: 'Account', id: string, name: string } };

type NamedThing_LicenseServer_Fragment = { __typename: 'LicenseServer', fingerprint: string, called: string | null, account: { __typename: 'Account', id: string, name: string } };

type NamedThing_Allocation_Fragment = { __typename: 'Allocation', account: { __typename: 'Account', id: string, name: string }, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } };

type NamedThing_Activation_Fragment = { __typename: 'Activation', lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } };

type NamedThing_AuditEntry_Fragment = { __typename: 'AuditEntry' };

type NamedThing_ProductLine_Fragment = { __typename: 'ProductLine' };

type NamedThing_Product_Fragment = { __typename: 'Product' };

type NamedThing_Feature_Fragment = { __typename: 'Feature' };

type NamedThing_PartNumber_Fragment = { __typename: 'PartNumber' };

type NamedThing_ListPrice_Fragment = { __typename: 'ListPrice' };

type NamedThing_LicenseModel_Fragment = { __typename: 'LicenseModel' };

type NamedThing_LicenseModelVersion_Fragment = { __typename: 'LicenseModelVersion' };

type NamedThing_UnitOfMeasure_Fragment = { __typename: 'UnitOfMeasure' };

type NamedThing_CoverageLevel_Fragment = { __typename: 'CoverageLevel' };

type NamedThing_Coverage_Fragment = { __typename: 'Coverage', items: { __typename: 'CoverageItemConnection', nodes: Array<{ __typename: 'CoverageItem', id: string, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }> } | null };

type NamedThing_CoverageItem_Fragment = { __typename: 'CoverageItem' };

type NamedThing_CustomField_Fragment = { __typename: 'CustomField' };

type NamedThing_DirectoryGroup_Fragment = { __typename: 'DirectoryGroup' };

type NamedThing_DirectoryRecord_Fragment = { __typename: 'DirectoryRecord' };

type NamedThing_Entitlement_Fragment = { __typename: 'Entitlement', id: string, number: string, account: { __typename: 'Account', id: string, name: string } };

type NamedThing_DecisionRecord_Fragment = { __typename: 'DecisionRecord' };

type NamedThing_LineItem_Fragment = { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } };

type NamedThing_Period_Fragment = { __typename: 'Period' };

type NamedThing_Invitation_Fragment = { __typename: 'Invitation' };

type NamedThing_AccessRequest_Fragment = { __typename: 'AccessRequest' };

type NamedThing_ImportRun_Fragment = { __typename: 'ImportRun' };

type NamedThing_Finding_Fragment = { __typename: 'Finding' };

type NamedThing_Job_Fragment = { __typename: 'Job' };

type NamedThing_System_Fragment = { __typename: 'System' };

type NamedThing_Meter_Fragment = { __typename: 'Meter' };

type NamedThing_UsageRecord_Fragment = { __typename: 'UsageRecord' };

export type NamedThingFragment =
  | NamedThing_Session_Fragment
  | NamedThing_ApiKey_Fragment
  | NamedThing_Account_Fragment
  | NamedThing_User_Fragment
  | NamedThing_Membership_Fragment
  | NamedThing_Device_Fragment
  | NamedThing_LicenseServer_Fragment
  | NamedThing_Allocation_Fragment
  | NamedThing_Activation_Fragment
  | NamedThing_AuditEntry_Fragment
  | NamedThing_ProductLine_Fragment
  | NamedThing_Product_Fragment
  | NamedThing_Feature_Fragment
  | NamedThing_PartNumber_Fragment
  | NamedThing_ListPrice_Fragment
  | NamedThing_LicenseModel_Fragment
  | NamedThing_LicenseModelVersion_Fragment
  | NamedThing_UnitOfMeasure_Fragment
  | NamedThing_CoverageLevel_Fragment
  | NamedThing_Coverage_Fragment
  | NamedThing_CoverageItem_Fragment
  | NamedThing_CustomField_Fragment
  | NamedThing_DirectoryGroup_Fragment
  | NamedThing_DirectoryRecord_Fragment
  | NamedThing_Entitlement_Fragment
  | NamedThing_DecisionRecord_Fragment
  | NamedThing_LineItem_Fragment
  | NamedThing_Period_Fragment
  | NamedThing_Invitation_Fragment
  | NamedThing_AccessRequest_Fragment
  | NamedThing_ImportRun_Fragment
  | NamedThing_Finding_Fragment
  | NamedThing_Job_Fragment
  | NamedThing_System_Fragment
  | NamedThing_Meter_Fragment
  | NamedThing_UsageRecord_Fragment
;

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

type FoundThing_CustomField_Fragment = { __typename: 'CustomField' };

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
  | FoundThing_CustomField_Fragment
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
  '2bdf22563630c24d90eef194909741f756d77938483748978c8ced6b378bedd2',
  "query Find($text: String!, $number: String!, $isId: Boolean!, $isName: Boolean!) {\n__typename\naccounts(first: 8, filter: {text: $text}) @skip(if: $isId) {\n__typename\ntotalCount\nnodes {\n__typename\n...FoundAccount\n}\n}\nusers(first: 8, filter: {text: $text}) @skip(if: $isId) {\n__typename\ntotalCount\nnodes {\n__typename\n...FoundUser\n}\n}\nentitlements(first: 5, filter: {numberStartsWith: $number}, orderBy: NUMBER) @include(if: $isName) {\n__typename\nnodes {\n__typename\n...PaletteEntitlement\n}\n}\n}\n\nfragment FoundAccount on Account {\n__typename\nid\nname\nkind\naddress {\n__typename\ncity\ncountry\n}\n}\n\nfragment FoundUser on User {\n__typename\nid\nuserName\ndisplayName\nemail\nactive\nproducerRole\nmemberships(first: 3) {\n__typename\ntotalCount\nnodes {\n__typename\nid\naccount {\n__typename\nid\nname\n}\n}\n}\n}\n\nfragment PaletteEntitlement on Entitlement {\n__typename\nid\nnumber\naccount {\n__typename\nid\nname\n}\n}",
)

/** Query FindById. */
export const FindByIdDocument = trusted<FindByIdQuery, FindByIdQueryVariables>(
  'e3facf35df125bdd48e2dfb1e46d6305758f53637a1e6970d4ef95baf4d79f2d',
  "query FindById($id: ID!) {\n__typename\nnode(id: $id) {\n__typename\nid\n...FoundThing\n}\n}\n\nfragment FoundAccount on Account {\n__typename\nid\nname\nkind\naddress {\n__typename\ncity\ncountry\n}\n}\n\nfragment FoundThing on Node {\n__typename\n...NamedThing\n... on CoverageItem {\n__typename\nlineItem {\n__typename\n...PaletteLine\n}\n}\n... on Period {\n__typename\nlineItem {\n__typename\n...PaletteLine\n}\n}\n... on Invitation {\n__typename\ninvited: email\naccount {\n__typename\nid\nname\n}\n}\n... on AccessRequest {\n__typename\nbelongsTo: account {\n__typename\nid\nname\n}\nuser {\n__typename\n...FoundUser\n}\n}\n... on AuditEntry {\n__typename\naction\nrecordedAt\nbelongsTo: account {\n__typename\nid\nname\n}\n}\n... on ApiKey {\n__typename\nname\nbelongsTo: account {\n__typename\nid\nname\n}\nowner: user {\n__typename\n...FoundUser\n}\n}\n... on UsageRecord {\n__typename\naccount {\n__typename\nid\nname\n}\n}\n... on DirectoryGroup {\n__typename\nname\naccount {\n__typename\nid\nname\n}\n}\n... on DirectoryRecord {\n__typename\nuserName\naccount {\n__typename\nid\nname\n}\n}\n}\n\nfragment FoundUser on User {\n__typename\nid\nuserName\ndisplayName\nemail\nactive\nproducerRole\nmemberships(first: 3) {\n__typename\ntotalCount\nnodes {\n__typename\nid\naccount {\n__typename\nid\nname\n}\n}\n}\n}\n\nfragment NamedThing on Node {\n__typename\n...PaletteThing\n... on Account {\n__typename\n...FoundAccount\n}\n... on User {\n__typename\n...FoundUser\n}\n... on Membership {\n__typename\naccount {\n__typename\nid\nname\n}\nuser {\n__typename\n...FoundUser\n}\n}\n... on Device {\n__typename\ncalled: name\nfingerprint\naccount {\n__typename\nid\nname\n}\n}\n... on LicenseServer {\n__typename\ncalled: name\nfingerprint\naccount {\n__typename\nid\nname\n}\n}\n... on Allocation {\n__typename\naccount {\n__typename\nid\nname\n}\nlineItem {\n__typename\n...PaletteLine\n}\n}\n}\n\nfragment PaletteEntitlement on Entitlement {\n__typename\nid\nnumber\naccount {\n__typename\nid\nname\n}\n}\n\nfragment PaletteLine on LineItem {\n__typename\nid\nactivationId\nproduct {\n__typename\nid\nname\nversion\n}\naccount {\n__typename\nid\nname\n}\n}\n\nfragment PaletteThing on Node {\n__typename\n... on LineItem {\n__typename\n...PaletteLine\n}\n... on Entitlement {\n__typename\n...PaletteEntitlement\n}\n... on Account {\n__typename\nname\n}\n... on Activation {\n__typename\nlineItem {\n__typename\n...PaletteLine\n}\n}\n... on Coverage {\n__typename\nitems(first: 3) {\n__typename\nnodes {\n__typename\nid\nlineItem {\n__typename\n...PaletteLine\n}\n}\n}\n}\n}",
)

/** Query FindByName. */
export const FindByNameDocument = trusted<FindByNameQuery, FindByNameQueryVariables>(
  'c496da4805f6da2637e13fd719999c9047bc90fe714bf8c1b87b4aabf6685799',
  "query FindByName($value: String!, $capitals: String!, $hasSmall: Boolean!) {\n__typename\nlookup(externalId: {value: $value}) {\n__typename\nid\n...NamedThing\n}\ninCapitals: lookup(externalId: {value: $capitals}) @include(if: $hasSmall) {\n__typename\nid\n...NamedThing\n}\n}\n\nfragment FoundAccount on Account {\n__typename\nid\nname\nkind\naddress {\n__typename\ncity\ncountry\n}\n}\n\nfragment FoundUser on User {\n__typename\nid\nuserName\ndisplayName\nemail\nactive\nproducerRole\nmemberships(first: 3) {\n__typename\ntotalCount\nnodes {\n__typename\nid\naccount {\n__typename\nid\nname\n}\n}\n}\n}\n\nfragment NamedThing on Node {\n__typename\n...PaletteThing\n... on Account {\n__typename\n...FoundAccount\n}\n... on User {\n__typename\n...FoundUser\n}\n... on Membership {\n__typename\naccount {\n__typename\nid\nname\n}\nuser {\n__typename\n...FoundUser\n}\n}\n... on Device {\n__typename\ncalled: name\nfingerprint\naccount {\n__typename\nid\nname\n}\n}\n... on LicenseServer {\n__typename\ncalled: name\nfingerprint\naccount {\n__typename\nid\nname\n}\n}\n... on Allocation {\n__typename\naccount {\n__typename\nid\nname\n}\nlineItem {\n__typename\n...PaletteLine\n}\n}\n}\n\nfragment PaletteEntitlement on Entitlement {\n__typename\nid\nnumber\naccount {\n__typename\nid\nname\n}\n}\n\nfragment PaletteLine on LineItem {\n__typename\nid\nactivationId\nproduct {\n__typename\nid\nname\nversion\n}\naccount {\n__typename\nid\nname\n}\n}\n\nfragment PaletteThing on Node {\n__typename\n... on LineItem {\n__typename\n...PaletteLine\n}\n... on Entitlement {\n__typename\n...PaletteEntitlement\n}\n... on Account {\n__typename\nname\n}\n... on Activation {\n__typename\nlineItem {\n__typename\n...PaletteLine\n}\n}\n... on Coverage {\n__typename\nitems(first: 3) {\n__typename\nnodes {\n__typename\nid\nlineItem {\n__typename\n...PaletteLine\n}\n}\n}\n}\n}",
)

/** Query FindByKind. */
export const FindByKindDocument = trusted<FindByKindQuery, FindByKindQueryVariables>(
  '0479a56a98180dbe8dd67ff250d66c6867379bbce51d2447d34a549578b26600',
  "query FindByKind($value: String!) {\n__typename\naccount: lookup(externalId: {value: $value, kind: \"account\"}) {\n__typename\nid\n... on Account {\n__typename\n...FoundAccount\n}\n}\ncrmAccount: lookup(externalId: {value: $value, kind: \"crm_account\"}) {\n__typename\nid\n... on Account {\n__typename\n...FoundAccount\n}\n}\nuser: lookup(externalId: {value: $value, kind: \"user\"}) {\n__typename\nid\n... on User {\n__typename\n...FoundUser\n}\n}\nentitlement: lookup(externalId: {value: $value, kind: \"entitlement\"}) {\n__typename\nid\n... on Entitlement {\n__typename\n...PaletteEntitlement\n}\n}\nactivation: lookup(externalId: {value: $value, kind: \"activation\"}) {\n__typename\nid\n... on LineItem {\n__typename\n...PaletteLine\n}\n}\nmaintenance: lookup(externalId: {value: $value, kind: \"maintenance\"}) {\n__typename\nid\n...PaletteThing\n}\ndevice: lookup(externalId: {value: $value, kind: \"device\"}) {\n__typename\nid\n...NamedThing\n}\nfulfillment: lookup(externalId: {value: $value, kind: \"fulfillment\"}) {\n__typename\nid\n...PaletteThing\n}\n}\n\nfragment FoundAccount on Account {\n__typename\nid\nname\nkind\naddress {\n__typename\ncity\ncountry\n}\n}\n\nfragment FoundUser on User {\n__typename\nid\nuserName\ndisplayName\nemail\nactive\nproducerRole\nmemberships(first: 3) {\n__typename\ntotalCount\nnodes {\n__typename\nid\naccount {\n__typename\nid\nname\n}\n}\n}\n}\n\nfragment NamedThing on Node {\n__typename\n...PaletteThing\n... on Account {\n__typename\n...FoundAccount\n}\n... on User {\n__typename\n...FoundUser\n}\n... on Membership {\n__typename\naccount {\n__typename\nid\nname\n}\nuser {\n__typename\n...FoundUser\n}\n}\n... on Device {\n__typename\ncalled: name\nfingerprint\naccount {\n__typename\nid\nname\n}\n}\n... on LicenseServer {\n__typename\ncalled: name\nfingerprint\naccount {\n__typename\nid\nname\n}\n}\n... on Allocation {\n__typename\naccount {\n__typename\nid\nname\n}\nlineItem {\n__typename\n...PaletteLine\n}\n}\n}\n\nfragment PaletteEntitlement on Entitlement {\n__typename\nid\nnumber\naccount {\n__typename\nid\nname\n}\n}\n\nfragment PaletteLine on LineItem {\n__typename\nid\nactivationId\nproduct {\n__typename\nid\nname\nversion\n}\naccount {\n__typename\nid\nname\n}\n}\n\nfragment PaletteThing on Node {\n__typename\n... on LineItem {\n__typename\n...PaletteLine\n}\n... on Entitlement {\n__typename\n...PaletteEntitlement\n}\n... on Account {\n__typename\nname\n}\n... on Activation {\n__typename\nlineItem {\n__typename\n...PaletteLine\n}\n}\n... on Coverage {\n__typename\nitems(first: 3) {\n__typename\nnodes {\n__typename\nid\nlineItem {\n__typename\n...PaletteLine\n}\n}\n}\n}\n}",
)

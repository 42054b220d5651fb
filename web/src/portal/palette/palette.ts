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
   | null, node?:
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
   | null, account?: { __typename: 'Account', id: string, found: { __typename: 'MembershipConnection', nodes: Array<{ __typename: 'Membership', id: string, user: { __typename: 'User', id: string, displayName: string | null, userName: string, email: string | null } }> } | null } | null, accounts: { __typename: 'AccountConnection', nodes: Array<{ __typename: 'Account', id: string, name: string }> } | null };

export type NearInvitationsQueryVariables = Exact<{
  account: string;
}>;


export type NearInvitationsQuery = { __typename: 'Query', account: { __typename: 'Account', id: string, invited: { __typename: 'InvitationConnection', nodes: Array<{ __typename: 'Invitation', id: string, email: string }> } | null } | null };

export type NearLinesQueryVariables = Exact<{
  held: Types.LineItemFilterInput;
}>;


export type NearLinesQuery = { __typename: 'Query', lineItems: { __typename: 'LineItemConnection', nodes: Array<{ __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } }> } | null };

export type PaletteLineFragment = { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } };

export type PaletteEntitlementFragment = { __typename: 'Entitlement', id: string, number: string, account: { __typename: 'Account', id: string, name: string } };

type PaletteThing_Session_Fragment = { __typename: 'Session' };

type PaletteThing_ApiKey_Fragment = { __typename: 'ApiKey' };

type PaletteThing_Account_Fragment = { __typename: 'Account', name: string };

type PaletteThing_User_Fragment = { __typename: 'User' };

type PaletteThing_Membership_Fragment = { __typename: 'Membership' };

type PaletteThing_Device_Fragment = { __typename: 'Device' };

type PaletteThing_LicenseServer_Fragment = { __typename: 'LicenseServer' };

type PaletteThing_Allocation_Fragment = { __typename: 'Allocation' };

type PaletteThing_Activation_Fragment = { __typename: 'Activation', lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } };

type PaletteThing_AuditEntry_Fragment = { __typename: 'AuditEntry' };

type PaletteThing_ProductLine_Fragment = { __typename: 'ProductLine' };

type PaletteThing_Product_Fragment = { __typename: 'Product' };

type PaletteThing_Feature_Fragment = { __typename: 'Feature' };

type PaletteThing_PartNumber_Fragment = { __typename: 'PartNumber' };

type PaletteThing_ListPrice_Fragment = { __typename: 'ListPrice' };

type PaletteThing_LicenseModel_Fragment = { __typename: 'LicenseModel' };

type PaletteThing_LicenseModelVersion_Fragment = { __typename: 'LicenseModelVersion' };

type PaletteThing_UnitOfMeasure_Fragment = { __typename: 'UnitOfMeasure' };

type PaletteThing_CoverageLevel_Fragment = { __typename: 'CoverageLevel' };

type PaletteThing_Coverage_Fragment = { __typename: 'Coverage', items: { __typename: 'CoverageItemConnection', nodes: Array<{ __typename: 'CoverageItem', id: string, lineItem: { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } } }> } | null };

type PaletteThing_CoverageItem_Fragment = { __typename: 'CoverageItem' };

type PaletteThing_CustomField_Fragment = { __typename: 'CustomField' };

type PaletteThing_DirectoryGroup_Fragment = { __typename: 'DirectoryGroup' };

type PaletteThing_DirectoryRecord_Fragment = { __typename: 'DirectoryRecord' };

type PaletteThing_Entitlement_Fragment = { __typename: 'Entitlement', id: string, number: string, account: { __typename: 'Account', id: string, name: string } };

type PaletteThing_DecisionRecord_Fragment = { __typename: 'DecisionRecord' };

type PaletteThing_LineItem_Fragment = { __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, account: { __typename: 'Account', id: string, name: string } };

type PaletteThing_Period_Fragment = { __typename: 'Period' };

type PaletteThing_Invitation_Fragment = { __typename: 'Invitation' };

type PaletteThing_AccessRequest_Fragment = { __typename: 'AccessRequest' };

type PaletteThing_ImportRun_Fragment = { __typename: 'ImportRun' };

type PaletteThing_Finding_Fragment = { __typename: 'Finding' };

type PaletteThing_Job_Fragment = { __typename: 'Job' };

type PaletteThing_System_Fragment = { __typename: 'System' };

type PaletteThing_Meter_Fragment = { __typename: 'Meter' };

type PaletteThing_UsageRecord_Fragment = { __typename: 'UsageRecord' };

export type PaletteThingFragment =
  | PaletteThing_Session_Fragment
  | PaletteThing_ApiKey_Fragment
  | PaletteThing_Account_Fragment
  | PaletteThing_User_Fragment
  | PaletteThing_Membership_Fragment
  | PaletteThing_Device_Fragment
  | PaletteThing_LicenseServer_Fragment
  | PaletteThing_Allocation_Fragment
  | PaletteThing_Activation_Fragment
  | PaletteThing_AuditEntry_Fragment
  | PaletteThing_ProductLine_Fragment
  | PaletteThing_Product_Fragment
  | PaletteThing_Feature_Fragment
  | PaletteThing_PartNumber_Fragment
  | PaletteThing_ListPrice_Fragment
  | PaletteThing_LicenseModel_Fragment
  | PaletteThing_LicenseModelVersion_Fragment
  | PaletteThing_UnitOfMeasure_Fragment
  | PaletteThing_CoverageLevel_Fragment
  | PaletteThing_Coverage_Fragment
  | PaletteThing_CoverageItem_Fragment
  | PaletteThing_CustomField_Fragment
  | PaletteThing_DirectoryGroup_Fragment
  | PaletteThing_DirectoryRecord_Fragment
  | PaletteThing_Entitlement_Fragment
  | PaletteThing_DecisionRecord_Fragment
  | PaletteThing_LineItem_Fragment
  | PaletteThing_Period_Fragment
  | PaletteThing_Invitation_Fragment
  | PaletteThing_AccessRequest_Fragment
  | PaletteThing_ImportRun_Fragment
  | PaletteThing_Finding_Fragment
  | PaletteThing_Job_Fragment
  | PaletteThing_System_Fragment
  | PaletteThing_Meter_Fragment
  | PaletteThing_UsageRecord_Fragment
;

/** Query Palette. */
export const PaletteDocument = trusted<PaletteQuery, PaletteQueryVariables>(
  '871886a27ae4d1d6ffd29fa66922da66457b8217bca18019b3424eaf28c1beb5',
  "query Palette($account: ID!, $words: LineItemFilterInput!, $activation: LineItemFilterInput!, $number: EntitlementFilterInput!, $external: ExternalIdInput!, $id: ID!, $text: String!, $licensing: Boolean!, $isName: Boolean!, $isId: Boolean!, $people: Boolean!) {\n__typename\nwords: lineItems(first: 6, filter: $words) @include(if: $licensing) {\n__typename\nnodes {\n__typename\n...PaletteLine\n}\n}\nactivation: lineItems(first: 3, filter: $activation) @include(if: $licensing) {\n__typename\nnodes {\n__typename\n...PaletteLine\n}\n}\nentitlements(first: 3, filter: $number) @include(if: $licensing) {\n__typename\nnodes {\n__typename\n...PaletteEntitlement\n}\n}\nlookup(externalId: $external) @include(if: $isName) {\n__typename\nid\n...PaletteThing\n}\nnode(id: $id) @include(if: $isId) {\n__typename\nid\n...PaletteThing\n}\naccount(id: $account) @include(if: $people) {\n__typename\nid\nfound: memberships(first: 5, filter: {text: $text}) {\n__typename\nnodes {\n__typename\nid\nuser {\n__typename\nid\ndisplayName\nuserName\nemail\n}\n}\n}\n}\naccounts(first: 5, filter: {text: $text}) {\n__typename\nnodes {\n__typename\nid\nname\n}\n}\n}\n\nfragment PaletteEntitlement on Entitlement {\n__typename\nid\nnumber\naccount {\n__typename\nid\nname\n}\n}\n\nfragment PaletteLine on LineItem {\n__typename\nid\nactivationId\nproduct {\n__typename\nid\nname\nversion\n}\naccount {\n__typename\nid\nname\n}\n}\n\nfragment PaletteThing on Node {\n__typename\n... on LineItem {\n__typename\n...PaletteLine\n}\n... on Entitlement {\n__typename\n...PaletteEntitlement\n}\n... on Account {\n__typename\nname\n}\n... on Activation {\n__typename\nlineItem {\n__typename\n...PaletteLine\n}\n}\n... on Coverage {\n__typename\nitems(first: 3) {\n__typename\nnodes {\n__typename\nid\nlineItem {\n__typename\n...PaletteLine\n}\n}\n}\n}\n}",
)

/** Query NearInvitations. */
export const NearInvitationsDocument = trusted<NearInvitationsQuery, NearInvitationsQueryVariables>(
  '27118a25633ab2108379efd739a839841059beab67b655964e51da95535195f8',
  "query NearInvitations($account: ID!) {\n__typename\naccount(id: $account) {\n__typename\nid\ninvited: invitations(first: 100, filter: {state: [OPEN]}) {\n__typename\nnodes {\n__typename\nid\nemail\n}\n}\n}\n}",
)

/** Query NearLines. */
export const NearLinesDocument = trusted<NearLinesQuery, NearLinesQueryVariables>(
  'f75018548323921d9124f33e30aac5b0709cd42035f753a3d5da26f1ac58109e',
  "query NearLines($held: LineItemFilterInput!) {\n__typename\nlineItems(first: 100, filter: $held) {\n__typename\nnodes {\n__typename\n...PaletteLine\n}\n}\n}\n\nfragment PaletteLine on LineItem {\n__typename\nid\nactivationId\nproduct {\n__typename\nid\nname\nversion\n}\naccount {\n__typename\nid\nname\n}\n}",
)

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
  '54d42f7f8e927be47b63a7b477559490f756a2d32b9a4967ffd6098b253b9afc',
  "query Account($account: ID!) {\n__typename\naccount(id: $account) {\n__typename\nid\nname\nchildren {\n__typename\ntotalCount\n}\nviewerRoles\nviewerServices\nviewerCanSeeMembers\nviewerCanManageMembers\n}\n}",
)

/** Query HeldLineItems. */
export const HeldLineItemsDocument = trusted<HeldLineItemsQuery, HeldLineItemsQueryVariables>(
  '4671719b15ceedeaaf0a26989225141d052dfe5f63624def40b343ca6bfa3d74',
  "query HeldLineItems($held: LineItemFilterInput!) {\n__typename\nlineItems(filter: $held) {\n__typename\ntotalCount\n}\n}",
)

/** Query AccountMembers. */
export const AccountMembersDocument = trusted<AccountMembersQuery, AccountMembersQueryVariables>(
  '5a419dfd2df71b5bd8a8c7b99fac5401a2d6cc9e10ea471899e9c33e576b712d',
  "query AccountMembers($account: ID!) {\n__typename\naccount(id: $account) {\n__typename\nid\ncurrent: memberships(filter: {current: true}) {\n__typename\ntotalCount\n}\n}\n}",
)

/** Query AccountSearch. */
export const AccountSearchDocument = trusted<AccountSearchQuery, AccountSearchQueryVariables>(
  '7c721d87b16c90ef99d8ca727fc6d083c73a8f9378775e98a37e927e26bfd9f8',
  "query AccountSearch($text: String) {\n__typename\naccounts(first: 20, filter: {text: $text}) {\n__typename\ntotalCount\nnodes {\n__typename\nid\nname\nkind\n}\n}\n}",
)

/** Query ReadOut. */
export const ReadOutDocument = trusted<ReadOutQuery, ReadOutQueryVariables>(
  '84b8187d88fbb2bf988468dab9608a3938b3ba56eed5af1b1e9ed2561f4ffc71',
  "query ReadOut($id: ID!, $isId: Boolean!, $external: ExternalIdInput!, $isName: Boolean!, $capitals: ExternalIdInput!, $hasSmall: Boolean!) {\n__typename\nnode(id: $id) @include(if: $isId) {\n__typename\nid\n...PaletteThing\n}\nlookup(externalId: $external) @include(if: $isName) {\n__typename\nid\n...PaletteThing\n}\ninCapitals: lookup(externalId: $capitals) @include(if: $hasSmall) {\n__typename\nid\n...PaletteThing\n}\n}\n\nfragment PaletteEntitlement on Entitlement {\n__typename\nid\nnumber\naccount {\n__typename\nid\nname\n}\n}\n\nfragment PaletteLine on LineItem {\n__typename\nid\nactivationId\nproduct {\n__typename\nid\nname\nversion\n}\naccount {\n__typename\nid\nname\n}\n}\n\nfragment PaletteThing on Node {\n__typename\n... on LineItem {\n__typename\n...PaletteLine\n}\n... on Entitlement {\n__typename\n...PaletteEntitlement\n}\n... on Account {\n__typename\nname\n}\n... on Activation {\n__typename\nlineItem {\n__typename\n...PaletteLine\n}\n}\n... on Coverage {\n__typename\nitems(first: 3) {\n__typename\nnodes {\n__typename\nid\nlineItem {\n__typename\n...PaletteLine\n}\n}\n}\n}\n}",
)

/** Query NearAccounts. */
export const NearAccountsDocument = trusted<NearAccountsQuery, NearAccountsQueryVariables>(
  '66ccf60f93088e8b48550048bbd3c7f69fd1b5ca6483a4f33be756da5d99e5a4',
  "query NearAccounts($account: ID!) {\n__typename\naccount(id: $account) {\n__typename\nid\nparents {\n__typename\nid\nname\n}\nbelow: children(first: 100) {\n__typename\ntotalCount\nnodes {\n__typename\nid\nname\n}\n}\n}\n}",
)

/** Query OutsideRequests. */
export const OutsideRequestsDocument = trusted<OutsideRequestsQuery, OutsideRequestsQueryVariables>(
  'b7b57b3c06c806181ad4e7b2fdbe5ab913c2094072b3746faca7de153e465b9f',
  "query OutsideRequests {\n__typename\nviewer {\n__typename\noutsideRequests {\n__typename\nreference\nstate\nanswer\ncreatedAt\naccount {\n__typename\nid\nname\n}\n}\n}\n}",
)

/** Mutation RequestAccess. */
export const RequestAccessDocument = trusted<RequestAccessMutation, RequestAccessMutationVariables>(
  'f081bd63b48d12a06c612f13ccf40b6afbf518360479aef0c93772e7eba61d12',
  "mutation RequestAccess($input: RequestAccessInput!) {\n__typename\nchange: requestAccess(input: $input) {\n__typename\nerrors {\n__typename\n...ChangeError\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}",
)

/** Mutation RequestOwnAccess. */
export const RequestOwnAccessDocument = trusted<RequestOwnAccessMutation, RequestOwnAccessMutationVariables>(
  'b468205600566dad54ad4f1aae62ce8df5f7acfd918ea4f600155289b0ed78c3',
  "mutation RequestOwnAccess($input: RequestAccessInput!) {\n__typename\nchange: requestAccess(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...ChangeWarning\n}\nerrors {\n__typename\n...ChangeError\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}",
)

/** Query OwnRequests. */
export const OwnRequestsDocument = trusted<OwnRequestsQuery, OwnRequestsQueryVariables>(
  '78346efe42d51b72bed16f3349a4265f4742d742806a7fe6dc901e6d84c82aa5',
  "query OwnRequests {\n__typename\nviewer {\n__typename\naccessRequests {\n__typename\nid\nstate\ncreatedAt\nserviceAccess\naccount {\n__typename\nid\n}\n}\n}\n}",
)

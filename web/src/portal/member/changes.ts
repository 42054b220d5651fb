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

export type InviteMembersMutationVariables = Exact<{
  input: Types.InviteMembersInput;
}>;


export type InviteMembersMutation = { __typename: 'Mutation', change: { __typename: 'InviteMembersPayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

export type ResendInvitationMutationVariables = Exact<{
  input: Types.ResendInvitationInput;
}>;


export type ResendInvitationMutation = { __typename: 'Mutation', change: { __typename: 'ResendInvitationPayload', invitation: { __typename: 'Invitation', id: string, email: string, roles: Array<Types.Role>, serviceAccess: Array<Types.Service>, includeSubAccounts: boolean, endsOn: string | null, state: Types.InvitationState, createdAt: string, expiresAt: string, acceptedAt: string | null, revokedAt: string | null, viewerCanManage: boolean, account: { __typename: 'Account', id: string, name: string }, productLine: { __typename: 'ProductLine', id: string, name: string } | null, invitedBy: { __typename: 'Actor', name: string } | null } | null, effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

export type RevokeInvitationMutationVariables = Exact<{
  input: Types.RevokeInvitationInput;
}>;


export type RevokeInvitationMutation = { __typename: 'Mutation', change: { __typename: 'RevokeInvitationPayload', invitation: { __typename: 'Invitation', id: string, email: string, roles: Array<Types.Role>, serviceAccess: Array<Types.Service>, includeSubAccounts: boolean, endsOn: string | null, state: Types.InvitationState, createdAt: string, expiresAt: string, acceptedAt: string | null, revokedAt: string | null, viewerCanManage: boolean, account: { __typename: 'Account', id: string, name: string }, productLine: { __typename: 'ProductLine', id: string, name: string } | null, invitedBy: { __typename: 'Actor', name: string } | null } | null, effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

export type ChangeMemberAccessMutationVariables = Exact<{
  input: Types.ChangeMemberAccessInput;
}>;


export type ChangeMemberAccessMutation = { __typename: 'Mutation', change: { __typename: 'ChangeMemberAccessPayload', membership: { __typename: 'Membership', id: string, roles: Array<Types.Role>, serviceAccess: Array<Types.Service>, includeSubAccounts: boolean, endsOn: string | null, suspendedAt: string | null, origin: Types.MembershipOrigin, viewerCanChange: boolean, user: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, shared: boolean, lastSignInAt: string | null }, account: { __typename: 'Account', id: string, name: string }, productLine: { __typename: 'ProductLine', id: string, name: string } | null, directoryGroups: Array<{ __typename: 'DirectoryGroup', id: string, name: string, roles: Array<Types.Role>, serviceAccess: Array<Types.Service> }> } | null, effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

export type SuspendMemberMutationVariables = Exact<{
  input: Types.SuspendMemberInput;
}>;


export type SuspendMemberMutation = { __typename: 'Mutation', change: { __typename: 'SuspendMemberPayload', membership: { __typename: 'Membership', id: string, roles: Array<Types.Role>, serviceAccess: Array<Types.Service>, includeSubAccounts: boolean, endsOn: string | null, suspendedAt: string | null, origin: Types.MembershipOrigin, viewerCanChange: boolean, user: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, shared: boolean, lastSignInAt: string | null }, account: { __typename: 'Account', id: string, name: string }, productLine: { __typename: 'ProductLine', id: string, name: string } | null, directoryGroups: Array<{ __typename: 'DirectoryGroup', id: string, name: string, roles: Array<Types.Role>, serviceAccess: Array<Types.Service> }> } | null, effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

export type ReinstateMemberMutationVariables = Exact<{
  input: Types.ReinstateMemberInput;
}>;


export type ReinstateMemberMutation = { __typename: 'Mutation', change: { __typename: 'ReinstateMemberPayload', membership: { __typename: 'Membership', id: string, roles: Array<Types.Role>, serviceAccess: Array<Types.Service>, includeSubAccounts: boolean, endsOn: string | null, suspendedAt: string | null, origin: Types.MembershipOrigin, viewerCanChange: boolean, user: { __typename: 'User', id: string, userName: string, displayName: string | null, email: string | null, active: boolean, shared: boolean, lastSignInAt: string | null }, account: { __typename: 'Account', id: string, name: string }, productLine: { __typename: 'ProductLine', id: string, name: string } | null, directoryGroups: Array<{ __typename: 'DirectoryGroup', id: string, name: string, roles: Array<Types.Role>, serviceAccess: Array<Types.Service> }> } | null, effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

export type RemoveMemberMutationVariables = Exact<{
  input: Types.RemoveMemberInput;
}>;


export type RemoveMemberMutation = { __typename: 'Mutation', change: { __typename: 'RemoveMemberPayload', holdings: Array<{ __typename: 'Holding', kind: Types.HoldingKind, subjectId: string | null, label: string, signedInAt: string | null, fate: Types.HoldingFate }>, effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

export type DecideAccessRequestMutationVariables = Exact<{
  input: Types.DecideAccessRequestInput;
}>;


export type DecideAccessRequestMutation = { __typename: 'Mutation', change: { __typename: 'DecideAccessRequestPayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

export type ClaimDomainMutationVariables = Exact<{
  input: Types.ClaimDomainInput;
}>;


export type ClaimDomainMutation = { __typename: 'Mutation', change: { __typename: 'ClaimDomainPayload', domain: { __typename: 'DomainProof', domain: string, state: Types.DomainState, txtName: string, txtValue: string, createdAt: string, provenAt: string | null, checkedAt: string | null, failingSince: string | null, lapsesOn: string | null, approvedBy: { __typename: 'Actor', name: string } | null } | null, effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

export type CheckDomainMutationVariables = Exact<{
  input: Types.CheckDomainInput;
}>;


export type CheckDomainMutation = { __typename: 'Mutation', change: { __typename: 'CheckDomainPayload', domain: { __typename: 'DomainProof', domain: string, state: Types.DomainState, txtName: string, txtValue: string, createdAt: string, provenAt: string | null, checkedAt: string | null, failingSince: string | null, lapsesOn: string | null, approvedBy: { __typename: 'Actor', name: string } | null } | null, effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

export type ApproveDomainMutationVariables = Exact<{
  input: Types.ApproveDomainInput;
}>;


export type ApproveDomainMutation = { __typename: 'Mutation', change: { __typename: 'ApproveDomainPayload', domain: { __typename: 'DomainProof', domain: string, state: Types.DomainState, txtName: string, txtValue: string, createdAt: string, provenAt: string | null, checkedAt: string | null, failingSince: string | null, lapsesOn: string | null, approvedBy: { __typename: 'Actor', name: string } | null } | null, effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

export type ReleaseDomainMutationVariables = Exact<{
  input: Types.ReleaseDomainInput;
}>;


export type ReleaseDomainMutation = { __typename: 'Mutation', change: { __typename: 'ReleaseDomainPayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

export type AllowJoiningDomainMutationVariables = Exact<{
  input: Types.AllowJoiningDomainInput;
}>;


export type AllowJoiningDomainMutation = { __typename: 'Mutation', change: { __typename: 'AllowJoiningDomainPayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

export type DisallowJoiningDomainMutationVariables = Exact<{
  input: Types.DisallowJoiningDomainInput;
}>;


export type DisallowJoiningDomainMutation = { __typename: 'Mutation', change: { __typename: 'DisallowJoiningDomainPayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

export type GrantDirectoryGroupMutationVariables = Exact<{
  input: Types.GrantDirectoryGroupInput;
}>;


export type GrantDirectoryGroupMutation = { __typename: 'Mutation', change: { __typename: 'GrantDirectoryGroupPayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

/** Mutation InviteMembers. */
export const InviteMembersDocument = trusted<InviteMembersMutation, InviteMembersMutationVariables>(
  '9c4f4014c27cd592a782ec346969ddbc64bad565fb1ff298e25ccc764774c604',
  "mutation InviteMembers($input: InviteMembersInput!) {\n__typename\nchange: inviteMembers(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...ChangeWarning\n}\nerrors {\n__typename\n...ChangeError\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}",
)

/** Mutation ResendInvitation. */
export const ResendInvitationDocument = trusted<ResendInvitationMutation, ResendInvitationMutationVariables>(
  '8fa3f1bd2d90db737e7743c7b5497e4856d30f3787cc3638d2c0508b89015558',
  "mutation ResendInvitation($input: ResendInvitationInput!) {\n__typename\nchange: resendInvitation(input: $input) {\n__typename\ninvitation {\n__typename\n...InvitationRow\n}\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...ChangeWarning\n}\nerrors {\n__typename\n...ChangeError\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment InvitationRow on Invitation {\n__typename\nid\nemail\naccount {\n__typename\nid\nname\n}\nroles\nserviceAccess\nproductLine {\n__typename\nid\nname\n}\nincludeSubAccounts\nendsOn\nstate\ninvitedBy {\n__typename\nname\n}\ncreatedAt\nexpiresAt\nacceptedAt\nrevokedAt\nviewerCanManage\n}",
)

/** Mutation RevokeInvitation. */
export const RevokeInvitationDocument = trusted<RevokeInvitationMutation, RevokeInvitationMutationVariables>(
  '79cae13f1b6dc9e351d892cd821e82a90094da8c1386e01c1f2df0d43fe0a79d',
  "mutation RevokeInvitation($input: RevokeInvitationInput!) {\n__typename\nchange: revokeInvitation(input: $input) {\n__typename\ninvitation {\n__typename\n...InvitationRow\n}\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...ChangeWarning\n}\nerrors {\n__typename\n...ChangeError\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment InvitationRow on Invitation {\n__typename\nid\nemail\naccount {\n__typename\nid\nname\n}\nroles\nserviceAccess\nproductLine {\n__typename\nid\nname\n}\nincludeSubAccounts\nendsOn\nstate\ninvitedBy {\n__typename\nname\n}\ncreatedAt\nexpiresAt\nacceptedAt\nrevokedAt\nviewerCanManage\n}",
)

/** Mutation ChangeMemberAccess. */
export const ChangeMemberAccessDocument = trusted<ChangeMemberAccessMutation, ChangeMemberAccessMutationVariables>(
  'e32b85946d4feac02c63741bd5ebf17c244d77569a0da955c5393ab95f7b40c6',
  "mutation ChangeMemberAccess($input: ChangeMemberAccessInput!) {\n__typename\nchange: changeMemberAccess(input: $input) {\n__typename\nmembership {\n__typename\n...MembershipRow\n}\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...ChangeWarning\n}\nerrors {\n__typename\n...ChangeError\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment MembershipRow on Membership {\n__typename\nid\nuser {\n__typename\nid\nuserName\ndisplayName\nemail\nactive\nshared\nlastSignInAt\n}\naccount {\n__typename\nid\nname\n}\nroles\nserviceAccess\nproductLine {\n__typename\nid\nname\n}\nincludeSubAccounts\nendsOn\nsuspendedAt\norigin\ndirectoryGroups {\n__typename\nid\nname\nroles\nserviceAccess\n}\nviewerCanChange\n}",
)

/** Mutation SuspendMember. */
export const SuspendMemberDocument = trusted<SuspendMemberMutation, SuspendMemberMutationVariables>(
  '2af25ddc11d90e12c68bcc2f69ac8b3bba9d2cef56fdea391e6a0c4310bd7349',
  "mutation SuspendMember($input: SuspendMemberInput!) {\n__typename\nchange: suspendMember(input: $input) {\n__typename\nmembership {\n__typename\n...MembershipRow\n}\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...ChangeWarning\n}\nerrors {\n__typename\n...ChangeError\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment MembershipRow on Membership {\n__typename\nid\nuser {\n__typename\nid\nuserName\ndisplayName\nemail\nactive\nshared\nlastSignInAt\n}\naccount {\n__typename\nid\nname\n}\nroles\nserviceAccess\nproductLine {\n__typename\nid\nname\n}\nincludeSubAccounts\nendsOn\nsuspendedAt\norigin\ndirectoryGroups {\n__typename\nid\nname\nroles\nserviceAccess\n}\nviewerCanChange\n}",
)

/** Mutation ReinstateMember. */
export const ReinstateMemberDocument = trusted<ReinstateMemberMutation, ReinstateMemberMutationVariables>(
  '3df353c981e87f5a82f6e9c3d65ee7d44a308d6fd56e402723183562867985f6',
  "mutation ReinstateMember($input: ReinstateMemberInput!) {\n__typename\nchange: reinstateMember(input: $input) {\n__typename\nmembership {\n__typename\n...MembershipRow\n}\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...ChangeWarning\n}\nerrors {\n__typename\n...ChangeError\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment MembershipRow on Membership {\n__typename\nid\nuser {\n__typename\nid\nuserName\ndisplayName\nemail\nactive\nshared\nlastSignInAt\n}\naccount {\n__typename\nid\nname\n}\nroles\nserviceAccess\nproductLine {\n__typename\nid\nname\n}\nincludeSubAccounts\nendsOn\nsuspendedAt\norigin\ndirectoryGroups {\n__typename\nid\nname\nroles\nserviceAccess\n}\nviewerCanChange\n}",
)

/** Mutation RemoveMember. */
export const RemoveMemberDocument = trusted<RemoveMemberMutation, RemoveMemberMutationVariables>(
  '51029653e34799a0bfc27553a6dad0928a91c32195c706d69d2cd62890519aeb',
  "mutation RemoveMember($input: RemoveMemberInput!) {\n__typename\nchange: removeMember(input: $input) {\n__typename\nholdings {\n__typename\nkind\nsubjectId\nlabel\nsignedInAt\nfate\n}\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...ChangeWarning\n}\nerrors {\n__typename\n...ChangeError\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}",
)

/** Mutation DecideAccessRequest. */
export const DecideAccessRequestDocument = trusted<DecideAccessRequestMutation, DecideAccessRequestMutationVariables>(
  'a718850964e72f2418a27a939cd59292e8a4b81cf592a3920e12a585f85890b2',
  "mutation DecideAccessRequest($input: DecideAccessRequestInput!) {\n__typename\nchange: decideAccessRequest(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...ChangeWarning\n}\nerrors {\n__typename\n...ChangeError\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}",
)

/** Mutation ClaimDomain. */
export const ClaimDomainDocument = trusted<ClaimDomainMutation, ClaimDomainMutationVariables>(
  'b7a720165d2cc0a4a994b7a0a48c883e9271ccd8014f30bea3176e1e742b7c1d',
  "mutation ClaimDomain($input: ClaimDomainInput!) {\n__typename\nchange: claimDomain(input: $input) {\n__typename\ndomain {\n__typename\n...DomainRow\n}\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...ChangeWarning\n}\nerrors {\n__typename\n...ChangeError\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment DomainRow on DomainProof {\n__typename\ndomain\nstate\ntxtName\ntxtValue\ncreatedAt\nprovenAt\ncheckedAt\nfailingSince\nlapsesOn\napprovedBy {\n__typename\nname\n}\n}",
)

/** Mutation CheckDomain. */
export const CheckDomainDocument = trusted<CheckDomainMutation, CheckDomainMutationVariables>(
  'e30709be3fc8ee35bbc37eb9b2844b0ba3a47b2a1d8cb9747ee384f431a2fbba',
  "mutation CheckDomain($input: CheckDomainInput!) {\n__typename\nchange: checkDomain(input: $input) {\n__typename\ndomain {\n__typename\n...DomainRow\n}\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...ChangeWarning\n}\nerrors {\n__typename\n...ChangeError\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment DomainRow on DomainProof {\n__typename\ndomain\nstate\ntxtName\ntxtValue\ncreatedAt\nprovenAt\ncheckedAt\nfailingSince\nlapsesOn\napprovedBy {\n__typename\nname\n}\n}",
)

/** Mutation ApproveDomain. */
export const ApproveDomainDocument = trusted<ApproveDomainMutation, ApproveDomainMutationVariables>(
  '116e71c20901f6432221d916ddf896354dfa95065b43919c8c551373b5d712fd',
  "mutation ApproveDomain($input: ApproveDomainInput!) {\n__typename\nchange: approveDomain(input: $input) {\n__typename\ndomain {\n__typename\n...DomainRow\n}\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...ChangeWarning\n}\nerrors {\n__typename\n...ChangeError\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment DomainRow on DomainProof {\n__typename\ndomain\nstate\ntxtName\ntxtValue\ncreatedAt\nprovenAt\ncheckedAt\nfailingSince\nlapsesOn\napprovedBy {\n__typename\nname\n}\n}",
)

/** Mutation ReleaseDomain. */
export const ReleaseDomainDocument = trusted<ReleaseDomainMutation, ReleaseDomainMutationVariables>(
  '4fe1d2f88aca5dd6a34dc7378620c37b8d4afcac9c915a934472afdf7ea80c58',
  "mutation ReleaseDomain($input: ReleaseDomainInput!) {\n__typename\nchange: releaseDomain(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...ChangeWarning\n}\nerrors {\n__typename\n...ChangeError\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}",
)

/** Mutation AllowJoiningDomain. */
export const AllowJoiningDomainDocument = trusted<AllowJoiningDomainMutation, AllowJoiningDomainMutationVariables>(
  '8a9f7cb00a747ca457225e438d855f9fe339b293df3feda34b863bd7783e81b9',
  "mutation AllowJoiningDomain($input: AllowJoiningDomainInput!) {\n__typename\nchange: allowJoiningDomain(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...ChangeWarning\n}\nerrors {\n__typename\n...ChangeError\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}",
)

/** Mutation DisallowJoiningDomain. */
export const DisallowJoiningDomainDocument = trusted<DisallowJoiningDomainMutation, DisallowJoiningDomainMutationVariables>(
  '2f22af3110bf88a7706755c8f7845a646c3db0dc55e49fa64d6aaa38fb97975f',
  "mutation DisallowJoiningDomain($input: DisallowJoiningDomainInput!) {\n__typename\nchange: disallowJoiningDomain(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...ChangeWarning\n}\nerrors {\n__typename\n...ChangeError\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}",
)

/** Mutation GrantDirectoryGroup. */
export const GrantDirectoryGroupDocument = trusted<GrantDirectoryGroupMutation, GrantDirectoryGroupMutationVariables>(
  '92ddb986e7ebe23bf5a9edf3053a1f9702560c7ca27765d90baa10ca9609b59e',
  "mutation GrantDirectoryGroup($input: GrantDirectoryGroupInput!) {\n__typename\nchange: grantDirectoryGroup(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...ChangeWarning\n}\nerrors {\n__typename\n...ChangeError\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}",
)

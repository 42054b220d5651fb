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
  'f546d611037d4b2a3684529844420eb3dfd92f477e189dfd9db98a7f734b78b6',
  "mutation InviteMembers($input: InviteMembersInput!) {\n  __typename\n  change: inviteMembers(input: $input) {\n    __typename\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n}",
)

/** Mutation ResendInvitation. */
export const ResendInvitationDocument = trusted<ResendInvitationMutation, ResendInvitationMutationVariables>(
  '066e7673b2bfc556cf0db626aa489303ce022af688bbb37112b6b239e1d301b1',
  "mutation ResendInvitation($input: ResendInvitationInput!) {\n  __typename\n  change: resendInvitation(input: $input) {\n    __typename\n    invitation {\n      __typename\n      ...InvitationRow\n    }\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n}\n\nfragment InvitationRow on Invitation {\n  __typename\n  id\n  email\n  account {\n    __typename\n    id\n    name\n  }\n  roles\n  serviceAccess\n  productLine {\n    __typename\n    id\n    name\n  }\n  includeSubAccounts\n  endsOn\n  state\n  invitedBy {\n    __typename\n    name\n  }\n  createdAt\n  expiresAt\n  acceptedAt\n  revokedAt\n  viewerCanManage\n}",
)

/** Mutation RevokeInvitation. */
export const RevokeInvitationDocument = trusted<RevokeInvitationMutation, RevokeInvitationMutationVariables>(
  'd01d3145469477cfb0cda9ad57c33dd35fe59f5bd2abf493034a0e82d576dd9b',
  "mutation RevokeInvitation($input: RevokeInvitationInput!) {\n  __typename\n  change: revokeInvitation(input: $input) {\n    __typename\n    invitation {\n      __typename\n      ...InvitationRow\n    }\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n}\n\nfragment InvitationRow on Invitation {\n  __typename\n  id\n  email\n  account {\n    __typename\n    id\n    name\n  }\n  roles\n  serviceAccess\n  productLine {\n    __typename\n    id\n    name\n  }\n  includeSubAccounts\n  endsOn\n  state\n  invitedBy {\n    __typename\n    name\n  }\n  createdAt\n  expiresAt\n  acceptedAt\n  revokedAt\n  viewerCanManage\n}",
)

/** Mutation ChangeMemberAccess. */
export const ChangeMemberAccessDocument = trusted<ChangeMemberAccessMutation, ChangeMemberAccessMutationVariables>(
  'a024aeea5ba533dfddffde6fc6c66b7a30f1bc62976d67c8e6fce9d69f6f77ed',
  "mutation ChangeMemberAccess($input: ChangeMemberAccessInput!) {\n  __typename\n  change: changeMemberAccess(input: $input) {\n    __typename\n    membership {\n      __typename\n      ...MembershipRow\n    }\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n}\n\nfragment MembershipRow on Membership {\n  __typename\n  id\n  user {\n    __typename\n    id\n    userName\n    displayName\n    email\n    active\n    shared\n    lastSignInAt\n  }\n  account {\n    __typename\n    id\n    name\n  }\n  roles\n  serviceAccess\n  productLine {\n    __typename\n    id\n    name\n  }\n  includeSubAccounts\n  endsOn\n  suspendedAt\n  origin\n  directoryGroups {\n    __typename\n    id\n    name\n    roles\n    serviceAccess\n  }\n  viewerCanChange\n}",
)

/** Mutation SuspendMember. */
export const SuspendMemberDocument = trusted<SuspendMemberMutation, SuspendMemberMutationVariables>(
  'c92def709ecf569ec9b9f18be284ccee85c62823bfbba14d47d6fb88d44842ce',
  "mutation SuspendMember($input: SuspendMemberInput!) {\n  __typename\n  change: suspendMember(input: $input) {\n    __typename\n    membership {\n      __typename\n      ...MembershipRow\n    }\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n}\n\nfragment MembershipRow on Membership {\n  __typename\n  id\n  user {\n    __typename\n    id\n    userName\n    displayName\n    email\n    active\n    shared\n    lastSignInAt\n  }\n  account {\n    __typename\n    id\n    name\n  }\n  roles\n  serviceAccess\n  productLine {\n    __typename\n    id\n    name\n  }\n  includeSubAccounts\n  endsOn\n  suspendedAt\n  origin\n  directoryGroups {\n    __typename\n    id\n    name\n    roles\n    serviceAccess\n  }\n  viewerCanChange\n}",
)

/** Mutation ReinstateMember. */
export const ReinstateMemberDocument = trusted<ReinstateMemberMutation, ReinstateMemberMutationVariables>(
  'ab30ea8ca0592496b9dd7e1dd7d33e8c4a71a100149ef6fbc631f51a32f11f8e',
  "mutation ReinstateMember($input: ReinstateMemberInput!) {\n  __typename\n  change: reinstateMember(input: $input) {\n    __typename\n    membership {\n      __typename\n      ...MembershipRow\n    }\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n}\n\nfragment MembershipRow on Membership {\n  __typename\n  id\n  user {\n    __typename\n    id\n    userName\n    displayName\n    email\n    active\n    shared\n    lastSignInAt\n  }\n  account {\n    __typename\n    id\n    name\n  }\n  roles\n  serviceAccess\n  productLine {\n    __typename\n    id\n    name\n  }\n  includeSubAccounts\n  endsOn\n  suspendedAt\n  origin\n  directoryGroups {\n    __typename\n    id\n    name\n    roles\n    serviceAccess\n  }\n  viewerCanChange\n}",
)

/** Mutation RemoveMember. */
export const RemoveMemberDocument = trusted<RemoveMemberMutation, RemoveMemberMutationVariables>(
  '20723c47bce778dc46a3a21beea2cb71b4c1b3b0ba23a81be1d4e37ebeeb8f94',
  "mutation RemoveMember($input: RemoveMemberInput!) {\n  __typename\n  change: removeMember(input: $input) {\n    __typename\n    holdings {\n      __typename\n      kind\n      subjectId\n      label\n      signedInAt\n      fate\n    }\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n}",
)

/** Mutation DecideAccessRequest. */
export const DecideAccessRequestDocument = trusted<DecideAccessRequestMutation, DecideAccessRequestMutationVariables>(
  '0f95033e3abf588748192573a2948c9993cab369d48b96eff17cb6ac6b2032a2',
  "mutation DecideAccessRequest($input: DecideAccessRequestInput!) {\n  __typename\n  change: decideAccessRequest(input: $input) {\n    __typename\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n}",
)

/** Mutation ClaimDomain. */
export const ClaimDomainDocument = trusted<ClaimDomainMutation, ClaimDomainMutationVariables>(
  'c02c94fad867bd5ce963c81bf38d0cf15c5488536270010dcf2f033529334c08',
  "mutation ClaimDomain($input: ClaimDomainInput!) {\n  __typename\n  change: claimDomain(input: $input) {\n    __typename\n    domain {\n      __typename\n      ...DomainRow\n    }\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n}\n\nfragment DomainRow on DomainProof {\n  __typename\n  domain\n  state\n  txtName\n  txtValue\n  createdAt\n  provenAt\n  checkedAt\n  failingSince\n  lapsesOn\n  approvedBy {\n    __typename\n    name\n  }\n}",
)

/** Mutation CheckDomain. */
export const CheckDomainDocument = trusted<CheckDomainMutation, CheckDomainMutationVariables>(
  '3daad2df8abd653b853154777b6c118d1de19a9072cf5c0925665c43a4aae6d4',
  "mutation CheckDomain($input: CheckDomainInput!) {\n  __typename\n  change: checkDomain(input: $input) {\n    __typename\n    domain {\n      __typename\n      ...DomainRow\n    }\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n}\n\nfragment DomainRow on DomainProof {\n  __typename\n  domain\n  state\n  txtName\n  txtValue\n  createdAt\n  provenAt\n  checkedAt\n  failingSince\n  lapsesOn\n  approvedBy {\n    __typename\n    name\n  }\n}",
)

/** Mutation ApproveDomain. */
export const ApproveDomainDocument = trusted<ApproveDomainMutation, ApproveDomainMutationVariables>(
  'ccd22ca93d533baed37e77736d00ae152f945e6bc0b1b1fba974e3e482b88c6f',
  "mutation ApproveDomain($input: ApproveDomainInput!) {\n  __typename\n  change: approveDomain(input: $input) {\n    __typename\n    domain {\n      __typename\n      ...DomainRow\n    }\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n}\n\nfragment DomainRow on DomainProof {\n  __typename\n  domain\n  state\n  txtName\n  txtValue\n  createdAt\n  provenAt\n  checkedAt\n  failingSince\n  lapsesOn\n  approvedBy {\n    __typename\n    name\n  }\n}",
)

/** Mutation ReleaseDomain. */
export const ReleaseDomainDocument = trusted<ReleaseDomainMutation, ReleaseDomainMutationVariables>(
  '91c79262fb93934ad452b934c2aed0eb1a7731fad5fd91a9ca681994b6a96dad',
  "mutation ReleaseDomain($input: ReleaseDomainInput!) {\n  __typename\n  change: releaseDomain(input: $input) {\n    __typename\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n}",
)

/** Mutation AllowJoiningDomain. */
export const AllowJoiningDomainDocument = trusted<AllowJoiningDomainMutation, AllowJoiningDomainMutationVariables>(
  '99e4f4346424be0244c6c835ff6b5add2cdb44c0b9d6f9ce7efd7722c0e7918d',
  "mutation AllowJoiningDomain($input: AllowJoiningDomainInput!) {\n  __typename\n  change: allowJoiningDomain(input: $input) {\n    __typename\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n}",
)

/** Mutation DisallowJoiningDomain. */
export const DisallowJoiningDomainDocument = trusted<DisallowJoiningDomainMutation, DisallowJoiningDomainMutationVariables>(
  'ef3b164899864e8a3e4faed1648ebfb8c1ab1bfbb56f2651722989597c571626',
  "mutation DisallowJoiningDomain($input: DisallowJoiningDomainInput!) {\n  __typename\n  change: disallowJoiningDomain(input: $input) {\n    __typename\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n}",
)

/** Mutation GrantDirectoryGroup. */
export const GrantDirectoryGroupDocument = trusted<GrantDirectoryGroupMutation, GrantDirectoryGroupMutationVariables>(
  'ee5e959d96b3a90a72dbf76d3132b46176463035355460ad958888361522bbb5',
  "mutation GrantDirectoryGroup($input: GrantDirectoryGroupInput!) {\n  __typename\n  change: grantDirectoryGroup(input: $input) {\n    __typename\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n}",
)

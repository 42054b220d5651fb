// Written by `npm run generate`. Change the .graphql files instead.
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
        | { __typename: 'ReferenceValue', label: string, text: string }
        | { __typename: 'QuantityValue', text: string }
       | null, after:
        | { __typename: 'TextValue', text: string }
        | { __typename: 'NumberValue', number: number, text: string }
        | { __typename: 'BooleanValue', isTrue: boolean, text: string }
        | { __typename: 'DayValue', day: string, text: string }
        | { __typename: 'MomentValue', moment: string, text: string }
        | { __typename: 'EnumValue', enum: string, value: string, text: string }
        | { __typename: 'EnumListValue', enum: string, values: Array<string>, text: string }
        | { __typename: 'ReferenceValue', label: string, text: string }
        | { __typename: 'QuantityValue', text: string }
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
        | { __typename: 'ReferenceValue', label: string, text: string }
        | { __typename: 'QuantityValue', text: string }
       | null, after:
        | { __typename: 'TextValue', text: string }
        | { __typename: 'NumberValue', number: number, text: string }
        | { __typename: 'BooleanValue', isTrue: boolean, text: string }
        | { __typename: 'DayValue', day: string, text: string }
        | { __typename: 'MomentValue', moment: string, text: string }
        | { __typename: 'EnumValue', enum: string, value: string, text: string }
        | { __typename: 'EnumListValue', enum: string, values: Array<string>, text: string }
        | { __typename: 'ReferenceValue', label: string, text: string }
        | { __typename: 'QuantityValue', text: string }
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
        | { __typename: 'ReferenceValue', label: string, text: string }
        | { __typename: 'QuantityValue', text: string }
       | null, after:
        | { __typename: 'TextValue', text: string }
        | { __typename: 'NumberValue', number: number, text: string }
        | { __typename: 'BooleanValue', isTrue: boolean, text: string }
        | { __typename: 'DayValue', day: string, text: string }
        | { __typename: 'MomentValue', moment: string, text: string }
        | { __typename: 'EnumValue', enum: string, value: string, text: string }
        | { __typename: 'EnumListValue', enum: string, values: Array<string>, text: string }
        | { __typename: 'ReferenceValue', label: string, text: string }
        | { __typename: 'QuantityValue', text: string }
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
        | { __typename: 'ReferenceValue', label: string, text: string }
        | { __typename: 'QuantityValue', text: string }
       | null, after:
        | { __typename: 'TextValue', text: string }
        | { __typename: 'NumberValue', number: number, text: string }
        | { __typename: 'BooleanValue', isTrue: boolean, text: string }
        | { __typename: 'DayValue', day: string, text: string }
        | { __typename: 'MomentValue', moment: string, text: string }
        | { __typename: 'EnumValue', enum: string, value: string, text: string }
        | { __typename: 'EnumListValue', enum: string, values: Array<string>, text: string }
        | { __typename: 'ReferenceValue', label: string, text: string }
        | { __typename: 'QuantityValue', text: string }
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
        | { __typename: 'ReferenceValue', label: string, text: string }
        | { __typename: 'QuantityValue', text: string }
       | null, after:
        | { __typename: 'TextValue', text: string }
        | { __typename: 'NumberValue', number: number, text: string }
        | { __typename: 'BooleanValue', isTrue: boolean, text: string }
        | { __typename: 'DayValue', day: string, text: string }
        | { __typename: 'MomentValue', moment: string, text: string }
        | { __typename: 'EnumValue', enum: string, value: string, text: string }
        | { __typename: 'EnumListValue', enum: string, values: Array<string>, text: string }
        | { __typename: 'ReferenceValue', label: string, text: string }
        | { __typename: 'QuantityValue', text: string }
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
        | { __typename: 'ReferenceValue', label: string, text: string }
        | { __typename: 'QuantityValue', text: string }
       | null, after:
        | { __typename: 'TextValue', text: string }
        | { __typename: 'NumberValue', number: number, text: string }
        | { __typename: 'BooleanValue', isTrue: boolean, text: string }
        | { __typename: 'DayValue', day: string, text: string }
        | { __typename: 'MomentValue', moment: string, text: string }
        | { __typename: 'EnumValue', enum: string, value: string, text: string }
        | { __typename: 'EnumListValue', enum: string, values: Array<string>, text: string }
        | { __typename: 'ReferenceValue', label: string, text: string }
        | { __typename: 'QuantityValue', text: string }
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
        | { __typename: 'ReferenceValue', label: string, text: string }
        | { __typename: 'QuantityValue', text: string }
       | null, after:
        | { __typename: 'TextValue', text: string }
        | { __typename: 'NumberValue', number: number, text: string }
        | { __typename: 'BooleanValue', isTrue: boolean, text: string }
        | { __typename: 'DayValue', day: string, text: string }
        | { __typename: 'MomentValue', moment: string, text: string }
        | { __typename: 'EnumValue', enum: string, value: string, text: string }
        | { __typename: 'EnumListValue', enum: string, values: Array<string>, text: string }
        | { __typename: 'ReferenceValue', label: string, text: string }
        | { __typename: 'QuantityValue', text: string }
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
        | { __typename: 'ReferenceValue', label: string, text: string }
        | { __typename: 'QuantityValue', text: string }
       | null, after:
        | { __typename: 'TextValue', text: string }
        | { __typename: 'NumberValue', number: number, text: string }
        | { __typename: 'BooleanValue', isTrue: boolean, text: string }
        | { __typename: 'DayValue', day: string, text: string }
        | { __typename: 'MomentValue', moment: string, text: string }
        | { __typename: 'EnumValue', enum: string, value: string, text: string }
        | { __typename: 'EnumListValue', enum: string, values: Array<string>, text: string }
        | { __typename: 'ReferenceValue', label: string, text: string }
        | { __typename: 'QuantityValue', text: string }
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
        | { __typename: 'ReferenceValue', label: string, text: string }
        | { __typename: 'QuantityValue', text: string }
       | null, after:
        | { __typename: 'TextValue', text: string }
        | { __typename: 'NumberValue', number: number, text: string }
        | { __typename: 'BooleanValue', isTrue: boolean, text: string }
        | { __typename: 'DayValue', day: string, text: string }
        | { __typename: 'MomentValue', moment: string, text: string }
        | { __typename: 'EnumValue', enum: string, value: string, text: string }
        | { __typename: 'EnumListValue', enum: string, values: Array<string>, text: string }
        | { __typename: 'ReferenceValue', label: string, text: string }
        | { __typename: 'QuantityValue', text: string }
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
        | { __typename: 'ReferenceValue', label: string, text: string }
        | { __typename: 'QuantityValue', text: string }
       | null, after:
        | { __typename: 'TextValue', text: string }
        | { __typename: 'NumberValue', number: number, text: string }
        | { __typename: 'BooleanValue', isTrue: boolean, text: string }
        | { __typename: 'DayValue', day: string, text: string }
        | { __typename: 'MomentValue', moment: string, text: string }
        | { __typename: 'EnumValue', enum: string, value: string, text: string }
        | { __typename: 'EnumListValue', enum: string, values: Array<string>, text: string }
        | { __typename: 'ReferenceValue', label: string, text: string }
        | { __typename: 'QuantityValue', text: string }
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
        | { __typename: 'ReferenceValue', label: string, text: string }
        | { __typename: 'QuantityValue', text: string }
       | null, after:
        | { __typename: 'TextValue', text: string }
        | { __typename: 'NumberValue', number: number, text: string }
        | { __typename: 'BooleanValue', isTrue: boolean, text: string }
        | { __typename: 'DayValue', day: string, text: string }
        | { __typename: 'MomentValue', moment: string, text: string }
        | { __typename: 'EnumValue', enum: string, value: string, text: string }
        | { __typename: 'EnumListValue', enum: string, values: Array<string>, text: string }
        | { __typename: 'ReferenceValue', label: string, text: string }
        | { __typename: 'QuantityValue', text: string }
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
        | { __typename: 'ReferenceValue', label: string, text: string }
        | { __typename: 'QuantityValue', text: string }
       | null, after:
        | { __typename: 'TextValue', text: string }
        | { __typename: 'NumberValue', number: number, text: string }
        | { __typename: 'BooleanValue', isTrue: boolean, text: string }
        | { __typename: 'DayValue', day: string, text: string }
        | { __typename: 'MomentValue', moment: string, text: string }
        | { __typename: 'EnumValue', enum: string, value: string, text: string }
        | { __typename: 'EnumListValue', enum: string, values: Array<string>, text: string }
        | { __typename: 'ReferenceValue', label: string, text: string }
        | { __typename: 'QuantityValue', text: string }
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
        | { __typename: 'ReferenceValue', label: string, text: string }
        | { __typename: 'QuantityValue', text: string }
       | null, after:
        | { __typename: 'TextValue', text: string }
        | { __typename: 'NumberValue', number: number, text: string }
        | { __typename: 'BooleanValue', isTrue: boolean, text: string }
        | { __typename: 'DayValue', day: string, text: string }
        | { __typename: 'MomentValue', moment: string, text: string }
        | { __typename: 'EnumValue', enum: string, value: string, text: string }
        | { __typename: 'EnumListValue', enum: string, values: Array<string>, text: string }
        | { __typename: 'ReferenceValue', label: string, text: string }
        | { __typename: 'QuantityValue', text: string }
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
        | { __typename: 'ReferenceValue', label: string, text: string }
        | { __typename: 'QuantityValue', text: string }
       | null, after:
        | { __typename: 'TextValue', text: string }
        | { __typename: 'NumberValue', number: number, text: string }
        | { __typename: 'BooleanValue', isTrue: boolean, text: string }
        | { __typename: 'DayValue', day: string, text: string }
        | { __typename: 'MomentValue', moment: string, text: string }
        | { __typename: 'EnumValue', enum: string, value: string, text: string }
        | { __typename: 'EnumListValue', enum: string, values: Array<string>, text: string }
        | { __typename: 'ReferenceValue', label: string, text: string }
        | { __typename: 'QuantityValue', text: string }
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
        | { __typename: 'ReferenceValue', label: string, text: string }
        | { __typename: 'QuantityValue', text: string }
       | null, after:
        | { __typename: 'TextValue', text: string }
        | { __typename: 'NumberValue', number: number, text: string }
        | { __typename: 'BooleanValue', isTrue: boolean, text: string }
        | { __typename: 'DayValue', day: string, text: string }
        | { __typename: 'MomentValue', moment: string, text: string }
        | { __typename: 'EnumValue', enum: string, value: string, text: string }
        | { __typename: 'EnumListValue', enum: string, values: Array<string>, text: string }
        | { __typename: 'ReferenceValue', label: string, text: string }
        | { __typename: 'QuantityValue', text: string }
       | null }>, warnings: Array<{ __typename: 'Warning', code: string, message: string }>, errors: Array<{ __typename: 'UserError', code: string, message: string, field: string | null, remedy: string }>, auditEntry: { __typename: 'AuditEntry', id: string, account: { __typename: 'Account', id: string } | null } | null } | null };

/** Mutation InviteMembers. */
export const InviteMembersDocument = trusted<InviteMembersMutation, InviteMembersMutationVariables>(
  'b9bda9d52889f43e8b8a0813976dfc6d3179f5bc91588e916720c1fec142d4df',
  "mutation InviteMembers($input: InviteMembersInput!) {\n  __typename\n  change: inviteMembers(input: $input) {\n    __typename\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    ...ChangedValue\n  }\n  after {\n    __typename\n    ...ChangedValue\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n}\n\nfragment ChangedValue on Value {\n  __typename\n  text\n  ... on BooleanValue {\n    __typename\n    isTrue\n  }\n  ... on DayValue {\n    __typename\n    day\n  }\n  ... on EnumValue {\n    __typename\n    enum\n    value\n  }\n  ... on EnumListValue {\n    __typename\n    enum\n    values\n  }\n  ... on MomentValue {\n    __typename\n    moment\n  }\n  ... on NumberValue {\n    __typename\n    number\n  }\n  ... on ReferenceValue {\n    __typename\n    label\n  }\n}",
)

/** Mutation ResendInvitation. */
export const ResendInvitationDocument = trusted<ResendInvitationMutation, ResendInvitationMutationVariables>(
  'ba02593b7ceade7af820737d9e027f108c9749d7a58a1d9de58e04cacb937a4d',
  "mutation ResendInvitation($input: ResendInvitationInput!) {\n  __typename\n  change: resendInvitation(input: $input) {\n    __typename\n    invitation {\n      __typename\n      ...InvitationRow\n    }\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    ...ChangedValue\n  }\n  after {\n    __typename\n    ...ChangedValue\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n}\n\nfragment ChangedValue on Value {\n  __typename\n  text\n  ... on BooleanValue {\n    __typename\n    isTrue\n  }\n  ... on DayValue {\n    __typename\n    day\n  }\n  ... on EnumValue {\n    __typename\n    enum\n    value\n  }\n  ... on EnumListValue {\n    __typename\n    enum\n    values\n  }\n  ... on MomentValue {\n    __typename\n    moment\n  }\n  ... on NumberValue {\n    __typename\n    number\n  }\n  ... on ReferenceValue {\n    __typename\n    label\n  }\n}\n\nfragment InvitationRow on Invitation {\n  __typename\n  id\n  email\n  account {\n    __typename\n    id\n    name\n  }\n  roles\n  serviceAccess\n  productLine {\n    __typename\n    id\n    name\n  }\n  includeSubAccounts\n  endsOn\n  state\n  invitedBy {\n    __typename\n    name\n  }\n  createdAt\n  expiresAt\n  acceptedAt\n  revokedAt\n  viewerCanManage\n}",
)

/** Mutation RevokeInvitation. */
export const RevokeInvitationDocument = trusted<RevokeInvitationMutation, RevokeInvitationMutationVariables>(
  'af0d32ca48badc9da682584b6d862aeb2aaede5c334f561c39c52f860d980c8d',
  "mutation RevokeInvitation($input: RevokeInvitationInput!) {\n  __typename\n  change: revokeInvitation(input: $input) {\n    __typename\n    invitation {\n      __typename\n      ...InvitationRow\n    }\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    ...ChangedValue\n  }\n  after {\n    __typename\n    ...ChangedValue\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n}\n\nfragment ChangedValue on Value {\n  __typename\n  text\n  ... on BooleanValue {\n    __typename\n    isTrue\n  }\n  ... on DayValue {\n    __typename\n    day\n  }\n  ... on EnumValue {\n    __typename\n    enum\n    value\n  }\n  ... on EnumListValue {\n    __typename\n    enum\n    values\n  }\n  ... on MomentValue {\n    __typename\n    moment\n  }\n  ... on NumberValue {\n    __typename\n    number\n  }\n  ... on ReferenceValue {\n    __typename\n    label\n  }\n}\n\nfragment InvitationRow on Invitation {\n  __typename\n  id\n  email\n  account {\n    __typename\n    id\n    name\n  }\n  roles\n  serviceAccess\n  productLine {\n    __typename\n    id\n    name\n  }\n  includeSubAccounts\n  endsOn\n  state\n  invitedBy {\n    __typename\n    name\n  }\n  createdAt\n  expiresAt\n  acceptedAt\n  revokedAt\n  viewerCanManage\n}",
)

/** Mutation ChangeMemberAccess. */
export const ChangeMemberAccessDocument = trusted<ChangeMemberAccessMutation, ChangeMemberAccessMutationVariables>(
  'ee81332cb20da02f85939e844f82476f902a1de36db256bc4c7ffdc3c3cb66d4',
  "mutation ChangeMemberAccess($input: ChangeMemberAccessInput!) {\n  __typename\n  change: changeMemberAccess(input: $input) {\n    __typename\n    membership {\n      __typename\n      ...MembershipRow\n    }\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    ...ChangedValue\n  }\n  after {\n    __typename\n    ...ChangedValue\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n}\n\nfragment ChangedValue on Value {\n  __typename\n  text\n  ... on BooleanValue {\n    __typename\n    isTrue\n  }\n  ... on DayValue {\n    __typename\n    day\n  }\n  ... on EnumValue {\n    __typename\n    enum\n    value\n  }\n  ... on EnumListValue {\n    __typename\n    enum\n    values\n  }\n  ... on MomentValue {\n    __typename\n    moment\n  }\n  ... on NumberValue {\n    __typename\n    number\n  }\n  ... on ReferenceValue {\n    __typename\n    label\n  }\n}\n\nfragment MembershipRow on Membership {\n  __typename\n  id\n  user {\n    __typename\n    id\n    userName\n    displayName\n    email\n    active\n    shared\n    lastSignInAt\n  }\n  account {\n    __typename\n    id\n    name\n  }\n  roles\n  serviceAccess\n  productLine {\n    __typename\n    id\n    name\n  }\n  includeSubAccounts\n  endsOn\n  suspendedAt\n  origin\n  directoryGroups {\n    __typename\n    id\n    name\n    roles\n    serviceAccess\n  }\n  viewerCanChange\n}",
)

/** Mutation SuspendMember. */
export const SuspendMemberDocument = trusted<SuspendMemberMutation, SuspendMemberMutationVariables>(
  '24c740a8493213ce8325e4fd0ba6ce101dd0fc15babc03944c72f6e90b59bdcb',
  "mutation SuspendMember($input: SuspendMemberInput!) {\n  __typename\n  change: suspendMember(input: $input) {\n    __typename\n    membership {\n      __typename\n      ...MembershipRow\n    }\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    ...ChangedValue\n  }\n  after {\n    __typename\n    ...ChangedValue\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n}\n\nfragment ChangedValue on Value {\n  __typename\n  text\n  ... on BooleanValue {\n    __typename\n    isTrue\n  }\n  ... on DayValue {\n    __typename\n    day\n  }\n  ... on EnumValue {\n    __typename\n    enum\n    value\n  }\n  ... on EnumListValue {\n    __typename\n    enum\n    values\n  }\n  ... on MomentValue {\n    __typename\n    moment\n  }\n  ... on NumberValue {\n    __typename\n    number\n  }\n  ... on ReferenceValue {\n    __typename\n    label\n  }\n}\n\nfragment MembershipRow on Membership {\n  __typename\n  id\n  user {\n    __typename\n    id\n    userName\n    displayName\n    email\n    active\n    shared\n    lastSignInAt\n  }\n  account {\n    __typename\n    id\n    name\n  }\n  roles\n  serviceAccess\n  productLine {\n    __typename\n    id\n    name\n  }\n  includeSubAccounts\n  endsOn\n  suspendedAt\n  origin\n  directoryGroups {\n    __typename\n    id\n    name\n    roles\n    serviceAccess\n  }\n  viewerCanChange\n}",
)

/** Mutation ReinstateMember. */
export const ReinstateMemberDocument = trusted<ReinstateMemberMutation, ReinstateMemberMutationVariables>(
  'ee54691e9a6fadaef624047d8bcd5886da7d49f3cdbdab2a38d408610584b208',
  "mutation ReinstateMember($input: ReinstateMemberInput!) {\n  __typename\n  change: reinstateMember(input: $input) {\n    __typename\n    membership {\n      __typename\n      ...MembershipRow\n    }\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    ...ChangedValue\n  }\n  after {\n    __typename\n    ...ChangedValue\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n}\n\nfragment ChangedValue on Value {\n  __typename\n  text\n  ... on BooleanValue {\n    __typename\n    isTrue\n  }\n  ... on DayValue {\n    __typename\n    day\n  }\n  ... on EnumValue {\n    __typename\n    enum\n    value\n  }\n  ... on EnumListValue {\n    __typename\n    enum\n    values\n  }\n  ... on MomentValue {\n    __typename\n    moment\n  }\n  ... on NumberValue {\n    __typename\n    number\n  }\n  ... on ReferenceValue {\n    __typename\n    label\n  }\n}\n\nfragment MembershipRow on Membership {\n  __typename\n  id\n  user {\n    __typename\n    id\n    userName\n    displayName\n    email\n    active\n    shared\n    lastSignInAt\n  }\n  account {\n    __typename\n    id\n    name\n  }\n  roles\n  serviceAccess\n  productLine {\n    __typename\n    id\n    name\n  }\n  includeSubAccounts\n  endsOn\n  suspendedAt\n  origin\n  directoryGroups {\n    __typename\n    id\n    name\n    roles\n    serviceAccess\n  }\n  viewerCanChange\n}",
)

/** Mutation RemoveMember. */
export const RemoveMemberDocument = trusted<RemoveMemberMutation, RemoveMemberMutationVariables>(
  'dd32135ba895cbfbc6f5302639a88791d7708fde4f354ae1a4f89e52fe3c2132',
  "mutation RemoveMember($input: RemoveMemberInput!) {\n  __typename\n  change: removeMember(input: $input) {\n    __typename\n    holdings {\n      __typename\n      kind\n      subjectId\n      label\n      signedInAt\n      fate\n    }\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    ...ChangedValue\n  }\n  after {\n    __typename\n    ...ChangedValue\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n}\n\nfragment ChangedValue on Value {\n  __typename\n  text\n  ... on BooleanValue {\n    __typename\n    isTrue\n  }\n  ... on DayValue {\n    __typename\n    day\n  }\n  ... on EnumValue {\n    __typename\n    enum\n    value\n  }\n  ... on EnumListValue {\n    __typename\n    enum\n    values\n  }\n  ... on MomentValue {\n    __typename\n    moment\n  }\n  ... on NumberValue {\n    __typename\n    number\n  }\n  ... on ReferenceValue {\n    __typename\n    label\n  }\n}",
)

/** Mutation DecideAccessRequest. */
export const DecideAccessRequestDocument = trusted<DecideAccessRequestMutation, DecideAccessRequestMutationVariables>(
  '47b997cb9c6a3544571e6057bea2977415e494b1e4fcc87fd2dda0ad6aa22204',
  "mutation DecideAccessRequest($input: DecideAccessRequestInput!) {\n  __typename\n  change: decideAccessRequest(input: $input) {\n    __typename\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    ...ChangedValue\n  }\n  after {\n    __typename\n    ...ChangedValue\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n}\n\nfragment ChangedValue on Value {\n  __typename\n  text\n  ... on BooleanValue {\n    __typename\n    isTrue\n  }\n  ... on DayValue {\n    __typename\n    day\n  }\n  ... on EnumValue {\n    __typename\n    enum\n    value\n  }\n  ... on EnumListValue {\n    __typename\n    enum\n    values\n  }\n  ... on MomentValue {\n    __typename\n    moment\n  }\n  ... on NumberValue {\n    __typename\n    number\n  }\n  ... on ReferenceValue {\n    __typename\n    label\n  }\n}",
)

/** Mutation ClaimDomain. */
export const ClaimDomainDocument = trusted<ClaimDomainMutation, ClaimDomainMutationVariables>(
  'd3a9f0f5e555af5f36fb8e0a355b86c7694bee4612e1233f61272f06f5a47f70',
  "mutation ClaimDomain($input: ClaimDomainInput!) {\n  __typename\n  change: claimDomain(input: $input) {\n    __typename\n    domain {\n      __typename\n      ...DomainRow\n    }\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    ...ChangedValue\n  }\n  after {\n    __typename\n    ...ChangedValue\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n}\n\nfragment ChangedValue on Value {\n  __typename\n  text\n  ... on BooleanValue {\n    __typename\n    isTrue\n  }\n  ... on DayValue {\n    __typename\n    day\n  }\n  ... on EnumValue {\n    __typename\n    enum\n    value\n  }\n  ... on EnumListValue {\n    __typename\n    enum\n    values\n  }\n  ... on MomentValue {\n    __typename\n    moment\n  }\n  ... on NumberValue {\n    __typename\n    number\n  }\n  ... on ReferenceValue {\n    __typename\n    label\n  }\n}\n\nfragment DomainRow on DomainProof {\n  __typename\n  domain\n  state\n  txtName\n  txtValue\n  createdAt\n  provenAt\n  checkedAt\n  failingSince\n  lapsesOn\n  approvedBy {\n    __typename\n    name\n  }\n}",
)

/** Mutation CheckDomain. */
export const CheckDomainDocument = trusted<CheckDomainMutation, CheckDomainMutationVariables>(
  'c2dc39799c580de7a9aef07a8c6f39593d3b8cd35626384075d8c5ee543961d7',
  "mutation CheckDomain($input: CheckDomainInput!) {\n  __typename\n  change: checkDomain(input: $input) {\n    __typename\n    domain {\n      __typename\n      ...DomainRow\n    }\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    ...ChangedValue\n  }\n  after {\n    __typename\n    ...ChangedValue\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n}\n\nfragment ChangedValue on Value {\n  __typename\n  text\n  ... on BooleanValue {\n    __typename\n    isTrue\n  }\n  ... on DayValue {\n    __typename\n    day\n  }\n  ... on EnumValue {\n    __typename\n    enum\n    value\n  }\n  ... on EnumListValue {\n    __typename\n    enum\n    values\n  }\n  ... on MomentValue {\n    __typename\n    moment\n  }\n  ... on NumberValue {\n    __typename\n    number\n  }\n  ... on ReferenceValue {\n    __typename\n    label\n  }\n}\n\nfragment DomainRow on DomainProof {\n  __typename\n  domain\n  state\n  txtName\n  txtValue\n  createdAt\n  provenAt\n  checkedAt\n  failingSince\n  lapsesOn\n  approvedBy {\n    __typename\n    name\n  }\n}",
)

/** Mutation ApproveDomain. */
export const ApproveDomainDocument = trusted<ApproveDomainMutation, ApproveDomainMutationVariables>(
  'b0a1cf268f5fe04a368fa0b1c3f072a706bea84d4ec31f1ef5227588fe19696d',
  "mutation ApproveDomain($input: ApproveDomainInput!) {\n  __typename\n  change: approveDomain(input: $input) {\n    __typename\n    domain {\n      __typename\n      ...DomainRow\n    }\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    ...ChangedValue\n  }\n  after {\n    __typename\n    ...ChangedValue\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n}\n\nfragment ChangedValue on Value {\n  __typename\n  text\n  ... on BooleanValue {\n    __typename\n    isTrue\n  }\n  ... on DayValue {\n    __typename\n    day\n  }\n  ... on EnumValue {\n    __typename\n    enum\n    value\n  }\n  ... on EnumListValue {\n    __typename\n    enum\n    values\n  }\n  ... on MomentValue {\n    __typename\n    moment\n  }\n  ... on NumberValue {\n    __typename\n    number\n  }\n  ... on ReferenceValue {\n    __typename\n    label\n  }\n}\n\nfragment DomainRow on DomainProof {\n  __typename\n  domain\n  state\n  txtName\n  txtValue\n  createdAt\n  provenAt\n  checkedAt\n  failingSince\n  lapsesOn\n  approvedBy {\n    __typename\n    name\n  }\n}",
)

/** Mutation ReleaseDomain. */
export const ReleaseDomainDocument = trusted<ReleaseDomainMutation, ReleaseDomainMutationVariables>(
  '0fc05fb1592f55df0c8b7506f8fee82877feda400f15d6c73c667ad988f8e872',
  "mutation ReleaseDomain($input: ReleaseDomainInput!) {\n  __typename\n  change: releaseDomain(input: $input) {\n    __typename\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    ...ChangedValue\n  }\n  after {\n    __typename\n    ...ChangedValue\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n}\n\nfragment ChangedValue on Value {\n  __typename\n  text\n  ... on BooleanValue {\n    __typename\n    isTrue\n  }\n  ... on DayValue {\n    __typename\n    day\n  }\n  ... on EnumValue {\n    __typename\n    enum\n    value\n  }\n  ... on EnumListValue {\n    __typename\n    enum\n    values\n  }\n  ... on MomentValue {\n    __typename\n    moment\n  }\n  ... on NumberValue {\n    __typename\n    number\n  }\n  ... on ReferenceValue {\n    __typename\n    label\n  }\n}",
)

/** Mutation AllowJoiningDomain. */
export const AllowJoiningDomainDocument = trusted<AllowJoiningDomainMutation, AllowJoiningDomainMutationVariables>(
  '2a7e5e553e6ed4e2399165f6edc7d8981b4fa4acdfabe07e6aaf0430629685fb',
  "mutation AllowJoiningDomain($input: AllowJoiningDomainInput!) {\n  __typename\n  change: allowJoiningDomain(input: $input) {\n    __typename\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    ...ChangedValue\n  }\n  after {\n    __typename\n    ...ChangedValue\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n}\n\nfragment ChangedValue on Value {\n  __typename\n  text\n  ... on BooleanValue {\n    __typename\n    isTrue\n  }\n  ... on DayValue {\n    __typename\n    day\n  }\n  ... on EnumValue {\n    __typename\n    enum\n    value\n  }\n  ... on EnumListValue {\n    __typename\n    enum\n    values\n  }\n  ... on MomentValue {\n    __typename\n    moment\n  }\n  ... on NumberValue {\n    __typename\n    number\n  }\n  ... on ReferenceValue {\n    __typename\n    label\n  }\n}",
)

/** Mutation DisallowJoiningDomain. */
export const DisallowJoiningDomainDocument = trusted<DisallowJoiningDomainMutation, DisallowJoiningDomainMutationVariables>(
  'a3a21093c2e72e7354aec0f5905e0c3f3695fffc23cb032cee0d7ad5b2156db8',
  "mutation DisallowJoiningDomain($input: DisallowJoiningDomainInput!) {\n  __typename\n  change: disallowJoiningDomain(input: $input) {\n    __typename\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    ...ChangedValue\n  }\n  after {\n    __typename\n    ...ChangedValue\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n}\n\nfragment ChangedValue on Value {\n  __typename\n  text\n  ... on BooleanValue {\n    __typename\n    isTrue\n  }\n  ... on DayValue {\n    __typename\n    day\n  }\n  ... on EnumValue {\n    __typename\n    enum\n    value\n  }\n  ... on EnumListValue {\n    __typename\n    enum\n    values\n  }\n  ... on MomentValue {\n    __typename\n    moment\n  }\n  ... on NumberValue {\n    __typename\n    number\n  }\n  ... on ReferenceValue {\n    __typename\n    label\n  }\n}",
)

/** Mutation GrantDirectoryGroup. */
export const GrantDirectoryGroupDocument = trusted<GrantDirectoryGroupMutation, GrantDirectoryGroupMutationVariables>(
  '9ab5b45c6e015896796f522b4f900ade38ebc10debe044860385742be8d69fa9',
  "mutation GrantDirectoryGroup($input: GrantDirectoryGroupInput!) {\n  __typename\n  change: grantDirectoryGroup(input: $input) {\n    __typename\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    ...ChangedValue\n  }\n  after {\n    __typename\n    ...ChangedValue\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n}\n\nfragment ChangedValue on Value {\n  __typename\n  text\n  ... on BooleanValue {\n    __typename\n    isTrue\n  }\n  ... on DayValue {\n    __typename\n    day\n  }\n  ... on EnumValue {\n    __typename\n    enum\n    value\n  }\n  ... on EnumListValue {\n    __typename\n    enum\n    values\n  }\n  ... on MomentValue {\n    __typename\n    moment\n  }\n  ... on NumberValue {\n    __typename\n    number\n  }\n  ... on ReferenceValue {\n    __typename\n    label\n  }\n}",
)

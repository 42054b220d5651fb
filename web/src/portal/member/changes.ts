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
       | null }>, warnings: Array<{ __typename: 'Warning', code: string, message: string, parameters: Array<{ __typename: 'Parameter', name: string, value:
          | { __typename: 'TextValue', text: string }
          | { __typename: 'NumberValue', text: string }
          | { __typename: 'BooleanValue', text: string }
          | { __typename: 'DayValue', day: string, text: string }
          | { __typename: 'MomentValue', moment: string, text: string }
          | { __typename: 'EnumValue', text: string }
          | { __typename: 'EnumListValue', text: string }
          | { __typename: 'ReferenceValue', text: string }
          | { __typename: 'QuantityValue', amount: string | null, unlimited: boolean, unitLabel: string, text: string }
         }> }>, errors: Array<{ __typename: 'UserError', code: string, message: string, field: string | null, remedy: string, parameters: Array<{ __typename: 'Parameter', name: string, value:
          | { __typename: 'TextValue', text: string }
          | { __typename: 'NumberValue', text: string }
          | { __typename: 'BooleanValue', text: string }
          | { __typename: 'DayValue', day: string, text: string }
          | { __typename: 'MomentValue', moment: string, text: string }
          | { __typename: 'EnumValue', text: string }
          | { __typename: 'EnumListValue', text: string }
          | { __typename: 'ReferenceValue', text: string }
          | { __typename: 'QuantityValue', amount: string | null, unlimited: boolean, unitLabel: string, text: string }
         }> }>, auditEntry: { __typename: 'AuditEntry', id: string, account: { __typename: 'Account', id: string } | null } | null } | null };

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
       | null }>, warnings: Array<{ __typename: 'Warning', code: string, message: string, parameters: Array<{ __typename: 'Parameter', name: string, value:
          | { __typename: 'TextValue', text: string }
          | { __typename: 'NumberValue', text: string }
          | { __typename: 'BooleanValue', text: string }
          | { __typename: 'DayValue', day: string, text: string }
          | { __typename: 'MomentValue', moment: string, text: string }
          | { __typename: 'EnumValue', text: string }
          | { __typename: 'EnumListValue', text: string }
          | { __typename: 'ReferenceValue', text: string }
          | { __typename: 'QuantityValue', amount: string | null, unlimited: boolean, unitLabel: string, text: string }
         }> }>, errors: Array<{ __typename: 'UserError', code: string, message: string, field: string | null, remedy: string, parameters: Array<{ __typename: 'Parameter', name: string, value:
          | { __typename: 'TextValue', text: string }
          | { __typename: 'NumberValue', text: string }
          | { __typename: 'BooleanValue', text: string }
          | { __typename: 'DayValue', day: string, text: string }
          | { __typename: 'MomentValue', moment: string, text: string }
          | { __typename: 'EnumValue', text: string }
          | { __typename: 'EnumListValue', text: string }
          | { __typename: 'ReferenceValue', text: string }
          | { __typename: 'QuantityValue', amount: string | null, unlimited: boolean, unitLabel: string, text: string }
         }> }>, auditEntry: { __typename: 'AuditEntry', id: string, account: { __typename: 'Account', id: string } | null } | null } | null };

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
       | null }>, warnings: Array<{ __typename: 'Warning', code: string, message: string, parameters: Array<{ __typename: 'Parameter', name: string, value:
          | { __typename: 'TextValue', text: string }
          | { __typename: 'NumberValue', text: string }
          | { __typename: 'BooleanValue', text: string }
          | { __typename: 'DayValue', day: string, text: string }
          | { __typename: 'MomentValue', moment: string, text: string }
          | { __typename: 'EnumValue', text: string }
          | { __typename: 'EnumListValue', text: string }
          | { __typename: 'ReferenceValue', text: string }
          | { __typename: 'QuantityValue', amount: string | null, unlimited: boolean, unitLabel: string, text: string }
         }> }>, errors: Array<{ __typename: 'UserError', code: string, message: string, field: string | null, remedy: string, parameters: Array<{ __typename: 'Parameter', name: string, value:
          | { __typename: 'TextValue', text: string }
          | { __typename: 'NumberValue', text: string }
          | { __typename: 'BooleanValue', text: string }
          | { __typename: 'DayValue', day: string, text: string }
          | { __typename: 'MomentValue', moment: string, text: string }
          | { __typename: 'EnumValue', text: string }
          | { __typename: 'EnumListValue', text: string }
          | { __typename: 'ReferenceValue', text: string }
          | { __typename: 'QuantityValue', amount: string | null, unlimited: boolean, unitLabel: string, text: string }
         }> }>, auditEntry: { __typename: 'AuditEntry', id: string, account: { __typename: 'Account', id: string } | null } | null } | null };

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
       | null }>, warnings: Array<{ __typename: 'Warning', code: string, message: string, parameters: Array<{ __typename: 'Parameter', name: string, value:
          | { __typename: 'TextValue', text: string }
          | { __typename: 'NumberValue', text: string }
          | { __typename: 'BooleanValue', text: string }
          | { __typename: 'DayValue', day: string, text: string }
          | { __typename: 'MomentValue', moment: string, text: string }
          | { __typename: 'EnumValue', text: string }
          | { __typename: 'EnumListValue', text: string }
          | { __typename: 'ReferenceValue', text: string }
          | { __typename: 'QuantityValue', amount: string | null, unlimited: boolean, unitLabel: string, text: string }
         }> }>, errors: Array<{ __typename: 'UserError', code: string, message: string, field: string | null, remedy: string, parameters: Array<{ __typename: 'Parameter', name: string, value:
          | { __typename: 'TextValue', text: string }
          | { __typename: 'NumberValue', text: string }
          | { __typename: 'BooleanValue', text: string }
          | { __typename: 'DayValue', day: string, text: string }
          | { __typename: 'MomentValue', moment: string, text: string }
          | { __typename: 'EnumValue', text: string }
          | { __typename: 'EnumListValue', text: string }
          | { __typename: 'ReferenceValue', text: string }
          | { __typename: 'QuantityValue', amount: string | null, unlimited: boolean, unitLabel: string, text: string }
         }> }>, auditEntry: { __typename: 'AuditEntry', id: string, account: { __typename: 'Account', id: string } | null } | null } | null };

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
       | null }>, warnings: Array<{ __typename: 'Warning', code: string, message: string, parameters: Array<{ __typename: 'Parameter', name: string, value:
          | { __typename: 'TextValue', text: string }
          | { __typename: 'NumberValue', text: string }
          | { __typename: 'BooleanValue', text: string }
          | { __typename: 'DayValue', day: string, text: string }
          | { __typename: 'MomentValue', moment: string, text: string }
          | { __typename: 'EnumValue', text: string }
          | { __typename: 'EnumListValue', text: string }
          | { __typename: 'ReferenceValue', text: string }
          | { __typename: 'QuantityValue', amount: string | null, unlimited: boolean, unitLabel: string, text: string }
         }> }>, errors: Array<{ __typename: 'UserError', code: string, message: string, field: string | null, remedy: string, parameters: Array<{ __typename: 'Parameter', name: string, value:
          | { __typename: 'TextValue', text: string }
          | { __typename: 'NumberValue', text: string }
          | { __typename: 'BooleanValue', text: string }
          | { __typename: 'DayValue', day: string, text: string }
          | { __typename: 'MomentValue', moment: string, text: string }
          | { __typename: 'EnumValue', text: string }
          | { __typename: 'EnumListValue', text: string }
          | { __typename: 'ReferenceValue', text: string }
          | { __typename: 'QuantityValue', amount: string | null, unlimited: boolean, unitLabel: string, text: string }
         }> }>, auditEntry: { __typename: 'AuditEntry', id: string, account: { __typename: 'Account', id: string } | null } | null } | null };

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
       | null }>, warnings: Array<{ __typename: 'Warning', code: string, message: string, parameters: Array<{ __typename: 'Parameter', name: string, value:
          | { __typename: 'TextValue', text: string }
          | { __typename: 'NumberValue', text: string }
          | { __typename: 'BooleanValue', text: string }
          | { __typename: 'DayValue', day: string, text: string }
          | { __typename: 'MomentValue', moment: string, text: string }
          | { __typename: 'EnumValue', text: string }
          | { __typename: 'EnumListValue', text: string }
          | { __typename: 'ReferenceValue', text: string }
          | { __typename: 'QuantityValue', amount: string | null, unlimited: boolean, unitLabel: string, text: string }
         }> }>, errors: Array<{ __typename: 'UserError', code: string, message: string, field: string | null, remedy: string, parameters: Array<{ __typename: 'Parameter', name: string, value:
          | { __typename: 'TextValue', text: string }
          | { __typename: 'NumberValue', text: string }
          | { __typename: 'BooleanValue', text: string }
          | { __typename: 'DayValue', day: string, text: string }
          | { __typename: 'MomentValue', moment: string, text: string }
          | { __typename: 'EnumValue', text: string }
          | { __typename: 'EnumListValue', text: string }
          | { __typename: 'ReferenceValue', text: string }
          | { __typename: 'QuantityValue', amount: string | null, unlimited: boolean, unitLabel: string, text: string }
         }> }>, auditEntry: { __typename: 'AuditEntry', id: string, account: { __typename: 'Account', id: string } | null } | null } | null };

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
       | null }>, warnings: Array<{ __typename: 'Warning', code: string, message: string, parameters: Array<{ __typename: 'Parameter', name: string, value:
          | { __typename: 'TextValue', text: string }
          | { __typename: 'NumberValue', text: string }
          | { __typename: 'BooleanValue', text: string }
          | { __typename: 'DayValue', day: string, text: string }
          | { __typename: 'MomentValue', moment: string, text: string }
          | { __typename: 'EnumValue', text: string }
          | { __typename: 'EnumListValue', text: string }
          | { __typename: 'ReferenceValue', text: string }
          | { __typename: 'QuantityValue', amount: string | null, unlimited: boolean, unitLabel: string, text: string }
         }> }>, errors: Array<{ __typename: 'UserError', code: string, message: string, field: string | null, remedy: string, parameters: Array<{ __typename: 'Parameter', name: string, value:
          | { __typename: 'TextValue', text: string }
          | { __typename: 'NumberValue', text: string }
          | { __typename: 'BooleanValue', text: string }
          | { __typename: 'DayValue', day: string, text: string }
          | { __typename: 'MomentValue', moment: string, text: string }
          | { __typename: 'EnumValue', text: string }
          | { __typename: 'EnumListValue', text: string }
          | { __typename: 'ReferenceValue', text: string }
          | { __typename: 'QuantityValue', amount: string | null, unlimited: boolean, unitLabel: string, text: string }
         }> }>, auditEntry: { __typename: 'AuditEntry', id: string, account: { __typename: 'Account', id: string } | null } | null } | null };

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
       | null }>, warnings: Array<{ __typename: 'Warning', code: string, message: string, parameters: Array<{ __typename: 'Parameter', name: string, value:
          | { __typename: 'TextValue', text: string }
          | { __typename: 'NumberValue', text: string }
          | { __typename: 'BooleanValue', text: string }
          | { __typename: 'DayValue', day: string, text: string }
          | { __typename: 'MomentValue', moment: string, text: string }
          | { __typename: 'EnumValue', text: string }
          | { __typename: 'EnumListValue', text: string }
          | { __typename: 'ReferenceValue', text: string }
          | { __typename: 'QuantityValue', amount: string | null, unlimited: boolean, unitLabel: string, text: string }
         }> }>, errors: Array<{ __typename: 'UserError', code: string, message: string, field: string | null, remedy: string, parameters: Array<{ __typename: 'Parameter', name: string, value:
          | { __typename: 'TextValue', text: string }
          | { __typename: 'NumberValue', text: string }
          | { __typename: 'BooleanValue', text: string }
          | { __typename: 'DayValue', day: string, text: string }
          | { __typename: 'MomentValue', moment: string, text: string }
          | { __typename: 'EnumValue', text: string }
          | { __typename: 'EnumListValue', text: string }
          | { __typename: 'ReferenceValue', text: string }
          | { __typename: 'QuantityValue', amount: string | null, unlimited: boolean, unitLabel: string, text: string }
         }> }>, auditEntry: { __typename: 'AuditEntry', id: string, account: { __typename: 'Account', id: string } | null } | null } | null };

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
       | null }>, warnings: Array<{ __typename: 'Warning', code: string, message: string, parameters: Array<{ __typename: 'Parameter', name: string, value:
          | { __typename: 'TextValue', text: string }
          | { __typename: 'NumberValue', text: string }
          | { __typename: 'BooleanValue', text: string }
          | { __typename: 'DayValue', day: string, text: string }
          | { __typename: 'MomentValue', moment: string, text: string }
          | { __typename: 'EnumValue', text: string }
          | { __typename: 'EnumListValue', text: string }
          | { __typename: 'ReferenceValue', text: string }
          | { __typename: 'QuantityValue', amount: string | null, unlimited: boolean, unitLabel: string, text: string }
         }> }>, errors: Array<{ __typename: 'UserError', code: string, message: string, field: string | null, remedy: string, parameters: Array<{ __typename: 'Parameter', name: string, value:
          | { __typename: 'TextValue', text: string }
          | { __typename: 'NumberValue', text: string }
          | { __typename: 'BooleanValue', text: string }
          | { __typename: 'DayValue', day: string, text: string }
          | { __typename: 'MomentValue', moment: string, text: string }
          | { __typename: 'EnumValue', text: string }
          | { __typename: 'EnumListValue', text: string }
          | { __typename: 'ReferenceValue', text: string }
          | { __typename: 'QuantityValue', amount: string | null, unlimited: boolean, unitLabel: string, text: string }
         }> }>, auditEntry: { __typename: 'AuditEntry', id: string, account: { __typename: 'Account', id: string } | null } | null } | null };

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
       | null }>, warnings: Array<{ __typename: 'Warning', code: string, message: string, parameters: Array<{ __typename: 'Parameter', name: string, value:
          | { __typename: 'TextValue', text: string }
          | { __typename: 'NumberValue', text: string }
          | { __typename: 'BooleanValue', text: string }
          | { __typename: 'DayValue', day: string, text: string }
          | { __typename: 'MomentValue', moment: string, text: string }
          | { __typename: 'EnumValue', text: string }
          | { __typename: 'EnumListValue', text: string }
          | { __typename: 'ReferenceValue', text: string }
          | { __typename: 'QuantityValue', amount: string | null, unlimited: boolean, unitLabel: string, text: string }
         }> }>, errors: Array<{ __typename: 'UserError', code: string, message: string, field: string | null, remedy: string, parameters: Array<{ __typename: 'Parameter', name: string, value:
          | { __typename: 'TextValue', text: string }
          | { __typename: 'NumberValue', text: string }
          | { __typename: 'BooleanValue', text: string }
          | { __typename: 'DayValue', day: string, text: string }
          | { __typename: 'MomentValue', moment: string, text: string }
          | { __typename: 'EnumValue', text: string }
          | { __typename: 'EnumListValue', text: string }
          | { __typename: 'ReferenceValue', text: string }
          | { __typename: 'QuantityValue', amount: string | null, unlimited: boolean, unitLabel: string, text: string }
         }> }>, auditEntry: { __typename: 'AuditEntry', id: string, account: { __typename: 'Account', id: string } | null } | null } | null };

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
       | null }>, warnings: Array<{ __typename: 'Warning', code: string, message: string, parameters: Array<{ __typename: 'Parameter', name: string, value:
          | { __typename: 'TextValue', text: string }
          | { __typename: 'NumberValue', text: string }
          | { __typename: 'BooleanValue', text: string }
          | { __typename: 'DayValue', day: string, text: string }
          | { __typename: 'MomentValue', moment: string, text: string }
          | { __typename: 'EnumValue', text: string }
          | { __typename: 'EnumListValue', text: string }
          | { __typename: 'ReferenceValue', text: string }
          | { __typename: 'QuantityValue', amount: string | null, unlimited: boolean, unitLabel: string, text: string }
         }> }>, errors: Array<{ __typename: 'UserError', code: string, message: string, field: string | null, remedy: string, parameters: Array<{ __typename: 'Parameter', name: string, value:
          | { __typename: 'TextValue', text: string }
          | { __typename: 'NumberValue', text: string }
          | { __typename: 'BooleanValue', text: string }
          | { __typename: 'DayValue', day: string, text: string }
          | { __typename: 'MomentValue', moment: string, text: string }
          | { __typename: 'EnumValue', text: string }
          | { __typename: 'EnumListValue', text: string }
          | { __typename: 'ReferenceValue', text: string }
          | { __typename: 'QuantityValue', amount: string | null, unlimited: boolean, unitLabel: string, text: string }
         }> }>, auditEntry: { __typename: 'AuditEntry', id: string, account: { __typename: 'Account', id: string } | null } | null } | null };

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
       | null }>, warnings: Array<{ __typename: 'Warning', code: string, message: string, parameters: Array<{ __typename: 'Parameter', name: string, value:
          | { __typename: 'TextValue', text: string }
          | { __typename: 'NumberValue', text: string }
          | { __typename: 'BooleanValue', text: string }
          | { __typename: 'DayValue', day: string, text: string }
          | { __typename: 'MomentValue', moment: string, text: string }
          | { __typename: 'EnumValue', text: string }
          | { __typename: 'EnumListValue', text: string }
          | { __typename: 'ReferenceValue', text: string }
          | { __typename: 'QuantityValue', amount: string | null, unlimited: boolean, unitLabel: string, text: string }
         }> }>, errors: Array<{ __typename: 'UserError', code: string, message: string, field: string | null, remedy: string, parameters: Array<{ __typename: 'Parameter', name: string, value:
          | { __typename: 'TextValue', text: string }
          | { __typename: 'NumberValue', text: string }
          | { __typename: 'BooleanValue', text: string }
          | { __typename: 'DayValue', day: string, text: string }
          | { __typename: 'MomentValue', moment: string, text: string }
          | { __typename: 'EnumValue', text: string }
          | { __typename: 'EnumListValue', text: string }
          | { __typename: 'ReferenceValue', text: string }
          | { __typename: 'QuantityValue', amount: string | null, unlimited: boolean, unitLabel: string, text: string }
         }> }>, auditEntry: { __typename: 'AuditEntry', id: string, account: { __typename: 'Account', id: string } | null } | null } | null };

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
       | null }>, warnings: Array<{ __typename: 'Warning', code: string, message: string, parameters: Array<{ __typename: 'Parameter', name: string, value:
          | { __typename: 'TextValue', text: string }
          | { __typename: 'NumberValue', text: string }
          | { __typename: 'BooleanValue', text: string }
          | { __typename: 'DayValue', day: string, text: string }
          | { __typename: 'MomentValue', moment: string, text: string }
          | { __typename: 'EnumValue', text: string }
          | { __typename: 'EnumListValue', text: string }
          | { __typename: 'ReferenceValue', text: string }
          | { __typename: 'QuantityValue', amount: string | null, unlimited: boolean, unitLabel: string, text: string }
         }> }>, errors: Array<{ __typename: 'UserError', code: string, message: string, field: string | null, remedy: string, parameters: Array<{ __typename: 'Parameter', name: string, value:
          | { __typename: 'TextValue', text: string }
          | { __typename: 'NumberValue', text: string }
          | { __typename: 'BooleanValue', text: string }
          | { __typename: 'DayValue', day: string, text: string }
          | { __typename: 'MomentValue', moment: string, text: string }
          | { __typename: 'EnumValue', text: string }
          | { __typename: 'EnumListValue', text: string }
          | { __typename: 'ReferenceValue', text: string }
          | { __typename: 'QuantityValue', amount: string | null, unlimited: boolean, unitLabel: string, text: string }
         }> }>, auditEntry: { __typename: 'AuditEntry', id: string, account: { __typename: 'Account', id: string } | null } | null } | null };

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
       | null }>, warnings: Array<{ __typename: 'Warning', code: string, message: string, parameters: Array<{ __typename: 'Parameter', name: string, value:
          | { __typename: 'TextValue', text: string }
          | { __typename: 'NumberValue', text: string }
          | { __typename: 'BooleanValue', text: string }
          | { __typename: 'DayValue', day: string, text: string }
          | { __typename: 'MomentValue', moment: string, text: string }
          | { __typename: 'EnumValue', text: string }
          | { __typename: 'EnumListValue', text: string }
          | { __typename: 'ReferenceValue', text: string }
          | { __typename: 'QuantityValue', amount: string | null, unlimited: boolean, unitLabel: string, text: string }
         }> }>, errors: Array<{ __typename: 'UserError', code: string, message: string, field: string | null, remedy: string, parameters: Array<{ __typename: 'Parameter', name: string, value:
          | { __typename: 'TextValue', text: string }
          | { __typename: 'NumberValue', text: string }
          | { __typename: 'BooleanValue', text: string }
          | { __typename: 'DayValue', day: string, text: string }
          | { __typename: 'MomentValue', moment: string, text: string }
          | { __typename: 'EnumValue', text: string }
          | { __typename: 'EnumListValue', text: string }
          | { __typename: 'ReferenceValue', text: string }
          | { __typename: 'QuantityValue', amount: string | null, unlimited: boolean, unitLabel: string, text: string }
         }> }>, auditEntry: { __typename: 'AuditEntry', id: string, account: { __typename: 'Account', id: string } | null } | null } | null };

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
       | null }>, warnings: Array<{ __typename: 'Warning', code: string, message: string, parameters: Array<{ __typename: 'Parameter', name: string, value:
          | { __typename: 'TextValue', text: string }
          | { __typename: 'NumberValue', text: string }
          | { __typename: 'BooleanValue', text: string }
          | { __typename: 'DayValue', day: string, text: string }
          | { __typename: 'MomentValue', moment: string, text: string }
          | { __typename: 'EnumValue', text: string }
          | { __typename: 'EnumListValue', text: string }
          | { __typename: 'ReferenceValue', text: string }
          | { __typename: 'QuantityValue', amount: string | null, unlimited: boolean, unitLabel: string, text: string }
         }> }>, errors: Array<{ __typename: 'UserError', code: string, message: string, field: string | null, remedy: string, parameters: Array<{ __typename: 'Parameter', name: string, value:
          | { __typename: 'TextValue', text: string }
          | { __typename: 'NumberValue', text: string }
          | { __typename: 'BooleanValue', text: string }
          | { __typename: 'DayValue', day: string, text: string }
          | { __typename: 'MomentValue', moment: string, text: string }
          | { __typename: 'EnumValue', text: string }
          | { __typename: 'EnumListValue', text: string }
          | { __typename: 'ReferenceValue', text: string }
          | { __typename: 'QuantityValue', amount: string | null, unlimited: boolean, unitLabel: string, text: string }
         }> }>, auditEntry: { __typename: 'AuditEntry', id: string, account: { __typename: 'Account', id: string } | null } | null } | null };

/** Mutation InviteMembers. */
export const InviteMembersDocument = trusted<InviteMembersMutation, InviteMembersMutationVariables>(
  '39c5e4a79023efd39c5c07a3b4b3ed363c82cb2bb38755a72d2a2d4bc1fa3df1',
  "mutation InviteMembers($input: InviteMembersInput!) {\n  __typename\n  change: inviteMembers(input: $input) {\n    __typename\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}",
)

/** Mutation ResendInvitation. */
export const ResendInvitationDocument = trusted<ResendInvitationMutation, ResendInvitationMutationVariables>(
  '891e6d1dfdca752ff867c129ca456c527139b29990bb5c463bde4ae18c51f3f8',
  "mutation ResendInvitation($input: ResendInvitationInput!) {\n  __typename\n  change: resendInvitation(input: $input) {\n    __typename\n    invitation {\n      __typename\n      ...InvitationRow\n    }\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}\n\nfragment InvitationRow on Invitation {\n  __typename\n  id\n  email\n  account {\n    __typename\n    id\n    name\n  }\n  roles\n  serviceAccess\n  productLine {\n    __typename\n    id\n    name\n  }\n  includeSubAccounts\n  endsOn\n  state\n  invitedBy {\n    __typename\n    name\n  }\n  createdAt\n  expiresAt\n  acceptedAt\n  revokedAt\n  viewerCanManage\n}",
)

/** Mutation RevokeInvitation. */
export const RevokeInvitationDocument = trusted<RevokeInvitationMutation, RevokeInvitationMutationVariables>(
  'ac212830bd40e47eb2d89079509eb6cefdd4b0e9370684fbd9333c276e2fcd18',
  "mutation RevokeInvitation($input: RevokeInvitationInput!) {\n  __typename\n  change: revokeInvitation(input: $input) {\n    __typename\n    invitation {\n      __typename\n      ...InvitationRow\n    }\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}\n\nfragment InvitationRow on Invitation {\n  __typename\n  id\n  email\n  account {\n    __typename\n    id\n    name\n  }\n  roles\n  serviceAccess\n  productLine {\n    __typename\n    id\n    name\n  }\n  includeSubAccounts\n  endsOn\n  state\n  invitedBy {\n    __typename\n    name\n  }\n  createdAt\n  expiresAt\n  acceptedAt\n  revokedAt\n  viewerCanManage\n}",
)

/** Mutation ChangeMemberAccess. */
export const ChangeMemberAccessDocument = trusted<ChangeMemberAccessMutation, ChangeMemberAccessMutationVariables>(
  '3745296ca9acac5750e872f9bafd2ea88fe13928f20745046ca4726e0a648c78',
  "mutation ChangeMemberAccess($input: ChangeMemberAccessInput!) {\n  __typename\n  change: changeMemberAccess(input: $input) {\n    __typename\n    membership {\n      __typename\n      ...MembershipRow\n    }\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}\n\nfragment MembershipRow on Membership {\n  __typename\n  id\n  user {\n    __typename\n    id\n    userName\n    displayName\n    email\n    active\n    shared\n    lastSignInAt\n  }\n  account {\n    __typename\n    id\n    name\n  }\n  roles\n  serviceAccess\n  productLine {\n    __typename\n    id\n    name\n  }\n  includeSubAccounts\n  endsOn\n  suspendedAt\n  origin\n  directoryGroups {\n    __typename\n    id\n    name\n    roles\n    serviceAccess\n  }\n  viewerCanChange\n}",
)

/** Mutation SuspendMember. */
export const SuspendMemberDocument = trusted<SuspendMemberMutation, SuspendMemberMutationVariables>(
  'd1d1b2a8d2155bd5f89a914b5a5c2a45c5b2e60c35bd607529da698cc85a9bb1',
  "mutation SuspendMember($input: SuspendMemberInput!) {\n  __typename\n  change: suspendMember(input: $input) {\n    __typename\n    membership {\n      __typename\n      ...MembershipRow\n    }\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}\n\nfragment MembershipRow on Membership {\n  __typename\n  id\n  user {\n    __typename\n    id\n    userName\n    displayName\n    email\n    active\n    shared\n    lastSignInAt\n  }\n  account {\n    __typename\n    id\n    name\n  }\n  roles\n  serviceAccess\n  productLine {\n    __typename\n    id\n    name\n  }\n  includeSubAccounts\n  endsOn\n  suspendedAt\n  origin\n  directoryGroups {\n    __typename\n    id\n    name\n    roles\n    serviceAccess\n  }\n  viewerCanChange\n}",
)

/** Mutation ReinstateMember. */
export const ReinstateMemberDocument = trusted<ReinstateMemberMutation, ReinstateMemberMutationVariables>(
  'd20df1882ebe2f78acffc1395439d217992b0af8bbb8cd09ba31fdbe740c94f1',
  "mutation ReinstateMember($input: ReinstateMemberInput!) {\n  __typename\n  change: reinstateMember(input: $input) {\n    __typename\n    membership {\n      __typename\n      ...MembershipRow\n    }\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}\n\nfragment MembershipRow on Membership {\n  __typename\n  id\n  user {\n    __typename\n    id\n    userName\n    displayName\n    email\n    active\n    shared\n    lastSignInAt\n  }\n  account {\n    __typename\n    id\n    name\n  }\n  roles\n  serviceAccess\n  productLine {\n    __typename\n    id\n    name\n  }\n  includeSubAccounts\n  endsOn\n  suspendedAt\n  origin\n  directoryGroups {\n    __typename\n    id\n    name\n    roles\n    serviceAccess\n  }\n  viewerCanChange\n}",
)

/** Mutation RemoveMember. */
export const RemoveMemberDocument = trusted<RemoveMemberMutation, RemoveMemberMutationVariables>(
  '775f984640a7e71a6ef0bb0b3fd3748678b2476eb4a0bd5603919161f641de1b',
  "mutation RemoveMember($input: RemoveMemberInput!) {\n  __typename\n  change: removeMember(input: $input) {\n    __typename\n    holdings {\n      __typename\n      kind\n      subjectId\n      label\n      signedInAt\n      fate\n    }\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}",
)

/** Mutation DecideAccessRequest. */
export const DecideAccessRequestDocument = trusted<DecideAccessRequestMutation, DecideAccessRequestMutationVariables>(
  'ddc68d745b699c8bdf15fd19c6fcde1a4569bc61cc9edbe86eacbd569d4b7ffa',
  "mutation DecideAccessRequest($input: DecideAccessRequestInput!) {\n  __typename\n  change: decideAccessRequest(input: $input) {\n    __typename\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}",
)

/** Mutation ClaimDomain. */
export const ClaimDomainDocument = trusted<ClaimDomainMutation, ClaimDomainMutationVariables>(
  '889330611aa0b9d1e90b9512e93c2d9e14769675c4c1c7235578eba5096fb78d',
  "mutation ClaimDomain($input: ClaimDomainInput!) {\n  __typename\n  change: claimDomain(input: $input) {\n    __typename\n    domain {\n      __typename\n      ...DomainRow\n    }\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}\n\nfragment DomainRow on DomainProof {\n  __typename\n  domain\n  state\n  txtName\n  txtValue\n  createdAt\n  provenAt\n  checkedAt\n  failingSince\n  lapsesOn\n  approvedBy {\n    __typename\n    name\n  }\n}",
)

/** Mutation CheckDomain. */
export const CheckDomainDocument = trusted<CheckDomainMutation, CheckDomainMutationVariables>(
  '068ef243ee2a68a3d486a49a375bee6874f36236c986fcc215c8c94d19035789',
  "mutation CheckDomain($input: CheckDomainInput!) {\n  __typename\n  change: checkDomain(input: $input) {\n    __typename\n    domain {\n      __typename\n      ...DomainRow\n    }\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}\n\nfragment DomainRow on DomainProof {\n  __typename\n  domain\n  state\n  txtName\n  txtValue\n  createdAt\n  provenAt\n  checkedAt\n  failingSince\n  lapsesOn\n  approvedBy {\n    __typename\n    name\n  }\n}",
)

/** Mutation ApproveDomain. */
export const ApproveDomainDocument = trusted<ApproveDomainMutation, ApproveDomainMutationVariables>(
  'f0ec5a8a12041e49bad25f451312bf9d5ff75c352a5cbc56a358b98d23d3b7bc',
  "mutation ApproveDomain($input: ApproveDomainInput!) {\n  __typename\n  change: approveDomain(input: $input) {\n    __typename\n    domain {\n      __typename\n      ...DomainRow\n    }\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}\n\nfragment DomainRow on DomainProof {\n  __typename\n  domain\n  state\n  txtName\n  txtValue\n  createdAt\n  provenAt\n  checkedAt\n  failingSince\n  lapsesOn\n  approvedBy {\n    __typename\n    name\n  }\n}",
)

/** Mutation ReleaseDomain. */
export const ReleaseDomainDocument = trusted<ReleaseDomainMutation, ReleaseDomainMutationVariables>(
  '5646f15ea8d2754b6294f33747db5603ade30b2b78916d59c014e64e59981d17',
  "mutation ReleaseDomain($input: ReleaseDomainInput!) {\n  __typename\n  change: releaseDomain(input: $input) {\n    __typename\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}",
)

/** Mutation AllowJoiningDomain. */
export const AllowJoiningDomainDocument = trusted<AllowJoiningDomainMutation, AllowJoiningDomainMutationVariables>(
  'fe36689997b581f9b7fad89a87f8210f215d8717b955549aee84dd71d2ca9205',
  "mutation AllowJoiningDomain($input: AllowJoiningDomainInput!) {\n  __typename\n  change: allowJoiningDomain(input: $input) {\n    __typename\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}",
)

/** Mutation DisallowJoiningDomain. */
export const DisallowJoiningDomainDocument = trusted<DisallowJoiningDomainMutation, DisallowJoiningDomainMutationVariables>(
  '0b03685e096dc517f9461788a424ac9a703f78303d964ab496521ef3d2660c1f',
  "mutation DisallowJoiningDomain($input: DisallowJoiningDomainInput!) {\n  __typename\n  change: disallowJoiningDomain(input: $input) {\n    __typename\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}",
)

/** Mutation GrantDirectoryGroup. */
export const GrantDirectoryGroupDocument = trusted<GrantDirectoryGroupMutation, GrantDirectoryGroupMutationVariables>(
  'e816db67ca88fe7db631aa586d9bc242ab33d3b1996c960410df113938580dfe',
  "mutation GrantDirectoryGroup($input: GrantDirectoryGroupInput!) {\n  __typename\n  change: grantDirectoryGroup(input: $input) {\n    __typename\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}",
)

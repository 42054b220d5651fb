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

export type ConsoleRightQueryVariables = Exact<{
  line: string;
}>;


export type ConsoleRightQuery = { __typename: 'Query', lineItem: { __typename: 'LineItem', id: string, activationId: string, status: Types.Status | null, endsOn: string | null, perpetual: boolean, isCovered: boolean | null, coverageEndsOn: string | null, coveredUntil: string | null, isCoveredForever: boolean | null, evergreen: { __typename: 'EvergreenTerm', endsOn: string, cancelUntil: string, cancelled: boolean } | null, account: { __typename: 'Account', id: string, name: string }, product: { __typename: 'Product', id: string, name: string, version: string | null }, productLine: { __typename: 'ProductLine', id: string, name: string }, unit: { __typename: 'UnitOfMeasure', id: string, code: string, singular: string, plural: string, symbol: string | null, kind: Types.UnitKind, pool: Types.UnitPool, decimals: number }, quantity: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, granted: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, used: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, excess: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, periodInForce: { __typename: 'Period', id: string, term: Types.Term } | null, entitlement: { __typename: 'Entitlement', id: string, number: string, shipToEmail: string | null, decision: Types.Decision | null, channelPartner: { __typename: 'Account', id: string, name: string } | null, decisions: Array<{ __typename: 'DecisionRecord', id: string, subjectId: string, kind: Types.Decision, reason: string | null, recordedAt: string, startsOn: string | null, endsOn: string | null, perpetual: boolean, liftedAt: string | null, liftReason: string | null, actor: { __typename: 'Actor', name: string, kind: Types.ActorKind }, liftedBy: { __typename: 'Actor', name: string, kind: Types.ActorKind } | null }> }, externalIds: Array<{ __typename: 'ExternalId', kind: string, value: string, system: { __typename: 'System', id: string, name: string } }>, decisions: Array<{ __typename: 'DecisionRecord', id: string, subjectId: string, kind: Types.Decision, reason: string | null, recordedAt: string, startsOn: string | null, endsOn: string | null, perpetual: boolean, liftedAt: string | null, liftReason: string | null, actor: { __typename: 'Actor', name: string, kind: Types.ActorKind }, liftedBy: { __typename: 'Actor', name: string, kind: Types.ActorKind } | null }>, periods: { __typename: 'PeriodConnection', totalCount: number, nodes: Array<{ __typename: 'Period', id: string, term: Types.Term, startRule: Types.StartRule, startsOn: string | null, startsLatestOn: string | null, endsOn: string | null, graceDays: number, perpetual: boolean, status: Types.Status | null, quantity: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, overdraft: { __typename: 'Quantity', amount: string | null, unlimited: boolean }, orderReference: { __typename: 'OrderReference', number: string | null, line: string | null } | null, price: { __typename: 'Money', amount: string, currency: string } | null, instalments: Array<{ __typename: 'Instalment', dueOn: string, price: { __typename: 'Money', amount: string, currency: string } }>, partNumber: { __typename: 'PartNumber', id: string, code: string, successor: { __typename: 'PartNumber', id: string, code: string } | null } | null, renews: { __typename: 'Period', id: string } | null, amends: { __typename: 'Period', id: string } | null, replaces: { __typename: 'Period', id: string } | null, replacedBy: { __typename: 'Period', id: string } | null, decisions: Array<{ __typename: 'DecisionRecord', id: string, subjectId: string, kind: Types.Decision, reason: string | null, recordedAt: string, startsOn: string | null, endsOn: string | null, perpetual: boolean, liftedAt: string | null, liftReason: string | null, actor: { __typename: 'Actor', name: string, kind: Types.ActorKind }, liftedBy: { __typename: 'Actor', name: string, kind: Types.ActorKind } | null }> }> } | null, coverageItems: { __typename: 'CoverageItemConnection', totalCount: number, nodes: Array<{ __typename: 'CoverageItem', id: string, quantity: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, level: { __typename: 'CoverageLevel', id: string, name: string } | null, decisions: Array<{ __typename: 'DecisionRecord', id: string, subjectId: string, kind: Types.Decision, reason: string | null, recordedAt: string, startsOn: string | null, endsOn: string | null, perpetual: boolean, liftedAt: string | null, liftReason: string | null, actor: { __typename: 'Actor', name: string, kind: Types.ActorKind }, liftedBy: { __typename: 'Actor', name: string, kind: Types.ActorKind } | null }>, coverage: { __typename: 'Coverage', id: string, activationId: string, kind: Types.CoverageKind, startsOn: string | null, endsOn: string | null, perpetual: boolean, status: Types.Status | null, level: { __typename: 'CoverageLevel', id: string, name: string } | null, orderReference: { __typename: 'OrderReference', number: string | null, line: string | null } | null, renews: { __typename: 'Coverage', id: string } | null, replaces: { __typename: 'Coverage', id: string } | null, replacedBy: { __typename: 'Coverage', id: string } | null, decisions: Array<{ __typename: 'DecisionRecord', id: string, subjectId: string, kind: Types.Decision, reason: string | null, recordedAt: string, startsOn: string | null, endsOn: string | null, perpetual: boolean, liftedAt: string | null, liftReason: string | null, actor: { __typename: 'Actor', name: string, kind: Types.ActorKind }, liftedBy: { __typename: 'Actor', name: string, kind: Types.ActorKind } | null }> } }> } | null } | null };

export type RightDecisionFragment = { __typename: 'DecisionRecord', id: string, subjectId: string, kind: Types.Decision, reason: string | null, recordedAt: string, startsOn: string | null, endsOn: string | null, perpetual: boolean, liftedAt: string | null, liftReason: string | null, actor: { __typename: 'Actor', name: string, kind: Types.ActorKind }, liftedBy: { __typename: 'Actor', name: string, kind: Types.ActorKind } | null };

export type RightPeriodFragment = { __typename: 'Period', id: string, term: Types.Term, startRule: Types.StartRule, startsOn: string | null, startsLatestOn: string | null, endsOn: string | null, graceDays: number, perpetual: boolean, status: Types.Status | null, quantity: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, overdraft: { __typename: 'Quantity', amount: string | null, unlimited: boolean }, orderReference: { __typename: 'OrderReference', number: string | null, line: string | null } | null, price: { __typename: 'Money', amount: string, currency: string } | null, instalments: Array<{ __typename: 'Instalment', dueOn: string, price: { __typename: 'Money', amount: string, currency: string } }>, partNumber: { __typename: 'PartNumber', id: string, code: string, successor: { __typename: 'PartNumber', id: string, code: string } | null } | null, renews: { __typename: 'Period', id: string } | null, amends: { __typename: 'Period', id: string } | null, replaces: { __typename: 'Period', id: string } | null, replacedBy: { __typename: 'Period', id: string } | null, decisions: Array<{ __typename: 'DecisionRecord', id: string, subjectId: string, kind: Types.Decision, reason: string | null, recordedAt: string, startsOn: string | null, endsOn: string | null, perpetual: boolean, liftedAt: string | null, liftReason: string | null, actor: { __typename: 'Actor', name: string, kind: Types.ActorKind }, liftedBy: { __typename: 'Actor', name: string, kind: Types.ActorKind } | null }> };

export type RightCoverageFragment = { __typename: 'CoverageItem', id: string, quantity: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, level: { __typename: 'CoverageLevel', id: string, name: string } | null, decisions: Array<{ __typename: 'DecisionRecord', id: string, subjectId: string, kind: Types.Decision, reason: string | null, recordedAt: string, startsOn: string | null, endsOn: string | null, perpetual: boolean, liftedAt: string | null, liftReason: string | null, actor: { __typename: 'Actor', name: string, kind: Types.ActorKind }, liftedBy: { __typename: 'Actor', name: string, kind: Types.ActorKind } | null }>, coverage: { __typename: 'Coverage', id: string, activationId: string, kind: Types.CoverageKind, startsOn: string | null, endsOn: string | null, perpetual: boolean, status: Types.Status | null, level: { __typename: 'CoverageLevel', id: string, name: string } | null, orderReference: { __typename: 'OrderReference', number: string | null, line: string | null } | null, renews: { __typename: 'Coverage', id: string } | null, replaces: { __typename: 'Coverage', id: string } | null, replacedBy: { __typename: 'Coverage', id: string } | null, decisions: Array<{ __typename: 'DecisionRecord', id: string, subjectId: string, kind: Types.Decision, reason: string | null, recordedAt: string, startsOn: string | null, endsOn: string | null, perpetual: boolean, liftedAt: string | null, liftReason: string | null, actor: { __typename: 'Actor', name: string, kind: Types.ActorKind }, liftedBy: { __typename: 'Actor', name: string, kind: Types.ActorKind } | null }> } };

export type CoveragesToLinkQueryVariables = Exact<{
  filter: Types.CoverageFilterInput;
}>;


export type CoveragesToLinkQuery = { __typename: 'Query', coverages: { __typename: 'CoverageConnection', totalCount: number, nodes: Array<{ __typename: 'Coverage', id: string, activationId: string, kind: Types.CoverageKind, startsOn: string | null, endsOn: string | null, perpetual: boolean, level: { __typename: 'CoverageLevel', id: string, name: string } | null, entitlement: { __typename: 'Entitlement', id: string, number: string } | null }> } | null };

export type OfEntitlementQueryVariables = Exact<{
  entitlement: string;
}>;


export type OfEntitlementQuery = { __typename: 'Query', entitlement: { __typename: 'Entitlement', id: string, lineItems: { __typename: 'LineItemConnection', totalCount: number, nodes: Array<{ __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, unit: { __typename: 'UnitOfMeasure', id: string, code: string, singular: string, plural: string, symbol: string | null, kind: Types.UnitKind, pool: Types.UnitPool, decimals: number }, quantity: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null }> } | null, coverages: { __typename: 'CoverageConnection', totalCount: number, nodes: Array<{ __typename: 'Coverage', id: string, activationId: string, kind: Types.CoverageKind, startsOn: string | null, endsOn: string | null, perpetual: boolean, level: { __typename: 'CoverageLevel', id: string, name: string } | null }> } | null } | null };

export type PartsOfProductQueryVariables = Exact<{
  product: string;
}>;


export type PartsOfProductQuery = { __typename: 'Query', partNumbers: { __typename: 'PartNumberConnection', nodes: Array<{ __typename: 'PartNumber', id: string, code: string, description: string | null, term: Types.Term | null, unit: { __typename: 'UnitOfMeasure', id: string } | null, listPrices: Array<{ __typename: 'ListPrice', id: string, startsOn: string, endsOn: string | null, price: { __typename: 'Money', amount: string, currency: string } }> }> } | null };

export type SendActivationIdsMutationVariables = Exact<{
  input: Types.SendActivationIdsInput;
}>;


export type SendActivationIdsMutation = { __typename: 'Mutation', change: { __typename: 'SendActivationIdsPayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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
          | { __typename: 'MomentValue', text: string }
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

export type AmendLineItemMutationVariables = Exact<{
  input: Types.AmendLineItemInput;
}>;


export type AmendLineItemMutation = { __typename: 'Mutation', change: { __typename: 'AmendLineItemPayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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
          | { __typename: 'MomentValue', text: string }
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

export type RenewLineItemsMutationVariables = Exact<{
  input: Types.RenewLineItemsInput;
}>;


export type RenewLineItemsMutation = { __typename: 'Mutation', change: { __typename: 'RenewLineItemsPayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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
          | { __typename: 'MomentValue', text: string }
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

export type ConvertTrialMutationVariables = Exact<{
  input: Types.ConvertTrialInput;
}>;


export type ConvertTrialMutation = { __typename: 'Mutation', change: { __typename: 'ConvertTrialPayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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
          | { __typename: 'MomentValue', text: string }
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

export type CorrectPeriodMutationVariables = Exact<{
  input: Types.CorrectPeriodInput;
}>;


export type CorrectPeriodMutation = { __typename: 'Mutation', change: { __typename: 'CorrectPeriodPayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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
          | { __typename: 'MomentValue', text: string }
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

export type VoidPeriodMutationVariables = Exact<{
  input: Types.VoidPeriodInput;
}>;


export type VoidPeriodMutation = { __typename: 'Mutation', change: { __typename: 'VoidPeriodPayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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
          | { __typename: 'MomentValue', text: string }
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

export type HoldLineItemsMutationVariables = Exact<{
  input: Types.HoldLineItemsInput;
}>;


export type HoldLineItemsMutation = { __typename: 'Mutation', change: { __typename: 'HoldLineItemsPayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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
          | { __typename: 'MomentValue', text: string }
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

export type GrantGraceMutationVariables = Exact<{
  input: Types.GrantGraceInput;
}>;


export type GrantGraceMutation = { __typename: 'Mutation', change: { __typename: 'GrantGracePayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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
          | { __typename: 'MomentValue', text: string }
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

export type CancelRenewalsMutationVariables = Exact<{
  input: Types.CancelRenewalsInput;
}>;


export type CancelRenewalsMutation = { __typename: 'Mutation', change: { __typename: 'CancelRenewalsPayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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
          | { __typename: 'MomentValue', text: string }
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

export type SuspendLineItemsMutationVariables = Exact<{
  input: Types.SuspendLineItemsInput;
}>;


export type SuspendLineItemsMutation = { __typename: 'Mutation', change: { __typename: 'SuspendLineItemsPayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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
          | { __typename: 'MomentValue', text: string }
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

export type WithdrawEntitlementMutationVariables = Exact<{
  input: Types.WithdrawEntitlementInput;
}>;


export type WithdrawEntitlementMutation = { __typename: 'Mutation', change: { __typename: 'WithdrawEntitlementPayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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
          | { __typename: 'MomentValue', text: string }
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

export type ReleaseDecisionMutationVariables = Exact<{
  input: Types.ReleaseDecisionInput;
}>;


export type ReleaseDecisionMutation = { __typename: 'Mutation', change: { __typename: 'ReleaseDecisionPayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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
          | { __typename: 'MomentValue', text: string }
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

export type ReplaceActivationIdMutationVariables = Exact<{
  input: Types.ReplaceActivationIdInput;
}>;


export type ReplaceActivationIdMutation = { __typename: 'Mutation', change: { __typename: 'ReplaceActivationIdPayload', lineItem: { __typename: 'LineItem', id: string, activationId: string } | null, effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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
          | { __typename: 'MomentValue', text: string }
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

export type AddCoverageMutationVariables = Exact<{
  input: Types.AddCoverageInput;
}>;


export type AddCoverageMutation = { __typename: 'Mutation', change: { __typename: 'AddCoveragePayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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
          | { __typename: 'MomentValue', text: string }
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

export type ExtendCoverageMutationVariables = Exact<{
  input: Types.ExtendCoverageInput;
}>;


export type ExtendCoverageMutation = { __typename: 'Mutation', change: { __typename: 'ExtendCoveragePayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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
          | { __typename: 'MomentValue', text: string }
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

export type LinkCoverageMutationVariables = Exact<{
  input: Types.LinkCoverageInput;
}>;


export type LinkCoverageMutation = { __typename: 'Mutation', change: { __typename: 'LinkCoveragePayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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
          | { __typename: 'MomentValue', text: string }
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

export type UnlinkCoverageMutationVariables = Exact<{
  input: Types.UnlinkCoverageInput;
}>;


export type UnlinkCoverageMutation = { __typename: 'Mutation', change: { __typename: 'UnlinkCoveragePayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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
          | { __typename: 'MomentValue', text: string }
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

export type EndCoverageMutationVariables = Exact<{
  input: Types.EndCoverageInput;
}>;


export type EndCoverageMutation = { __typename: 'Mutation', change: { __typename: 'EndCoveragePayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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
          | { __typename: 'MomentValue', text: string }
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

export type CorrectCoverageMutationVariables = Exact<{
  input: Types.CorrectCoverageInput;
}>;


export type CorrectCoverageMutation = { __typename: 'Mutation', change: { __typename: 'CorrectCoveragePayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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
          | { __typename: 'MomentValue', text: string }
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

/** Query ConsoleRight. */
export const ConsoleRightDocument = trusted<ConsoleRightQuery, ConsoleRightQueryVariables>(
  '740fc6f49c2fc152f77289bb2789828457e0dabd2157ac804c6ab1c17fb02101',
  "query ConsoleRight($line: ID!) {\n__typename\nlineItem(id: $line) {\n__typename\nid\nactivationId\nstatus\nendsOn\nperpetual\nevergreen {\n__typename\nendsOn\ncancelUntil\ncancelled\n}\nisCovered\ncoverageEndsOn\ncoveredUntil\nisCoveredForever\naccount {\n__typename\nid\nname\n}\nproduct {\n__typename\nid\nname\nversion\n}\nproductLine {\n__typename\nid\nname\n}\nunit {\n__typename\n...Unit\n}\nquantity {\n__typename\n...Amount\n}\ngranted {\n__typename\n...Amount\n}\nused {\n__typename\n...Amount\n}\nexcess {\n__typename\n...Amount\n}\nperiodInForce {\n__typename\nid\nterm\n}\nentitlement {\n__typename\nid\nnumber\nshipToEmail\nchannelPartner {\n__typename\nid\nname\n}\ndecision\ndecisions {\n__typename\n...RightDecision\n}\n}\nexternalIds {\n__typename\nsystem {\n__typename\nid\nname\n}\nkind\nvalue\n}\ndecisions {\n__typename\n...RightDecision\n}\nperiods(first: 100) {\n__typename\ntotalCount\nnodes {\n__typename\n...RightPeriod\n}\n}\ncoverageItems(first: 100) {\n__typename\ntotalCount\nnodes {\n__typename\n...RightCoverage\n}\n}\n}\n}\n\nfragment Amount on Quantity {\n__typename\namount\nunlimited\n}\n\nfragment RightCoverage on CoverageItem {\n__typename\nid\nquantity {\n__typename\n...Amount\n}\nlevel {\n__typename\nid\nname\n}\ndecisions {\n__typename\n...RightDecision\n}\ncoverage {\n__typename\nid\nactivationId\nkind\nstartsOn\nendsOn\nperpetual\nstatus\nlevel {\n__typename\nid\nname\n}\norderReference {\n__typename\nnumber\nline\n}\nrenews {\n__typename\nid\n}\nreplaces {\n__typename\nid\n}\nreplacedBy {\n__typename\nid\n}\ndecisions {\n__typename\n...RightDecision\n}\n}\n}\n\nfragment RightDecision on DecisionRecord {\n__typename\nid\nsubjectId\nkind\nreason\nactor {\n__typename\nname\nkind\n}\nrecordedAt\nstartsOn\nendsOn\nperpetual\nliftedAt\nliftReason\nliftedBy {\n__typename\nname\nkind\n}\n}\n\nfragment RightPeriod on Period {\n__typename\nid\nterm\nstartRule\nstartsOn\nstartsLatestOn\nendsOn\ngraceDays\nperpetual\nstatus\nquantity {\n__typename\n...Amount\n}\noverdraft {\n__typename\n...Amount\n}\norderReference {\n__typename\nnumber\nline\n}\nprice {\n__typename\namount\ncurrency\n}\ninstalments {\n__typename\ndueOn\nprice {\n__typename\namount\ncurrency\n}\n}\npartNumber {\n__typename\nid\ncode\nsuccessor {\n__typename\nid\ncode\n}\n}\nrenews {\n__typename\nid\n}\namends {\n__typename\nid\n}\nreplaces {\n__typename\nid\n}\nreplacedBy {\n__typename\nid\n}\ndecisions {\n__typename\n...RightDecision\n}\n}\n\nfragment Unit on UnitOfMeasure {\n__typename\nid\ncode\nsingular\nplural\nsymbol\nkind\npool\ndecimals\n}",
)

/** Query CoveragesToLink. */
export const CoveragesToLinkDocument = trusted<CoveragesToLinkQuery, CoveragesToLinkQueryVariables>(
  '30c185ce3b432f3f7a6cfc0b9ac0c7cf2b739125db49db78050db3ee86072a72',
  "query CoveragesToLink($filter: CoverageFilterInput!) {\n__typename\ncoverages(first: 50, filter: $filter, orderBy: ENDS_ON, direction: DESCENDING) {\n__typename\ntotalCount\nnodes {\n__typename\nid\nactivationId\nkind\nstartsOn\nendsOn\nperpetual\nlevel {\n__typename\nid\nname\n}\nentitlement {\n__typename\nid\nnumber\n}\n}\n}\n}",
)

/** Query OfEntitlement. */
export const OfEntitlementDocument = trusted<OfEntitlementQuery, OfEntitlementQueryVariables>(
  'e09f8629b967757fa4afe3613c7ef2cf5484cbae1255f8189bb7c2d9366796f6',
  "query OfEntitlement($entitlement: ID!) {\n__typename\nentitlement(id: $entitlement) {\n__typename\nid\nlineItems(first: 20) {\n__typename\ntotalCount\nnodes {\n__typename\nid\nactivationId\nproduct {\n__typename\nid\nname\nversion\n}\nunit {\n__typename\n...Unit\n}\nquantity {\n__typename\n...Amount\n}\n}\n}\ncoverages(first: 20) {\n__typename\ntotalCount\nnodes {\n__typename\nid\nactivationId\nkind\nstartsOn\nendsOn\nperpetual\nlevel {\n__typename\nid\nname\n}\n}\n}\n}\n}\n\nfragment Amount on Quantity {\n__typename\namount\nunlimited\n}\n\nfragment Unit on UnitOfMeasure {\n__typename\nid\ncode\nsingular\nplural\nsymbol\nkind\npool\ndecimals\n}",
)

/** Query PartsOfProduct. */
export const PartsOfProductDocument = trusted<PartsOfProductQuery, PartsOfProductQueryVariables>(
  '42673f7e4df74c645a3ab92e885f162b8ae7d80ab9b9728fae1de4c8ce990fd3',
  "query PartsOfProduct($product: ID!) {\n__typename\npartNumbers(first: 100, filter: {product: $product, retired: false}) {\n__typename\nnodes {\n__typename\nid\ncode\ndescription\nunit {\n__typename\nid\n}\nterm\nlistPrices {\n__typename\nid\nstartsOn\nendsOn\nprice {\n__typename\namount\ncurrency\n}\n}\n}\n}\n}",
)

/** Mutation SendActivationIds. */
export const SendActivationIdsDocument = trusted<SendActivationIdsMutation, SendActivationIdsMutationVariables>(
  '21e3fcf0017384fde611f1fd13bdb7009d8fe98cf2a193e0b7c61a3d21187d24',
  "mutation SendActivationIds($input: SendActivationIdsInput!) {\n__typename\nchange: sendActivationIds(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...WarningInFull\n}\nerrors {\n__typename\n...RefusalInFull\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment RefusalInFull on UserError {\n__typename\n...ChangeError\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}\n\nfragment WarningInFull on Warning {\n__typename\n...ChangeWarning\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}",
)

/** Mutation AmendLineItem. */
export const AmendLineItemDocument = trusted<AmendLineItemMutation, AmendLineItemMutationVariables>(
  'f50bfa43ce7eb13c7004a30eb941b0e6920accb5281bf0b702935fdf7c3fe548',
  "mutation AmendLineItem($input: AmendLineItemInput!) {\n__typename\nchange: amendLineItem(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...WarningInFull\n}\nerrors {\n__typename\n...RefusalInFull\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment RefusalInFull on UserError {\n__typename\n...ChangeError\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}\n\nfragment WarningInFull on Warning {\n__typename\n...ChangeWarning\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}",
)

/** Mutation RenewLineItems. */
export const RenewLineItemsDocument = trusted<RenewLineItemsMutation, RenewLineItemsMutationVariables>(
  '7a7673053352f9fb5d84b2f7b29f137e73b9e7cd26d96fba0c166476b87ece32',
  "mutation RenewLineItems($input: RenewLineItemsInput!) {\n__typename\nchange: renewLineItems(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...WarningInFull\n}\nerrors {\n__typename\n...RefusalInFull\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment RefusalInFull on UserError {\n__typename\n...ChangeError\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}\n\nfragment WarningInFull on Warning {\n__typename\n...ChangeWarning\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}",
)

/** Mutation ConvertTrial. */
export const ConvertTrialDocument = trusted<ConvertTrialMutation, ConvertTrialMutationVariables>(
  '5abf8ad6c2945e17828586771fc738c9c88f67c449f994845715fc8d414e5538',
  "mutation ConvertTrial($input: ConvertTrialInput!) {\n__typename\nchange: convertTrial(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...WarningInFull\n}\nerrors {\n__typename\n...RefusalInFull\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment RefusalInFull on UserError {\n__typename\n...ChangeError\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}\n\nfragment WarningInFull on Warning {\n__typename\n...ChangeWarning\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}",
)

/** Mutation CorrectPeriod. */
export const CorrectPeriodDocument = trusted<CorrectPeriodMutation, CorrectPeriodMutationVariables>(
  '596d1ae37a6e9ac20a0fe8aa438e03dfa455bf73a644d9bbb3c55b84b65cef48',
  "mutation CorrectPeriod($input: CorrectPeriodInput!) {\n__typename\nchange: correctPeriod(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...WarningInFull\n}\nerrors {\n__typename\n...RefusalInFull\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment RefusalInFull on UserError {\n__typename\n...ChangeError\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}\n\nfragment WarningInFull on Warning {\n__typename\n...ChangeWarning\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}",
)

/** Mutation VoidPeriod. */
export const VoidPeriodDocument = trusted<VoidPeriodMutation, VoidPeriodMutationVariables>(
  '24319ce26bd54502479a7b906336b920fe03922c3acff83c8e7e4df8c7a0c055',
  "mutation VoidPeriod($input: VoidPeriodInput!) {\n__typename\nchange: voidPeriod(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...WarningInFull\n}\nerrors {\n__typename\n...RefusalInFull\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment RefusalInFull on UserError {\n__typename\n...ChangeError\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}\n\nfragment WarningInFull on Warning {\n__typename\n...ChangeWarning\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}",
)

/** Mutation HoldLineItems. */
export const HoldLineItemsDocument = trusted<HoldLineItemsMutation, HoldLineItemsMutationVariables>(
  '56392779c77ec0100fb755483722179e9ef38172684240685c288b06320b9d46',
  "mutation HoldLineItems($input: HoldLineItemsInput!) {\n__typename\nchange: holdLineItems(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...WarningInFull\n}\nerrors {\n__typename\n...RefusalInFull\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment RefusalInFull on UserError {\n__typename\n...ChangeError\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}\n\nfragment WarningInFull on Warning {\n__typename\n...ChangeWarning\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}",
)

/** Mutation GrantGrace. */
export const GrantGraceDocument = trusted<GrantGraceMutation, GrantGraceMutationVariables>(
  'ac2b0723ee3e6a9d03a5d06204e0defa76de6b9d5100e4bfc2cab9b4dd9d78ec',
  "mutation GrantGrace($input: GrantGraceInput!) {\n__typename\nchange: grantGrace(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...WarningInFull\n}\nerrors {\n__typename\n...RefusalInFull\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment RefusalInFull on UserError {\n__typename\n...ChangeError\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}\n\nfragment WarningInFull on Warning {\n__typename\n...ChangeWarning\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}",
)

/** Mutation CancelRenewals. */
export const CancelRenewalsDocument = trusted<CancelRenewalsMutation, CancelRenewalsMutationVariables>(
  'f765e6fa55c57ff471eab0d3544ee0c85ea8e916de20f41be45f5b88ee0ed94c',
  "mutation CancelRenewals($input: CancelRenewalsInput!) {\n__typename\nchange: cancelRenewals(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...WarningInFull\n}\nerrors {\n__typename\n...RefusalInFull\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment RefusalInFull on UserError {\n__typename\n...ChangeError\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}\n\nfragment WarningInFull on Warning {\n__typename\n...ChangeWarning\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}",
)

/** Mutation SuspendLineItems. */
export const SuspendLineItemsDocument = trusted<SuspendLineItemsMutation, SuspendLineItemsMutationVariables>(
  'f7d813ef1902202350f09c5d7cffb4bf1e126b69aa8b72c762a018aadc7f8b8b',
  "mutation SuspendLineItems($input: SuspendLineItemsInput!) {\n__typename\nchange: suspendLineItems(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...WarningInFull\n}\nerrors {\n__typename\n...RefusalInFull\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment RefusalInFull on UserError {\n__typename\n...ChangeError\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}\n\nfragment WarningInFull on Warning {\n__typename\n...ChangeWarning\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}",
)

/** Mutation WithdrawEntitlement. */
export const WithdrawEntitlementDocument = trusted<WithdrawEntitlementMutation, WithdrawEntitlementMutationVariables>(
  '9abda0274519d25db278ab6b2b0358bf8ae9e7186bed98a8a9df965b97f654a6',
  "mutation WithdrawEntitlement($input: WithdrawEntitlementInput!) {\n__typename\nchange: withdrawEntitlement(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...WarningInFull\n}\nerrors {\n__typename\n...RefusalInFull\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment RefusalInFull on UserError {\n__typename\n...ChangeError\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}\n\nfragment WarningInFull on Warning {\n__typename\n...ChangeWarning\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}",
)

/** Mutation ReleaseDecision. */
export const ReleaseDecisionDocument = trusted<ReleaseDecisionMutation, ReleaseDecisionMutationVariables>(
  'da1fabc7bb0070702f6a438597a5ebf41340276b4253ef14ec1d28c81c1d15c1',
  "mutation ReleaseDecision($input: ReleaseDecisionInput!) {\n__typename\nchange: releaseDecision(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...WarningInFull\n}\nerrors {\n__typename\n...RefusalInFull\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment RefusalInFull on UserError {\n__typename\n...ChangeError\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}\n\nfragment WarningInFull on Warning {\n__typename\n...ChangeWarning\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}",
)

/** Mutation ReplaceActivationId. */
export const ReplaceActivationIdDocument = trusted<ReplaceActivationIdMutation, ReplaceActivationIdMutationVariables>(
  '9827ec22c71e0cf9235a2f2f7cfe4a515a20964003e0d948568fc486a9f34c45',
  "mutation ReplaceActivationId($input: ReplaceActivationIdInput!) {\n__typename\nchange: replaceActivationId(input: $input) {\n__typename\nlineItem {\n__typename\nid\nactivationId\n}\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...WarningInFull\n}\nerrors {\n__typename\n...RefusalInFull\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment RefusalInFull on UserError {\n__typename\n...ChangeError\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}\n\nfragment WarningInFull on Warning {\n__typename\n...ChangeWarning\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}",
)

/** Mutation AddCoverage. */
export const AddCoverageDocument = trusted<AddCoverageMutation, AddCoverageMutationVariables>(
  'a73149b10c663e6422b770998e1cd1a103e666667ffa4b2b8231a3a1a26cead4',
  "mutation AddCoverage($input: AddCoverageInput!) {\n__typename\nchange: addCoverage(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...WarningInFull\n}\nerrors {\n__typename\n...RefusalInFull\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment RefusalInFull on UserError {\n__typename\n...ChangeError\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}\n\nfragment WarningInFull on Warning {\n__typename\n...ChangeWarning\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}",
)

/** Mutation ExtendCoverage. */
export const ExtendCoverageDocument = trusted<ExtendCoverageMutation, ExtendCoverageMutationVariables>(
  '3dfff4a15fb24b06622e82ae4312abe627e6ecf7c3b02e790f975954dd875be3',
  "mutation ExtendCoverage($input: ExtendCoverageInput!) {\n__typename\nchange: extendCoverage(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...WarningInFull\n}\nerrors {\n__typename\n...RefusalInFull\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment RefusalInFull on UserError {\n__typename\n...ChangeError\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}\n\nfragment WarningInFull on Warning {\n__typename\n...ChangeWarning\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}",
)

/** Mutation LinkCoverage. */
export const LinkCoverageDocument = trusted<LinkCoverageMutation, LinkCoverageMutationVariables>(
  'f54fefe98ff345a079e79458cd65ce941dbf2cdc67bbd66b8ef55bc41347289f',
  "mutation LinkCoverage($input: LinkCoverageInput!) {\n__typename\nchange: linkCoverage(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...WarningInFull\n}\nerrors {\n__typename\n...RefusalInFull\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment RefusalInFull on UserError {\n__typename\n...ChangeError\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}\n\nfragment WarningInFull on Warning {\n__typename\n...ChangeWarning\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}",
)

/** Mutation UnlinkCoverage. */
export const UnlinkCoverageDocument = trusted<UnlinkCoverageMutation, UnlinkCoverageMutationVariables>(
  'c1b795774fdf2c2d3b2ccc3ed653e3426859dbd6a4c5bdeb4051909830a81265',
  "mutation UnlinkCoverage($input: UnlinkCoverageInput!) {\n__typename\nchange: unlinkCoverage(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...WarningInFull\n}\nerrors {\n__typename\n...RefusalInFull\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment RefusalInFull on UserError {\n__typename\n...ChangeError\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}\n\nfragment WarningInFull on Warning {\n__typename\n...ChangeWarning\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}",
)

/** Mutation EndCoverage. */
export const EndCoverageDocument = trusted<EndCoverageMutation, EndCoverageMutationVariables>(
  '6cff9d8675f980c1eeeed78fb059a5779bfc8c3577ca1f643aeb15c2fc69fb16',
  "mutation EndCoverage($input: EndCoverageInput!) {\n__typename\nchange: endCoverage(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...WarningInFull\n}\nerrors {\n__typename\n...RefusalInFull\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment RefusalInFull on UserError {\n__typename\n...ChangeError\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}\n\nfragment WarningInFull on Warning {\n__typename\n...ChangeWarning\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}",
)

/** Mutation CorrectCoverage. */
export const CorrectCoverageDocument = trusted<CorrectCoverageMutation, CorrectCoverageMutationVariables>(
  'ee5c3df7d10899aed0fff8704d6f623403063d83f1a0fe72b7264d7a29967299',
  "mutation CorrectCoverage($input: CorrectCoverageInput!) {\n__typename\nchange: correctCoverage(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...WarningInFull\n}\nerrors {\n__typename\n...RefusalInFull\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment RefusalInFull on UserError {\n__typename\n...ChangeError\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}\n\nfragment WarningInFull on Warning {\n__typename\n...ChangeWarning\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}",
)

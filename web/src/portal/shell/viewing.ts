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

export type SwitchAccountMutationVariables = Exact<{
  input: Types.SwitchAccountInput;
}>;


export type SwitchAccountMutation = { __typename: 'Mutation', change: { __typename: 'SwitchAccountPayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

export type ViewAsMutationVariables = Exact<{
  input: Types.ViewAsInput;
}>;


export type ViewAsMutation = { __typename: 'Mutation', change: { __typename: 'ViewAsPayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

/** Mutation SwitchAccount. */
export const SwitchAccountDocument = trusted<SwitchAccountMutation, SwitchAccountMutationVariables>(
  '0e023ea90eb613338f5dc5fb66d389e8699f653c56364b94a68b9ce87f6c0751',
  "mutation SwitchAccount($input: SwitchAccountInput!) {\n  __typename\n  change: switchAccount(input: $input) {\n    __typename\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}",
)

/** Mutation ViewAs. */
export const ViewAsDocument = trusted<ViewAsMutation, ViewAsMutationVariables>(
  '4e8c79e0441ac949606c8e52da995f77ec750068617c1af6adad56a9f68d3778',
  "mutation ViewAs($input: ViewAsInput!) {\n  __typename\n  change: viewAs(input: $input) {\n    __typename\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}",
)

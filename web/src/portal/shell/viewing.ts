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
       | null }>, warnings: Array<{ __typename: 'Warning', code: string, message: string }>, errors: Array<{ __typename: 'UserError', code: string, message: string, field: string | null, remedy: string }>, auditEntry: { __typename: 'AuditEntry', id: string, account: { __typename: 'Account', id: string } | null } | null } | null };

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
       | null }>, warnings: Array<{ __typename: 'Warning', code: string, message: string }>, errors: Array<{ __typename: 'UserError', code: string, message: string, field: string | null, remedy: string }>, auditEntry: { __typename: 'AuditEntry', id: string, account: { __typename: 'Account', id: string } | null } | null } | null };

/** Mutation SwitchAccount. */
export const SwitchAccountDocument = trusted<SwitchAccountMutation, SwitchAccountMutationVariables>(
  'd0267a5ae3206a049fb46eda3806f5059554bc6b69f0f3d9acda4441f2e17a33',
  "mutation SwitchAccount($input: SwitchAccountInput!) {\n  __typename\n  change: switchAccount(input: $input) {\n    __typename\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n}",
)

/** Mutation ViewAs. */
export const ViewAsDocument = trusted<ViewAsMutation, ViewAsMutationVariables>(
  '2d25efa68021c0c5e1d972036c67c331cf0fa90da267a7d45676e8e27e5f6a34',
  "mutation ViewAs($input: ViewAsInput!) {\n  __typename\n  change: viewAs(input: $input) {\n    __typename\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n}",
)

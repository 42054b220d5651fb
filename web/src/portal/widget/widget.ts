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

export type WidgetsQueryVariables = Exact<{ [key: string]: never; }>;


export type WidgetsQuery = { __typename: 'Query', widgetDocuments: Array<{ __typename: 'WidgetDocument', hash: string, name: string, text: string, createdAt: string }> | null, widgetOrigins: Array<{ __typename: 'WidgetOrigin', origin: string, createdAt: string }> | null };

export type RegisterWidgetDocumentMutationVariables = Exact<{
  input: Types.RegisterWidgetDocumentInput;
}>;


export type RegisterWidgetDocumentMutation = { __typename: 'Mutation', change: { __typename: 'RegisterWidgetDocumentPayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

export type RemoveWidgetDocumentMutationVariables = Exact<{
  input: Types.RemoveWidgetDocumentInput;
}>;


export type RemoveWidgetDocumentMutation = { __typename: 'Mutation', change: { __typename: 'RemoveWidgetDocumentPayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

export type AddWidgetOriginMutationVariables = Exact<{
  input: Types.AddWidgetOriginInput;
}>;


export type AddWidgetOriginMutation = { __typename: 'Mutation', change: { __typename: 'AddWidgetOriginPayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

export type RemoveWidgetOriginMutationVariables = Exact<{
  input: Types.RemoveWidgetOriginInput;
}>;


export type RemoveWidgetOriginMutation = { __typename: 'Mutation', change: { __typename: 'RemoveWidgetOriginPayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

/** Query Widgets. */
export const WidgetsDocument = trusted<WidgetsQuery, WidgetsQueryVariables>(
  'b1ff8cb5b4d7088371b679fc33a6ed5f50e64d3214820bd73cfdcbfd82550681',
  "query Widgets {\n  __typename\n  widgetDocuments {\n    __typename\n    hash\n    name\n    text\n    createdAt\n  }\n  widgetOrigins {\n    __typename\n    origin\n    createdAt\n  }\n}",
)

/** Mutation RegisterWidgetDocument. */
export const RegisterWidgetDocumentDocument = trusted<RegisterWidgetDocumentMutation, RegisterWidgetDocumentMutationVariables>(
  'a4bb3e2334d7a1e6d13bef1660c30cf5ba22ee4c6a554ac8380158ca49057d5c',
  "mutation RegisterWidgetDocument($input: RegisterWidgetDocumentInput!) {\n  __typename\n  change: registerWidgetDocument(input: $input) {\n    __typename\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n}",
)

/** Mutation RemoveWidgetDocument. */
export const RemoveWidgetDocumentDocument = trusted<RemoveWidgetDocumentMutation, RemoveWidgetDocumentMutationVariables>(
  'd3e2de330a2c3288c2d8b3c36fa71a7fb615ea847ebe7109ae4b685277553fa1',
  "mutation RemoveWidgetDocument($input: RemoveWidgetDocumentInput!) {\n  __typename\n  change: removeWidgetDocument(input: $input) {\n    __typename\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n}",
)

/** Mutation AddWidgetOrigin. */
export const AddWidgetOriginDocument = trusted<AddWidgetOriginMutation, AddWidgetOriginMutationVariables>(
  '966eebef9f6bdd6b4cf6ba5868e273dd7f66c95ff48158d183d04a14a2debb40',
  "mutation AddWidgetOrigin($input: AddWidgetOriginInput!) {\n  __typename\n  change: addWidgetOrigin(input: $input) {\n    __typename\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n}",
)

/** Mutation RemoveWidgetOrigin. */
export const RemoveWidgetOriginDocument = trusted<RemoveWidgetOriginMutation, RemoveWidgetOriginMutationVariables>(
  'dda4cf9bcdada95c43b488dc2c8a14939d8af8c03a19113596e4d34fd1daa62d',
  "mutation RemoveWidgetOrigin($input: RemoveWidgetOriginInput!) {\n  __typename\n  change: removeWidgetOrigin(input: $input) {\n    __typename\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n}",
)

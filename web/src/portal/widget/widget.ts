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

/** Query Widgets. */
export const WidgetsDocument = trusted<WidgetsQuery, WidgetsQueryVariables>(
  'b1ff8cb5b4d7088371b679fc33a6ed5f50e64d3214820bd73cfdcbfd82550681',
  "query Widgets {\n  __typename\n  widgetDocuments {\n    __typename\n    hash\n    name\n    text\n    createdAt\n  }\n  widgetOrigins {\n    __typename\n    origin\n    createdAt\n  }\n}",
)

/** Mutation RegisterWidgetDocument. */
export const RegisterWidgetDocumentDocument = trusted<RegisterWidgetDocumentMutation, RegisterWidgetDocumentMutationVariables>(
  '8de858ea371469e202f0867cef52e8c122a76eac3175a69a831375a20662e13e',
  "mutation RegisterWidgetDocument($input: RegisterWidgetDocumentInput!) {\n  __typename\n  change: registerWidgetDocument(input: $input) {\n    __typename\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}",
)

/** Mutation RemoveWidgetDocument. */
export const RemoveWidgetDocumentDocument = trusted<RemoveWidgetDocumentMutation, RemoveWidgetDocumentMutationVariables>(
  '4a4b27ff2b6782735ab420d392ff338f25fbdca2a2d90369b31832bde9944db5',
  "mutation RemoveWidgetDocument($input: RemoveWidgetDocumentInput!) {\n  __typename\n  change: removeWidgetDocument(input: $input) {\n    __typename\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}",
)

/** Mutation AddWidgetOrigin. */
export const AddWidgetOriginDocument = trusted<AddWidgetOriginMutation, AddWidgetOriginMutationVariables>(
  '599b69485856f00393ab3f6517bacf2742a65ed3ed9c977497229ba7aaecc3c9',
  "mutation AddWidgetOrigin($input: AddWidgetOriginInput!) {\n  __typename\n  change: addWidgetOrigin(input: $input) {\n    __typename\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}",
)

/** Mutation RemoveWidgetOrigin. */
export const RemoveWidgetOriginDocument = trusted<RemoveWidgetOriginMutation, RemoveWidgetOriginMutationVariables>(
  'df7823bae3839badf5af0a27b88de7221ea59c6888383cacb6b380fba0376b4d',
  "mutation RemoveWidgetOrigin($input: RemoveWidgetOriginInput!) {\n  __typename\n  change: removeWidgetOrigin(input: $input) {\n    __typename\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...ChangeWarning\n    }\n    errors {\n      __typename\n      ...ChangeError\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}",
)

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

export type CustomFieldsOfLineQueryVariables = Exact<{
  line: string;
}>;


export type CustomFieldsOfLineQuery = { __typename: 'Query', ofLineItems: Array<{ __typename: 'CustomField', id: string, code: string, type: Types.CustomFieldType, labelEnglish: string, labelGerman: string, description: string | null, choices: Array<string>, forCustomers: boolean, retiredAt: string | null }> | null, ofEntitlements: Array<{ __typename: 'CustomField', id: string, code: string, type: Types.CustomFieldType, labelEnglish: string, labelGerman: string, description: string | null, choices: Array<string>, forCustomers: boolean, retiredAt: string | null }> | null, lineItem: { __typename: 'LineItem', id: string, customFields: Array<{ __typename: 'CustomFieldValue', text: string, field: { __typename: 'CustomField', id: string } }>, entitlement: { __typename: 'Entitlement', id: string, customFields: Array<{ __typename: 'CustomFieldValue', text: string, field: { __typename: 'CustomField', id: string } }> } } | null };

export type CustomFieldsOfAccountQueryVariables = Exact<{
  account: string;
}>;


export type CustomFieldsOfAccountQuery = { __typename: 'Query', customFields: Array<{ __typename: 'CustomField', id: string, code: string, type: Types.CustomFieldType, labelEnglish: string, labelGerman: string, description: string | null, choices: Array<string>, forCustomers: boolean, retiredAt: string | null }> | null, account: { __typename: 'Account', id: string, customFields: Array<{ __typename: 'CustomFieldValue', text: string, field: { __typename: 'CustomField', id: string } }> } | null };

export type CustomFieldFragment = { __typename: 'CustomField', id: string, code: string, type: Types.CustomFieldType, labelEnglish: string, labelGerman: string, description: string | null, choices: Array<string>, forCustomers: boolean, retiredAt: string | null };

export type CustomValueFragment = { __typename: 'CustomFieldValue', text: string, field: { __typename: 'CustomField', id: string } };

export type SetCustomFieldsMutationVariables = Exact<{
  input: Types.SetCustomFieldsInput;
}>;


export type SetCustomFieldsMutation = { __typename: 'Mutation', change: { __typename: 'SetCustomFieldsPayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

export type DeclaredFieldsQueryVariables = Exact<{ [key: string]: never; }>;


export type DeclaredFieldsQuery = { __typename: 'Query', customFields: Array<{ __typename: 'CustomField', subject: Types.CustomFieldSubject, id: string, code: string, type: Types.CustomFieldType, labelEnglish: string, labelGerman: string, description: string | null, choices: Array<string>, forCustomers: boolean, retiredAt: string | null }> | null };

export type DeclareCustomFieldMutationVariables = Exact<{
  input: Types.DeclareCustomFieldInput;
}>;


export type DeclareCustomFieldMutation = { __typename: 'Mutation', change: { __typename: 'DeclareCustomFieldPayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

export type ChangeCustomFieldMutationVariables = Exact<{
  input: Types.ChangeCustomFieldInput;
}>;


export type ChangeCustomFieldMutation = { __typename: 'Mutation', change: { __typename: 'ChangeCustomFieldPayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

/** Query CustomFieldsOfLine. */
export const CustomFieldsOfLineDocument = trusted<CustomFieldsOfLineQuery, CustomFieldsOfLineQueryVariables>(
  '15e3644afdc73e8677a39cad41f0e870524582c5316dd64abb31dcf5dbd2932b',
  "query CustomFieldsOfLine($line: ID!) {\n  __typename\n  ofLineItems: customFields(subject: LINE_ITEM) {\n    __typename\n    ...CustomField\n  }\n  ofEntitlements: customFields(subject: ENTITLEMENT) {\n    __typename\n    ...CustomField\n  }\n  lineItem(id: $line) {\n    __typename\n    id\n    customFields {\n      __typename\n      ...CustomValue\n    }\n    entitlement {\n      __typename\n      id\n      customFields {\n        __typename\n        ...CustomValue\n      }\n    }\n  }\n}\n\nfragment CustomField on CustomField {\n  __typename\n  id\n  code\n  type\n  labelEnglish\n  labelGerman\n  description\n  choices\n  forCustomers\n  retiredAt\n}\n\nfragment CustomValue on CustomFieldValue {\n  __typename\n  field {\n    __typename\n    id\n  }\n  text\n}",
)

/** Query CustomFieldsOfAccount. */
export const CustomFieldsOfAccountDocument = trusted<CustomFieldsOfAccountQuery, CustomFieldsOfAccountQueryVariables>(
  'd6ba7112fdedd555e72d9255543319e2f8340914b4c93add7dcbd4232fc9af2c',
  "query CustomFieldsOfAccount($account: ID!) {\n  __typename\n  customFields(subject: ACCOUNT) {\n    __typename\n    ...CustomField\n  }\n  account(id: $account) {\n    __typename\n    id\n    customFields {\n      __typename\n      ...CustomValue\n    }\n  }\n}\n\nfragment CustomField on CustomField {\n  __typename\n  id\n  code\n  type\n  labelEnglish\n  labelGerman\n  description\n  choices\n  forCustomers\n  retiredAt\n}\n\nfragment CustomValue on CustomFieldValue {\n  __typename\n  field {\n    __typename\n    id\n  }\n  text\n}",
)

/** Mutation SetCustomFields. */
export const SetCustomFieldsDocument = trusted<SetCustomFieldsMutation, SetCustomFieldsMutationVariables>(
  'b9d9d3a0e1fd4b7b93f66ee17f419d231234e2da263f85a0d006d82f06c1bc32',
  "mutation SetCustomFields($input: SetCustomFieldsInput!) {\n  __typename\n  change: setCustomFields(input: $input) {\n    __typename\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...WarningInFull\n    }\n    errors {\n      __typename\n      ...RefusalInFull\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n}\n\nfragment RefusalInFull on UserError {\n  __typename\n  ...ChangeError\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}\n\nfragment WarningInFull on Warning {\n  __typename\n  ...ChangeWarning\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}",
)

/** Query DeclaredFields. */
export const DeclaredFieldsDocument = trusted<DeclaredFieldsQuery, DeclaredFieldsQueryVariables>(
  'a7b566bd582cab4666fb63090c24f793db0da53c74e212f752d537fa4dfa1228',
  "query DeclaredFields {\n  __typename\n  customFields {\n    __typename\n    ...CustomField\n    subject\n  }\n}\n\nfragment CustomField on CustomField {\n  __typename\n  id\n  code\n  type\n  labelEnglish\n  labelGerman\n  description\n  choices\n  forCustomers\n  retiredAt\n}",
)

/** Mutation DeclareCustomField. */
export const DeclareCustomFieldDocument = trusted<DeclareCustomFieldMutation, DeclareCustomFieldMutationVariables>(
  'eb4bf79efac380bf82918333977f8e635098d4d17aa0f946f1ba43a56149bce0',
  "mutation DeclareCustomField($input: DeclareCustomFieldInput!) {\n  __typename\n  change: declareCustomField(input: $input) {\n    __typename\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...WarningInFull\n    }\n    errors {\n      __typename\n      ...RefusalInFull\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n}\n\nfragment RefusalInFull on UserError {\n  __typename\n  ...ChangeError\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}\n\nfragment WarningInFull on Warning {\n  __typename\n  ...ChangeWarning\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}",
)

/** Mutation ChangeCustomField. */
export const ChangeCustomFieldDocument = trusted<ChangeCustomFieldMutation, ChangeCustomFieldMutationVariables>(
  '226df15dcad808f486c3438d9775ddc426a6d3040aaef04f5c1f8872965de9da',
  "mutation ChangeCustomField($input: ChangeCustomFieldInput!) {\n  __typename\n  change: changeCustomField(input: $input) {\n    __typename\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...WarningInFull\n    }\n    errors {\n      __typename\n      ...RefusalInFull\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n}\n\nfragment RefusalInFull on UserError {\n  __typename\n  ...ChangeError\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}\n\nfragment WarningInFull on Warning {\n  __typename\n  ...ChangeWarning\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}",
)

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

export type SeenFieldsOfLineQueryVariables = Exact<{
  line: string;
}>;


export type SeenFieldsOfLineQuery = { __typename: 'Query', lineItem: { __typename: 'LineItem', id: string, customFields: Array<{ __typename: 'CustomFieldValue', text: string, field: { __typename: 'CustomField', id: string, type: Types.CustomFieldType, labelEnglish: string, labelGerman: string, forCustomers: boolean } }>, entitlement: { __typename: 'Entitlement', id: string, customFields: Array<{ __typename: 'CustomFieldValue', text: string, field: { __typename: 'CustomField', id: string, type: Types.CustomFieldType, labelEnglish: string, labelGerman: string, forCustomers: boolean } }> } } | null };

export type SeenFieldsOfAccountQueryVariables = Exact<{
  account: string;
}>;


export type SeenFieldsOfAccountQuery = { __typename: 'Query', account: { __typename: 'Account', id: string, customFields: Array<{ __typename: 'CustomFieldValue', text: string, field: { __typename: 'CustomField', id: string, type: Types.CustomFieldType, labelEnglish: string, labelGerman: string, forCustomers: boolean } }> } | null };

export type SeenFieldsOfDeviceQueryVariables = Exact<{
  device: string;
}>;


export type SeenFieldsOfDeviceQuery = { __typename: 'Query', device: { __typename: 'Device', id: string, customFields: Array<{ __typename: 'CustomFieldValue', text: string, field: { __typename: 'CustomField', id: string, type: Types.CustomFieldType, labelEnglish: string, labelGerman: string, forCustomers: boolean } }> } | null };

export type SeenValueFragment = { __typename: 'CustomFieldValue', text: string, field: { __typename: 'CustomField', id: string, type: Types.CustomFieldType, labelEnglish: string, labelGerman: string, forCustomers: boolean } };

export type CustomFieldNamesQueryVariables = Exact<{ [key: string]: never; }>;


export type CustomFieldNamesQuery = { __typename: 'Query', customFields: Array<{ __typename: 'CustomField', id: string, subject: Types.CustomFieldSubject, code: string, labelEnglish: string, labelGerman: string }> | null };

/** Query SeenFieldsOfLine. */
export const SeenFieldsOfLineDocument = trusted<SeenFieldsOfLineQuery, SeenFieldsOfLineQueryVariables>(
  'bfc7c9f11d34d42cbafe5f555937055fd268d747840487ddce845bd8cbcf6eba',
  "query SeenFieldsOfLine($line: ID!) {\n  __typename\n  lineItem(id: $line) {\n    __typename\n    id\n    customFields {\n      __typename\n      ...SeenValue\n    }\n    entitlement {\n      __typename\n      id\n      customFields {\n        __typename\n        ...SeenValue\n      }\n    }\n  }\n}\n\nfragment SeenValue on CustomFieldValue {\n  __typename\n  field {\n    __typename\n    id\n    type\n    labelEnglish\n    labelGerman\n    forCustomers\n  }\n  text\n}",
)

/** Query SeenFieldsOfAccount. */
export const SeenFieldsOfAccountDocument = trusted<SeenFieldsOfAccountQuery, SeenFieldsOfAccountQueryVariables>(
  '94389ac8d690548cddf6dddf22dbe96919d70bc139d8887ef68b47b03c3c350c',
  "query SeenFieldsOfAccount($account: ID!) {\n  __typename\n  account(id: $account) {\n    __typename\n    id\n    customFields {\n      __typename\n      ...SeenValue\n    }\n  }\n}\n\nfragment SeenValue on CustomFieldValue {\n  __typename\n  field {\n    __typename\n    id\n    type\n    labelEnglish\n    labelGerman\n    forCustomers\n  }\n  text\n}",
)

/** Query SeenFieldsOfDevice. */
export const SeenFieldsOfDeviceDocument = trusted<SeenFieldsOfDeviceQuery, SeenFieldsOfDeviceQueryVariables>(
  'b6299b1a55a07d34c93939bac68ded7b13722b9dd09fd79d468a70a1637295d3',
  "query SeenFieldsOfDevice($device: ID!) {\n  __typename\n  device(id: $device) {\n    __typename\n    id\n    customFields {\n      __typename\n      ...SeenValue\n    }\n  }\n}\n\nfragment SeenValue on CustomFieldValue {\n  __typename\n  field {\n    __typename\n    id\n    type\n    labelEnglish\n    labelGerman\n    forCustomers\n  }\n  text\n}",
)

/** Query CustomFieldNames. */
export const CustomFieldNamesDocument = trusted<CustomFieldNamesQuery, CustomFieldNamesQueryVariables>(
  '431c8a2012cbbb08dd1f38e67b5f7fca095c7a2921e123b603ac7fdac8344937',
  "query CustomFieldNames {\n  __typename\n  customFields {\n    __typename\n    id\n    subject\n    code\n    labelEnglish\n    labelGerman\n  }\n}",
)

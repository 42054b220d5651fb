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
  'ea8c80812e3225ea41f18d5c1a4c646b021f704326c0904af81abc0b0f90751d',
  "query SeenFieldsOfLine($line: ID!) {\n__typename\nlineItem(id: $line) {\n__typename\nid\ncustomFields {\n__typename\n...SeenValue\n}\nentitlement {\n__typename\nid\ncustomFields {\n__typename\n...SeenValue\n}\n}\n}\n}\n\nfragment SeenValue on CustomFieldValue {\n__typename\nfield {\n__typename\nid\ntype\nlabelEnglish\nlabelGerman\nforCustomers\n}\ntext\n}",
)

/** Query SeenFieldsOfAccount. */
export const SeenFieldsOfAccountDocument = trusted<SeenFieldsOfAccountQuery, SeenFieldsOfAccountQueryVariables>(
  '052bad0ccfa874b6d4665bad3152845528f88d0d659f363e6ae2545c5400cb9d',
  "query SeenFieldsOfAccount($account: ID!) {\n__typename\naccount(id: $account) {\n__typename\nid\ncustomFields {\n__typename\n...SeenValue\n}\n}\n}\n\nfragment SeenValue on CustomFieldValue {\n__typename\nfield {\n__typename\nid\ntype\nlabelEnglish\nlabelGerman\nforCustomers\n}\ntext\n}",
)

/** Query SeenFieldsOfDevice. */
export const SeenFieldsOfDeviceDocument = trusted<SeenFieldsOfDeviceQuery, SeenFieldsOfDeviceQueryVariables>(
  '7b07bb723d22eb719ee801ef2c668ec451ff4e77cfc03013d1e193829e658883',
  "query SeenFieldsOfDevice($device: ID!) {\n__typename\ndevice(id: $device) {\n__typename\nid\ncustomFields {\n__typename\n...SeenValue\n}\n}\n}\n\nfragment SeenValue on CustomFieldValue {\n__typename\nfield {\n__typename\nid\ntype\nlabelEnglish\nlabelGerman\nforCustomers\n}\ntext\n}",
)

/** Query CustomFieldNames. */
export const CustomFieldNamesDocument = trusted<CustomFieldNamesQuery, CustomFieldNamesQueryVariables>(
  '23d65b99d1cdd79250f81098250049a9cc613c8619344c1d01b2679bfdcc87d4',
  "query CustomFieldNames {\n__typename\ncustomFields {\n__typename\nid\nsubject\ncode\nlabelEnglish\nlabelGerman\n}\n}",
)

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

export type PartsToIssueQueryVariables = Exact<{
  code?: string | null | undefined;
  text?: string | null | undefined;
}>;


export type PartsToIssueQuery = { __typename: 'Query', partNumbers: { __typename: 'PartNumberConnection', nodes: Array<{ __typename: 'PartNumber', id: string, code: string, description: string | null, retiredAt: string | null, term: Types.Term | null, termLength: number | null, termUnit: Types.TermUnit | null, startRule: Types.StartRule | null, packSize: number | null, gaps: Array<Types.PartNumberGap>, product: { __typename: 'Product', id: string, name: string, version: string | null } | null, unit: { __typename: 'UnitOfMeasure', id: string, code: string, singular: string, plural: string, symbol: string | null, kind: Types.UnitKind, pool: Types.UnitPool, decimals: number } | null, listPrices: Array<{ __typename: 'ListPrice', id: string, startsOn: string, endsOn: string | null, price: { __typename: 'Money', amount: string, currency: string } }> }> } | null, products: { __typename: 'ProductConnection', nodes: Array<{ __typename: 'Product', id: string, partNumbers: Array<{ __typename: 'PartNumber', id: string, code: string, description: string | null, retiredAt: string | null, term: Types.Term | null, termLength: number | null, termUnit: Types.TermUnit | null, startRule: Types.StartRule | null, packSize: number | null, gaps: Array<Types.PartNumberGap>, product: { __typename: 'Product', id: string, name: string, version: string | null } | null, unit: { __typename: 'UnitOfMeasure', id: string, code: string, singular: string, plural: string, symbol: string | null, kind: Types.UnitKind, pool: Types.UnitPool, decimals: number } | null, listPrices: Array<{ __typename: 'ListPrice', id: string, startsOn: string, endsOn: string | null, price: { __typename: 'Money', amount: string, currency: string } }> }> }> } | null };

export type PartToIssueFragment = { __typename: 'PartNumber', id: string, code: string, description: string | null, retiredAt: string | null, term: Types.Term | null, termLength: number | null, termUnit: Types.TermUnit | null, startRule: Types.StartRule | null, packSize: number | null, gaps: Array<Types.PartNumberGap>, product: { __typename: 'Product', id: string, name: string, version: string | null } | null, unit: { __typename: 'UnitOfMeasure', id: string, code: string, singular: string, plural: string, symbol: string | null, kind: Types.UnitKind, pool: Types.UnitPool, decimals: number } | null, listPrices: Array<{ __typename: 'ListPrice', id: string, startsOn: string, endsOn: string | null, price: { __typename: 'Money', amount: string, currency: string } }> };

export type CustomersToIssueQueryVariables = Exact<{
  text: string;
}>;


export type CustomersToIssueQuery = { __typename: 'Query', accounts: { __typename: 'AccountConnection', nodes: Array<{ __typename: 'Account', id: string, name: string }> } | null };

export type PartnersToIssueQueryVariables = Exact<{
  text?: string | null | undefined;
}>;


export type PartnersToIssueQuery = { __typename: 'Query', accounts: { __typename: 'AccountConnection', nodes: Array<{ __typename: 'Account', id: string, name: string }> } | null };

export type CustomerToIssueQueryVariables = Exact<{
  account: string;
}>;


export type CustomerToIssueQuery = { __typename: 'Query', account: { __typename: 'Account', id: string, name: string } | null };

export type RefusalInFullFragment = { __typename: 'UserError', code: string, message: string, field: string | null, remedy: string, parameters: Array<{ __typename: 'Parameter', name: string, value:
      | { __typename: 'TextValue', text: string }
      | { __typename: 'NumberValue', text: string }
      | { __typename: 'BooleanValue', text: string }
      | { __typename: 'DayValue', day: string, text: string }
      | { __typename: 'MomentValue', moment: string, text: string }
      | { __typename: 'EnumValue', text: string }
      | { __typename: 'EnumListValue', text: string }
      | { __typename: 'ReferenceValue', text: string }
      | { __typename: 'QuantityValue', amount: string | null, unlimited: boolean, unitLabel: string, text: string }
     }> };

export type WarningInFullFragment = { __typename: 'Warning', code: string, message: string, parameters: Array<{ __typename: 'Parameter', name: string, value:
      | { __typename: 'TextValue', text: string }
      | { __typename: 'NumberValue', text: string }
      | { __typename: 'BooleanValue', text: string }
      | { __typename: 'DayValue', day: string, text: string }
      | { __typename: 'MomentValue', text: string }
      | { __typename: 'EnumValue', text: string }
      | { __typename: 'EnumListValue', text: string }
      | { __typename: 'ReferenceValue', text: string }
      | { __typename: 'QuantityValue', amount: string | null, unlimited: boolean, unitLabel: string, text: string }
     }> };

export type IssueEntitlementMutationVariables = Exact<{
  input: Types.IssueEntitlementInput;
}>;


export type IssueEntitlementMutation = { __typename: 'Mutation', change: { __typename: 'IssueEntitlementPayload', entitlement: { __typename: 'Entitlement', id: string, number: string } | null, lines: Array<{ __typename: 'IssuedLine', index: number, lineItem: { __typename: 'LineItem', id: string, activationId: string } | null }>, effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

export type DeployEntitlementMutationVariables = Exact<{
  input: Types.DeployEntitlementInput;
}>;


export type DeployEntitlementMutation = { __typename: 'Mutation', change: { __typename: 'DeployEntitlementPayload', effects: Array<{ __typename: 'Effect', kind: Types.EffectKind, subjectId: string | null, label: string, field: string | null, before:
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

export type DraftEntitlementsQueryVariables = Exact<{
  filter?: Types.EntitlementFilterInput | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type DraftEntitlementsQuery = { __typename: 'Query', entitlements: { __typename: 'EntitlementConnection', pageInfo: { __typename: 'PageInfo', endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ __typename: 'Entitlement', id: string, number: string, createdAt: string, decision: Types.Decision | null, shipToEmail: string | null, account: { __typename: 'Account', id: string, name: string }, lineItems: { __typename: 'LineItemConnection', totalCount: number, nodes: Array<{ __typename: 'LineItem', id: string, product: { __typename: 'Product', id: string, name: string, version: string | null }, unit: { __typename: 'UnitOfMeasure', id: string, code: string, singular: string, plural: string, symbol: string | null, kind: Types.UnitKind, pool: Types.UnitPool, decimals: number }, quantity: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null }> } | null }> } | null };

export type MailOfEntitlementQueryVariables = Exact<{
  id: string;
}>;


export type MailOfEntitlementQuery = { __typename: 'Query', entitlement: { __typename: 'Entitlement', id: string, shipToEmail: string | null, lineItems: { __typename: 'LineItemConnection', totalCount: number, nodes: Array<{ __typename: 'LineItem', id: string, activationId: string, product: { __typename: 'Product', id: string, name: string, version: string | null } }> } | null } | null };

/** Query PartsToIssue. */
export const PartsToIssueDocument = trusted<PartsToIssueQuery, PartsToIssueQueryVariables>(
  'f32fcd64bddd3d544ee0a0f915f329a3ec5dafd3ac8a74d42acbcc70485f0220',
  "query PartsToIssue($code: String, $text: String) {\n  __typename\n  partNumbers(first: 8, filter: {codeStartsWith: $code, retired: false}) {\n    __typename\n    nodes {\n      __typename\n      ...PartToIssue\n    }\n  }\n  products(first: 4, filter: {text: $text}) {\n    __typename\n    nodes {\n      __typename\n      id\n      partNumbers {\n        __typename\n        ...PartToIssue\n      }\n    }\n  }\n}\n\nfragment PartToIssue on PartNumber {\n  __typename\n  id\n  code\n  description\n  retiredAt\n  term\n  termLength\n  termUnit\n  startRule\n  packSize\n  gaps\n  product {\n    __typename\n    id\n    name\n    version\n  }\n  unit {\n    __typename\n    ...Unit\n  }\n  listPrices {\n    __typename\n    id\n    startsOn\n    endsOn\n    price {\n      __typename\n      amount\n      currency\n    }\n  }\n}\n\nfragment Unit on UnitOfMeasure {\n  __typename\n  id\n  code\n  singular\n  plural\n  symbol\n  kind\n  pool\n  decimals\n}",
)

/** Query CustomersToIssue. */
export const CustomersToIssueDocument = trusted<CustomersToIssueQuery, CustomersToIssueQueryVariables>(
  '23bebd1bdbb5a114956a1d502c851fbfa6967515e66f0562218c6aa63db5fe90',
  "query CustomersToIssue($text: String!) {\n  __typename\n  accounts(first: 8, filter: {text: $text, retired: false}) {\n    __typename\n    nodes {\n      __typename\n      id\n      name\n    }\n  }\n}",
)

/** Query PartnersToIssue. */
export const PartnersToIssueDocument = trusted<PartnersToIssueQuery, PartnersToIssueQueryVariables>(
  '596ddd01eaaf137bed5336dcd6c213812a6dd7e98a42244dda4c114411166f69',
  "query PartnersToIssue($text: String) {\n  __typename\n  accounts(\n    first: 8\n    filter: {text: $text, kind: [CHANNEL_PARTNER], retired: false}\n  ) {\n    __typename\n    nodes {\n      __typename\n      id\n      name\n    }\n  }\n}",
)

/** Query CustomerToIssue. */
export const CustomerToIssueDocument = trusted<CustomerToIssueQuery, CustomerToIssueQueryVariables>(
  '143e03b5cec6bddf9c7fc4e803230750c850790e85cb36990ae7b5ab73edd625',
  "query CustomerToIssue($account: ID!) {\n  __typename\n  account(id: $account) {\n    __typename\n    id\n    name\n  }\n}",
)

/** Mutation IssueEntitlement. */
export const IssueEntitlementDocument = trusted<IssueEntitlementMutation, IssueEntitlementMutationVariables>(
  'fecb29fd0b89a753c8368066b8eee8bd8ffdc3e19dfecfce88302ff3c9fa5757',
  "mutation IssueEntitlement($input: IssueEntitlementInput!) {\n  __typename\n  change: issueEntitlement(input: $input) {\n    __typename\n    entitlement {\n      __typename\n      id\n      number\n    }\n    lines {\n      __typename\n      index\n      lineItem {\n        __typename\n        id\n        activationId\n      }\n    }\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...WarningInFull\n    }\n    errors {\n      __typename\n      ...RefusalInFull\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n}\n\nfragment RefusalInFull on UserError {\n  __typename\n  ...ChangeError\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}\n\nfragment WarningInFull on Warning {\n  __typename\n  ...ChangeWarning\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}",
)

/** Mutation DeployEntitlement. */
export const DeployEntitlementDocument = trusted<DeployEntitlementMutation, DeployEntitlementMutationVariables>(
  '1f89eb61cc70459379172a8c514d93c505ca6f911a9ede65a69084a73cd23384',
  "mutation DeployEntitlement($input: DeployEntitlementInput!) {\n  __typename\n  change: deployEntitlement(input: $input) {\n    __typename\n    effects {\n      __typename\n      ...ChangeEffect\n    }\n    warnings {\n      __typename\n      ...WarningInFull\n    }\n    errors {\n      __typename\n      ...RefusalInFull\n    }\n    auditEntry {\n      __typename\n      ...ChangeRecord\n    }\n  }\n}\n\nfragment ChangeEffect on Effect {\n  __typename\n  kind\n  subjectId\n  label\n  field\n  before {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n  after {\n    __typename\n    text\n    ... on BooleanValue {\n      __typename\n      isTrue\n    }\n    ... on DayValue {\n      __typename\n      day\n    }\n    ... on EnumValue {\n      __typename\n      enum\n      value\n    }\n    ... on EnumListValue {\n      __typename\n      enum\n      values\n    }\n    ... on MomentValue {\n      __typename\n      moment\n    }\n    ... on NumberValue {\n      __typename\n      number\n    }\n    ... on QuantityValue {\n      __typename\n      amount\n      unlimited\n      unitLabel\n    }\n    ... on ReferenceValue {\n      __typename\n      subjectId\n      label\n    }\n  }\n}\n\nfragment ChangeError on UserError {\n  __typename\n  code\n  message\n  field\n  remedy\n}\n\nfragment ChangeRecord on AuditEntry {\n  __typename\n  id\n  account {\n    __typename\n    id\n  }\n}\n\nfragment ChangeWarning on Warning {\n  __typename\n  code\n  message\n}\n\nfragment RefusalInFull on UserError {\n  __typename\n  ...ChangeError\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on MomentValue {\n        __typename\n        moment\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}\n\nfragment WarningInFull on Warning {\n  __typename\n  ...ChangeWarning\n  parameters {\n    __typename\n    name\n    value {\n      __typename\n      text\n      ... on DayValue {\n        __typename\n        day\n      }\n      ... on QuantityValue {\n        __typename\n        amount\n        unlimited\n        unitLabel\n      }\n    }\n  }\n}",
)

/** Query DraftEntitlements. */
export const DraftEntitlementsDocument = trusted<DraftEntitlementsQuery, DraftEntitlementsQueryVariables>(
  '9ffb6aedc6f6b00f3e3582f9347c84f678848bfbba929089768ffdb6fb39ce0d',
  "query DraftEntitlements($filter: EntitlementFilterInput, $first: Int!, $after: String) {\n  __typename\n  entitlements(first: $first, after: $after, filter: $filter) {\n    __typename\n    pageInfo {\n      __typename\n      endCursor\n      hasNextPage\n    }\n    nodes {\n      __typename\n      id\n      number\n      createdAt\n      decision\n      shipToEmail\n      account {\n        __typename\n        id\n        name\n      }\n      lineItems(first: 3) {\n        __typename\n        totalCount\n        nodes {\n          __typename\n          id\n          product {\n            __typename\n            id\n            name\n            version\n          }\n          unit {\n            __typename\n            ...Unit\n          }\n          quantity {\n            __typename\n            ...Amount\n          }\n        }\n      }\n    }\n  }\n}\n\nfragment Amount on Quantity {\n  __typename\n  amount\n  unlimited\n}\n\nfragment Unit on UnitOfMeasure {\n  __typename\n  id\n  code\n  singular\n  plural\n  symbol\n  kind\n  pool\n  decimals\n}",
)

/** Query MailOfEntitlement. */
export const MailOfEntitlementDocument = trusted<MailOfEntitlementQuery, MailOfEntitlementQueryVariables>(
  '6109d77623267be2e262f193001204dad18d8c3e63abfb5c20cff748006ef817',
  "query MailOfEntitlement($id: ID!) {\n  __typename\n  entitlement(id: $id) {\n    __typename\n    id\n    shipToEmail\n    lineItems(first: 100) {\n      __typename\n      totalCount\n      nodes {\n        __typename\n        id\n        activationId\n        product {\n          __typename\n          id\n          name\n          version\n        }\n      }\n    }\n  }\n}",
)

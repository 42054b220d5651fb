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
  '18ed33176a4e073707f18536e656d87cfdd95ac62641d12c2628b92d46504506',
  "query PartsToIssue($code: String, $text: String) {\n__typename\npartNumbers(first: 8, filter: {codeStartsWith: $code, retired: false}) {\n__typename\nnodes {\n__typename\n...PartToIssue\n}\n}\nproducts(first: 4, filter: {text: $text}) {\n__typename\nnodes {\n__typename\nid\npartNumbers {\n__typename\n...PartToIssue\n}\n}\n}\n}\n\nfragment PartToIssue on PartNumber {\n__typename\nid\ncode\ndescription\nretiredAt\nterm\ntermLength\ntermUnit\nstartRule\npackSize\ngaps\nproduct {\n__typename\nid\nname\nversion\n}\nunit {\n__typename\n...Unit\n}\nlistPrices {\n__typename\nid\nstartsOn\nendsOn\nprice {\n__typename\namount\ncurrency\n}\n}\n}\n\nfragment Unit on UnitOfMeasure {\n__typename\nid\ncode\nsingular\nplural\nsymbol\nkind\npool\ndecimals\n}",
)

/** Query CustomersToIssue. */
export const CustomersToIssueDocument = trusted<CustomersToIssueQuery, CustomersToIssueQueryVariables>(
  'adfe0f4a325ddc6ed3486ba90983774119688395744fdbf7166c3831244fd96e',
  "query CustomersToIssue($text: String!) {\n__typename\naccounts(first: 8, filter: {text: $text, retired: false}) {\n__typename\nnodes {\n__typename\nid\nname\n}\n}\n}",
)

/** Query PartnersToIssue. */
export const PartnersToIssueDocument = trusted<PartnersToIssueQuery, PartnersToIssueQueryVariables>(
  '5a3d0a9ea5e19cac34b6d60e326a2500f3d601011f40d3088637b7a451a5a4be',
  "query PartnersToIssue($text: String) {\n__typename\naccounts(\nfirst: 8\nfilter: {text: $text, kind: [CHANNEL_PARTNER], retired: false}\n) {\n__typename\nnodes {\n__typename\nid\nname\n}\n}\n}",
)

/** Query CustomerToIssue. */
export const CustomerToIssueDocument = trusted<CustomerToIssueQuery, CustomerToIssueQueryVariables>(
  'f5f1f1a65b09b4637a1d85cd75384890d6ececaae853bf8145857a5891106714',
  "query CustomerToIssue($account: ID!) {\n__typename\naccount(id: $account) {\n__typename\nid\nname\n}\n}",
)

/** Mutation IssueEntitlement. */
export const IssueEntitlementDocument = trusted<IssueEntitlementMutation, IssueEntitlementMutationVariables>(
  'e7feef999322e1293f1b44adf0aa6f1d727c35b05a0f95783cd73c9346275512',
  "mutation IssueEntitlement($input: IssueEntitlementInput!) {\n__typename\nchange: issueEntitlement(input: $input) {\n__typename\nentitlement {\n__typename\nid\nnumber\n}\nlines {\n__typename\nindex\nlineItem {\n__typename\nid\nactivationId\n}\n}\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...WarningInFull\n}\nerrors {\n__typename\n...RefusalInFull\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment RefusalInFull on UserError {\n__typename\n...ChangeError\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}\n\nfragment WarningInFull on Warning {\n__typename\n...ChangeWarning\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}",
)

/** Mutation DeployEntitlement. */
export const DeployEntitlementDocument = trusted<DeployEntitlementMutation, DeployEntitlementMutationVariables>(
  '5e367054623518f69cbff642287212230a00ca8811507fbecae09aa6c4440cb1',
  "mutation DeployEntitlement($input: DeployEntitlementInput!) {\n__typename\nchange: deployEntitlement(input: $input) {\n__typename\neffects {\n__typename\n...ChangeEffect\n}\nwarnings {\n__typename\n...WarningInFull\n}\nerrors {\n__typename\n...RefusalInFull\n}\nauditEntry {\n__typename\n...ChangeRecord\n}\n}\n}\n\nfragment ChangeEffect on Effect {\n__typename\nkind\nsubjectId\nlabel\nfield\nbefore {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\nafter {\n__typename\ntext\n... on BooleanValue {\n__typename\nisTrue\n}\n... on DayValue {\n__typename\nday\n}\n... on EnumValue {\n__typename\nenum\nvalue\n}\n... on EnumListValue {\n__typename\nenum\nvalues\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on NumberValue {\n__typename\nnumber\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n... on ReferenceValue {\n__typename\nsubjectId\nlabel\n}\n}\n}\n\nfragment ChangeError on UserError {\n__typename\ncode\nmessage\nfield\nremedy\n}\n\nfragment ChangeRecord on AuditEntry {\n__typename\nid\naccount {\n__typename\nid\n}\n}\n\nfragment ChangeWarning on Warning {\n__typename\ncode\nmessage\n}\n\nfragment RefusalInFull on UserError {\n__typename\n...ChangeError\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on MomentValue {\n__typename\nmoment\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}\n\nfragment WarningInFull on Warning {\n__typename\n...ChangeWarning\nparameters {\n__typename\nname\nvalue {\n__typename\ntext\n... on DayValue {\n__typename\nday\n}\n... on QuantityValue {\n__typename\namount\nunlimited\nunitLabel\n}\n}\n}\n}",
)

/** Query DraftEntitlements. */
export const DraftEntitlementsDocument = trusted<DraftEntitlementsQuery, DraftEntitlementsQueryVariables>(
  'de4a98c19ac4ce7150ca8a2fed94f22985d13d2937866231eea3bbc17555043e',
  "query DraftEntitlements($filter: EntitlementFilterInput, $first: Int!, $after: String) {\n__typename\nentitlements(first: $first, after: $after, filter: $filter) {\n__typename\npageInfo {\n__typename\nendCursor\nhasNextPage\n}\nnodes {\n__typename\nid\nnumber\ncreatedAt\ndecision\nshipToEmail\naccount {\n__typename\nid\nname\n}\nlineItems(first: 3) {\n__typename\ntotalCount\nnodes {\n__typename\nid\nproduct {\n__typename\nid\nname\nversion\n}\nunit {\n__typename\n...Unit\n}\nquantity {\n__typename\n...Amount\n}\n}\n}\n}\n}\n}\n\nfragment Amount on Quantity {\n__typename\namount\nunlimited\n}\n\nfragment Unit on UnitOfMeasure {\n__typename\nid\ncode\nsingular\nplural\nsymbol\nkind\npool\ndecimals\n}",
)

/** Query MailOfEntitlement. */
export const MailOfEntitlementDocument = trusted<MailOfEntitlementQuery, MailOfEntitlementQueryVariables>(
  '3b1f1f56197af40905bcc8223da6f856b491b351f86914c0d7a690c47a7361f9',
  "query MailOfEntitlement($id: ID!) {\n__typename\nentitlement(id: $id) {\n__typename\nid\nshipToEmail\nlineItems(first: 100) {\n__typename\ntotalCount\nnodes {\n__typename\nid\nactivationId\nproduct {\n__typename\nid\nname\nversion\n}\n}\n}\n}\n}",
)

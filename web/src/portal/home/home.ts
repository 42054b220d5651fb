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

export type AttentionQueryVariables = Exact<{
  over: Types.LineItemFilterInput;
  ended: Types.LineItemFilterInput;
  ending: Types.LineItemFilterInput;
  renewing: Types.LineItemFilterInput;
  endingHeld: Types.LineItemFilterInput;
  coverage: Types.CoverageFilterInput;
  covered: Types.LineItemFilterInput;
  waiting: Types.LineItemFilterInput;
  grace: Types.LineItemFilterInput;
  on?: string | null | undefined;
}>;


export type AttentionQuery = { __typename: 'Query', over: { __typename: 'LineItemConnection', totalCount: number, nodes: Array<{ __typename: 'LineItem', id: string, activationId: string, endsOn: string | null, periodInForce: { __typename: 'Period', id: string, term: Types.Term } | null, product: { __typename: 'Product', id: string, name: string, version: string | null }, unit: { __typename: 'UnitOfMeasure', id: string, code: string, singular: string, plural: string, symbol: string | null, kind: Types.UnitKind, pool: Types.UnitPool, decimals: number }, quantity: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, granted: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, used: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, evergreen: { __typename: 'EvergreenTerm', endsOn: string, cancelUntil: string, cancelled: boolean } | null }> } | null, ended: { __typename: 'LineItemConnection', totalCount: number, nodes: Array<{ __typename: 'LineItem', id: string, activationId: string, endsOn: string | null, periodInForce: { __typename: 'Period', id: string, term: Types.Term } | null, product: { __typename: 'Product', id: string, name: string, version: string | null }, unit: { __typename: 'UnitOfMeasure', id: string, code: string, singular: string, plural: string, symbol: string | null, kind: Types.UnitKind, pool: Types.UnitPool, decimals: number }, quantity: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, granted: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, used: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, evergreen: { __typename: 'EvergreenTerm', endsOn: string, cancelUntil: string, cancelled: boolean } | null }> } | null, ending: { __typename: 'LineItemConnection', totalCount: number, nodes: Array<{ __typename: 'LineItem', id: string, activationId: string, endsOn: string | null, periodInForce: { __typename: 'Period', id: string, term: Types.Term } | null, product: { __typename: 'Product', id: string, name: string, version: string | null }, unit: { __typename: 'UnitOfMeasure', id: string, code: string, singular: string, plural: string, symbol: string | null, kind: Types.UnitKind, pool: Types.UnitPool, decimals: number }, quantity: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, granted: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, used: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, evergreen: { __typename: 'EvergreenTerm', endsOn: string, cancelUntil: string, cancelled: boolean } | null }> } | null, renewing: { __typename: 'LineItemConnection', totalCount: number, nodes: Array<{ __typename: 'LineItem', id: string, activationId: string, endsOn: string | null, periodInForce: { __typename: 'Period', id: string, term: Types.Term } | null, product: { __typename: 'Product', id: string, name: string, version: string | null }, unit: { __typename: 'UnitOfMeasure', id: string, code: string, singular: string, plural: string, symbol: string | null, kind: Types.UnitKind, pool: Types.UnitPool, decimals: number }, quantity: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, granted: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, used: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, evergreen: { __typename: 'EvergreenTerm', endsOn: string, cancelUntil: string, cancelled: boolean } | null }> } | null, endingHeld: { __typename: 'LineItemConnection', totalCount: number } | null, coverages: { __typename: 'CoverageConnection', totalCount: number, nodes: Array<{ __typename: 'Coverage', id: string, kind: Types.CoverageKind, endsOn: string | null, productLine: { __typename: 'ProductLine', id: string, name: string }, items: { __typename: 'CoverageItemConnection', totalCount: number, nodes: Array<{ __typename: 'CoverageItem', id: string, quantity: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, lineItem: { __typename: 'LineItem', id: string, endsOn: string | null, perpetual: boolean, maintainedUntil: string | null, maintainedForever: boolean | null, supportedUntil: string | null, supportedForever: boolean | null, subscribedUntil: string | null, subscribedForever: boolean | null, product: { __typename: 'Product', id: string, name: string, version: string | null }, unit: { __typename: 'UnitOfMeasure', id: string, code: string, singular: string, plural: string, symbol: string | null, kind: Types.UnitKind, pool: Types.UnitPool, decimals: number }, evergreen: { __typename: 'EvergreenTerm', endsOn: string, cancelUntil: string, cancelled: boolean } | null, periodInForce: { __typename: 'Period', id: string, partNumber: { __typename: 'PartNumber', id: string, coverageKind: Types.CoverageKind | null } | null } | null } }> } | null }> } | null, covered: { __typename: 'LineItemConnection', totalCount: number } | null, grace: { __typename: 'LineItemConnection', totalCount: number, nodes: Array<{ __typename: 'LineItem', id: string, activationId: string, endsOn: string | null, periodInForce: { __typename: 'Period', id: string, term: Types.Term } | null, product: { __typename: 'Product', id: string, name: string, version: string | null }, unit: { __typename: 'UnitOfMeasure', id: string, code: string, singular: string, plural: string, symbol: string | null, kind: Types.UnitKind, pool: Types.UnitPool, decimals: number }, quantity: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, granted: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, used: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, decisions: Array<{ __typename: 'DecisionRecord', id: string, kind: Types.Decision, startsOn: string | null, endsOn: string | null }>, periodCount: { __typename: 'PeriodConnection', nodes: Array<{ __typename: 'Period', id: string, term: Types.Term, startsOn: string | null, endsOn: string | null, graceDays: number, decisions: Array<{ __typename: 'DecisionRecord', id: string, kind: Types.Decision, startsOn: string | null, perpetual: boolean, liftedAt: string | null }> }> } | null, evergreen: { __typename: 'EvergreenTerm', endsOn: string, cancelUntil: string, cancelled: boolean } | null }> } | null, waiting: { __typename: 'LineItemConnection', totalCount: number, nodes: Array<{ __typename: 'LineItem', id: string, activationId: string, endsOn: string | null, periodInForce: { __typename: 'Period', id: string, term: Types.Term } | null, product: { __typename: 'Product', id: string, name: string, version: string | null }, unit: { __typename: 'UnitOfMeasure', id: string, code: string, singular: string, plural: string, symbol: string | null, kind: Types.UnitKind, pool: Types.UnitPool, decimals: number }, quantity: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, granted: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, used: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, evergreen: { __typename: 'EvergreenTerm', endsOn: string, cancelUntil: string, cancelled: boolean } | null }> } | null };

export type AttentionLineFragment = { __typename: 'LineItem', id: string, activationId: string, endsOn: string | null, periodInForce: { __typename: 'Period', id: string, term: Types.Term } | null, product: { __typename: 'Product', id: string, name: string, version: string | null }, unit: { __typename: 'UnitOfMeasure', id: string, code: string, singular: string, plural: string, symbol: string | null, kind: Types.UnitKind, pool: Types.UnitPool, decimals: number }, quantity: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, granted: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, used: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, evergreen: { __typename: 'EvergreenTerm', endsOn: string, cancelUntil: string, cancelled: boolean } | null };

export type OwnedQueryVariables = Exact<{
  account: string;
  on?: string | null | undefined;
}>;


export type OwnedQuery = { __typename: 'Query', account: { __typename: 'Account', id: string, positions: Array<{ __typename: 'Position', lineItemCount: number, endingWithin90Days: number, productLine: { __typename: 'ProductLine', id: string, name: string } | null, unit: { __typename: 'UnitOfMeasure', id: string, code: string, singular: string, plural: string, symbol: string | null, kind: Types.UnitKind, pool: Types.UnitPool, decimals: number }, granted: { __typename: 'Quantity', amount: string | null, unlimited: boolean }, used: { __typename: 'Quantity', amount: string | null, unlimited: boolean } }> | null } | null };

export type WaitingRequestsQueryVariables = Exact<{
  account: string;
}>;


export type WaitingRequestsQuery = { __typename: 'Query', account: { __typename: 'Account', id: string, waiting: { __typename: 'AccessRequestConnection', totalCount: number, nodes: Array<{ __typename: 'AccessRequest', id: string, note: string | null, createdAt: string, user: { __typename: 'User', id: string, displayName: string | null, userName: string } }> } | null } | null };

export type LeftBehindQueryVariables = Exact<{
  account: string;
}>;


export type LeftBehindQuery = { __typename: 'Query', accessReview: { __typename: 'AccessReview', entries: Array<{ __typename: 'AccessReviewEntry', leaver: Array<Types.LeaverReason> }> } | null };

export type LastChangesQueryVariables = Exact<{
  account: string;
  filter?: Types.AuditFilterInput | null | undefined;
}>;


export type LastChangesQuery = { __typename: 'Query', account: { __typename: 'Account', id: string, auditEntries: { __typename: 'AuditEntryConnection', nodes: Array<{ __typename: 'AuditEntry', id: string, recordedAt: string, action: string, label: string | null, subjectId: string | null, reason: string | null, requestId: string | null, byProducer: boolean, erased: boolean, onBehalfOf: { __typename: 'Account', id: string, name: string } | null, actor: { __typename: 'Actor', name: string, kind: Types.ActorKind, user: { __typename: 'User', id: string, displayName: string | null } | null }, changes: Array<{ __typename: 'AuditChange', field: string, after:
            | { __typename: 'TextValue', text: string }
            | { __typename: 'NumberValue', text: string }
            | { __typename: 'BooleanValue', text: string }
            | { __typename: 'DayValue', text: string }
            | { __typename: 'MomentValue', text: string }
            | { __typename: 'EnumValue', enum: string, value: string, text: string }
            | { __typename: 'EnumListValue', text: string }
            | { __typename: 'ReferenceValue', text: string }
            | { __typename: 'QuantityValue', text: string }
           | null }> }> } | null } | null };

/** Query Attention. */
export const AttentionDocument = trusted<AttentionQuery, AttentionQueryVariables>(
  '2f92bf584652cad4ab76b214402da26512091ba5b3b2114a5aa39bb416f01542',
  "query Attention($over: LineItemFilterInput!, $ended: LineItemFilterInput!, $ending: LineItemFilterInput!, $renewing: LineItemFilterInput!, $endingHeld: LineItemFilterInput!, $coverage: CoverageFilterInput!, $covered: LineItemFilterInput!, $waiting: LineItemFilterInput!, $grace: LineItemFilterInput!, $on: Date) {\n__typename\nover: lineItems(first: 3, filter: $over) {\n__typename\ntotalCount\nnodes {\n__typename\n...AttentionLine\n}\n}\nended: lineItems(first: 3, filter: $ended) {\n__typename\ntotalCount\nnodes {\n__typename\n...AttentionLine\n}\n}\nending: lineItems(first: 3, filter: $ending, orderBy: ENDS_ON) {\n__typename\ntotalCount\nnodes {\n__typename\n...AttentionLine\n}\n}\nrenewing: lineItems(first: 3, filter: $renewing, orderBy: ENDS_ON) {\n__typename\ntotalCount\nnodes {\n__typename\n...AttentionLine\n}\n}\nendingHeld: lineItems(filter: $endingHeld) {\n__typename\ntotalCount\n}\ncoverages(first: 50, filter: $coverage, orderBy: ENDS_ON) {\n__typename\ntotalCount\nnodes {\n__typename\nid\nkind\nendsOn\nproductLine {\n__typename\nid\nname\n}\nitems(first: 3) {\n__typename\ntotalCount\nnodes {\n__typename\nid\nquantity {\n__typename\n...Amount\n}\nlineItem {\n__typename\nid\nendsOn\nperpetual\n...Evergreen\n...SoldAlong\nmaintainedUntil: coveredUntil(kind: MAINTENANCE, on: $on)\nmaintainedForever: isCoveredForever(kind: MAINTENANCE, on: $on)\nsupportedUntil: coveredUntil(kind: SUPPORT, on: $on)\nsupportedForever: isCoveredForever(kind: SUPPORT, on: $on)\nsubscribedUntil: coveredUntil(kind: SUBSCRIPTION, on: $on)\nsubscribedForever: isCoveredForever(kind: SUBSCRIPTION, on: $on)\nproduct {\n__typename\nid\nname\nversion\n}\nunit {\n__typename\n...Unit\n}\n}\n}\n}\n}\n}\ncovered: lineItems(filter: $covered) {\n__typename\ntotalCount\n}\ngrace: lineItems(first: 3, filter: $grace, orderBy: ENDS_ON) {\n__typename\ntotalCount\nnodes {\n__typename\n...AttentionLine\n...Grace\n}\n}\nwaiting: lineItems(first: 1, filter: $waiting) {\n__typename\ntotalCount\nnodes {\n__typename\n...AttentionLine\n}\n}\n}\n\nfragment Amount on Quantity {\n__typename\namount\nunlimited\n}\n\nfragment AttentionLine on LineItem {\n__typename\nid\nactivationId\nendsOn\n...Evergreen\nperiodInForce(on: $on) {\n__typename\nid\nterm\n}\nproduct {\n__typename\nid\nname\nversion\n}\nunit {\n__typename\n...Unit\n}\nquantity(on: $on) {\n__typename\n...Amount\n}\ngranted(on: $on) {\n__typename\n...Amount\n}\nused(on: $on) {\n__typename\n...Amount\n}\n}\n\nfragment Evergreen on LineItem {\n__typename\nevergreen(on: $on) {\n__typename\nendsOn\ncancelUntil\ncancelled\n}\n}\n\nfragment Grace on LineItem {\n__typename\nid\ndecisions {\n__typename\nid\nkind\nstartsOn\nendsOn\n}\nperiodCount: periods(first: 100) {\n__typename\nnodes {\n__typename\nid\nterm\nstartsOn\nendsOn\ngraceDays\ndecisions {\n__typename\nid\nkind\nstartsOn\nperpetual\nliftedAt\n}\n}\n}\n}\n\nfragment SoldAlong on LineItem {\n__typename\nperiodInForce(on: $on) {\n__typename\nid\npartNumber {\n__typename\nid\ncoverageKind\n}\n}\n}\n\nfragment Unit on UnitOfMeasure {\n__typename\nid\ncode\nsingular\nplural\nsymbol\nkind\npool\ndecimals\n}",
)

/** Query Owned. */
export const OwnedDocument = trusted<OwnedQuery, OwnedQueryVariables>(
  '3d24f23f9bffb0a344726a45b64ba6b580fef4f9daa65d06d7660f04f61c4992',
  "query Owned($account: ID!, $on: Date) {\n__typename\naccount(id: $account) {\n__typename\nid\npositions(by: PRODUCT_LINE, on: $on, includeSubAccounts: true) {\n__typename\nproductLine {\n__typename\nid\nname\n}\nunit {\n__typename\n...Unit\n}\ngranted {\n__typename\n...Amount\n}\nused {\n__typename\n...Amount\n}\nlineItemCount\nendingWithin90Days\n}\n}\n}\n\nfragment Amount on Quantity {\n__typename\namount\nunlimited\n}\n\nfragment Unit on UnitOfMeasure {\n__typename\nid\ncode\nsingular\nplural\nsymbol\nkind\npool\ndecimals\n}",
)

/** Query WaitingRequests. */
export const WaitingRequestsDocument = trusted<WaitingRequestsQuery, WaitingRequestsQueryVariables>(
  '94db4f58b36ecc7ec0fcfa66d7840f4689072ea4bc27dcdfa19c264631dcd224',
  "query WaitingRequests($account: ID!) {\n__typename\naccount(id: $account) {\n__typename\nid\nwaiting: accessRequests(first: 3, filter: {state: [OPEN]}) {\n__typename\ntotalCount\nnodes {\n__typename\nid\nnote\ncreatedAt\nuser {\n__typename\nid\ndisplayName\nuserName\n}\n}\n}\n}\n}",
)

/** Query LeftBehind. */
export const LeftBehindDocument = trusted<LeftBehindQuery, LeftBehindQueryVariables>(
  '4f4a0e39be735503690c152fbc2ed4be18c35232152eb5b96749242e1870ba35',
  "query LeftBehind($account: ID!) {\n__typename\naccessReview(account: $account) {\n__typename\nentries {\n__typename\nleaver\n}\n}\n}",
)

/** Query LastChanges. */
export const LastChangesDocument = trusted<LastChangesQuery, LastChangesQueryVariables>(
  '664b7b07bd9efa95efd284868963186401c6f15007a8706a126917154207f5e1',
  "query LastChanges($account: ID!, $filter: AuditFilterInput) {\n__typename\naccount(id: $account) {\n__typename\nid\nauditEntries(first: 40, filter: $filter) {\n__typename\nnodes {\n__typename\n...Record\n}\n}\n}\n}\n\nfragment Record on AuditEntry {\n__typename\nid\nrecordedAt\naction\nlabel\nsubjectId\nreason\nrequestId\nbyProducer\nerased\nonBehalfOf {\n__typename\nid\nname\n}\nactor {\n__typename\nname\nkind\nuser {\n__typename\nid\ndisplayName\n}\n}\nchanges {\n__typename\nfield\nafter {\n__typename\ntext\n... on EnumValue {\n__typename\nenum\nvalue\n}\n}\n}\n}",
)

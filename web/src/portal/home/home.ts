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
  '9c881323d4d4ceeee8dad70050d1be1ad5793123cf95e086a29671e73fb8052c',
  "query Attention($over: LineItemFilterInput!, $ended: LineItemFilterInput!, $ending: LineItemFilterInput!, $renewing: LineItemFilterInput!, $endingHeld: LineItemFilterInput!, $coverage: CoverageFilterInput!, $covered: LineItemFilterInput!, $waiting: LineItemFilterInput!, $grace: LineItemFilterInput!, $on: Date) {\n  __typename\n  over: lineItems(first: 3, filter: $over) {\n    __typename\n    totalCount\n    nodes {\n      __typename\n      ...AttentionLine\n    }\n  }\n  ended: lineItems(first: 3, filter: $ended) {\n    __typename\n    totalCount\n    nodes {\n      __typename\n      ...AttentionLine\n    }\n  }\n  ending: lineItems(first: 3, filter: $ending, orderBy: ENDS_ON) {\n    __typename\n    totalCount\n    nodes {\n      __typename\n      ...AttentionLine\n    }\n  }\n  renewing: lineItems(first: 3, filter: $renewing, orderBy: ENDS_ON) {\n    __typename\n    totalCount\n    nodes {\n      __typename\n      ...AttentionLine\n    }\n  }\n  endingHeld: lineItems(filter: $endingHeld) {\n    __typename\n    totalCount\n  }\n  coverages(first: 50, filter: $coverage, orderBy: ENDS_ON) {\n    __typename\n    totalCount\n    nodes {\n      __typename\n      id\n      kind\n      endsOn\n      productLine {\n        __typename\n        id\n        name\n      }\n      items(first: 3) {\n        __typename\n        totalCount\n        nodes {\n          __typename\n          id\n          quantity {\n            __typename\n            ...Amount\n          }\n          lineItem {\n            __typename\n            id\n            endsOn\n            perpetual\n            ...Evergreen\n            ...SoldAlong\n            maintainedUntil: coveredUntil(kind: MAINTENANCE, on: $on)\n            maintainedForever: isCoveredForever(kind: MAINTENANCE, on: $on)\n            supportedUntil: coveredUntil(kind: SUPPORT, on: $on)\n            supportedForever: isCoveredForever(kind: SUPPORT, on: $on)\n            subscribedUntil: coveredUntil(kind: SUBSCRIPTION, on: $on)\n            subscribedForever: isCoveredForever(kind: SUBSCRIPTION, on: $on)\n            product {\n              __typename\n              id\n              name\n              version\n            }\n            unit {\n              __typename\n              ...Unit\n            }\n          }\n        }\n      }\n    }\n  }\n  covered: lineItems(filter: $covered) {\n    __typename\n    totalCount\n  }\n  grace: lineItems(first: 3, filter: $grace, orderBy: ENDS_ON) {\n    __typename\n    totalCount\n    nodes {\n      __typename\n      ...AttentionLine\n      ...Grace\n    }\n  }\n  waiting: lineItems(first: 1, filter: $waiting) {\n    __typename\n    totalCount\n    nodes {\n      __typename\n      ...AttentionLine\n    }\n  }\n}\n\nfragment Amount on Quantity {\n  __typename\n  amount\n  unlimited\n}\n\nfragment AttentionLine on LineItem {\n  __typename\n  id\n  activationId\n  endsOn\n  ...Evergreen\n  periodInForce(on: $on) {\n    __typename\n    id\n    term\n  }\n  product {\n    __typename\n    id\n    name\n    version\n  }\n  unit {\n    __typename\n    ...Unit\n  }\n  quantity(on: $on) {\n    __typename\n    ...Amount\n  }\n  granted(on: $on) {\n    __typename\n    ...Amount\n  }\n  used(on: $on) {\n    __typename\n    ...Amount\n  }\n}\n\nfragment Evergreen on LineItem {\n  __typename\n  evergreen(on: $on) {\n    __typename\n    endsOn\n    cancelUntil\n    cancelled\n  }\n}\n\nfragment Grace on LineItem {\n  __typename\n  id\n  decisions {\n    __typename\n    id\n    kind\n    startsOn\n    endsOn\n  }\n  periodCount: periods(first: 100) {\n    __typename\n    nodes {\n      __typename\n      id\n      term\n      startsOn\n      endsOn\n      graceDays\n      decisions {\n        __typename\n        id\n        kind\n        startsOn\n        perpetual\n        liftedAt\n      }\n    }\n  }\n}\n\nfragment SoldAlong on LineItem {\n  __typename\n  periodInForce(on: $on) {\n    __typename\n    id\n    partNumber {\n      __typename\n      id\n      coverageKind\n    }\n  }\n}\n\nfragment Unit on UnitOfMeasure {\n  __typename\n  id\n  code\n  singular\n  plural\n  symbol\n  kind\n  pool\n  decimals\n}",
)

/** Query Owned. */
export const OwnedDocument = trusted<OwnedQuery, OwnedQueryVariables>(
  '2c7e639cc39255e89f81ce8145b1b5012c54db281780cb5d06bfba5a409d1f51',
  "query Owned($account: ID!, $on: Date) {\n  __typename\n  account(id: $account) {\n    __typename\n    id\n    positions(by: PRODUCT_LINE, on: $on, includeSubAccounts: true) {\n      __typename\n      productLine {\n        __typename\n        id\n        name\n      }\n      unit {\n        __typename\n        ...Unit\n      }\n      granted {\n        __typename\n        ...Amount\n      }\n      used {\n        __typename\n        ...Amount\n      }\n      lineItemCount\n      endingWithin90Days\n    }\n  }\n}\n\nfragment Amount on Quantity {\n  __typename\n  amount\n  unlimited\n}\n\nfragment Unit on UnitOfMeasure {\n  __typename\n  id\n  code\n  singular\n  plural\n  symbol\n  kind\n  pool\n  decimals\n}",
)

/** Query WaitingRequests. */
export const WaitingRequestsDocument = trusted<WaitingRequestsQuery, WaitingRequestsQueryVariables>(
  'c8cc5194a5b8beaa962a43eb4e201920b5fd70b707c47708b02d5adf32b15f2f',
  "query WaitingRequests($account: ID!) {\n  __typename\n  account(id: $account) {\n    __typename\n    id\n    waiting: accessRequests(first: 3, filter: {state: [OPEN]}) {\n      __typename\n      totalCount\n      nodes {\n        __typename\n        id\n        note\n        createdAt\n        user {\n          __typename\n          id\n          displayName\n          userName\n        }\n      }\n    }\n  }\n}",
)

/** Query LeftBehind. */
export const LeftBehindDocument = trusted<LeftBehindQuery, LeftBehindQueryVariables>(
  '86764f3f1c444b7125262441cf930275894a9ba9a174c32446dde5519b190b32',
  "query LeftBehind($account: ID!) {\n  __typename\n  accessReview(account: $account) {\n    __typename\n    entries {\n      __typename\n      leaver\n    }\n  }\n}",
)

/** Query LastChanges. */
export const LastChangesDocument = trusted<LastChangesQuery, LastChangesQueryVariables>(
  'a3cb8d30eb7f709f40b1b5b8344499bc21f8ef1b57ad32947bf58fa86f4c8bba',
  "query LastChanges($account: ID!, $filter: AuditFilterInput) {\n  __typename\n  account(id: $account) {\n    __typename\n    id\n    auditEntries(first: 40, filter: $filter) {\n      __typename\n      nodes {\n        __typename\n        ...Record\n      }\n    }\n  }\n}\n\nfragment Record on AuditEntry {\n  __typename\n  id\n  recordedAt\n  action\n  label\n  subjectId\n  reason\n  requestId\n  byProducer\n  erased\n  onBehalfOf {\n    __typename\n    id\n    name\n  }\n  actor {\n    __typename\n    name\n    kind\n    user {\n      __typename\n      id\n      displayName\n    }\n  }\n  changes {\n    __typename\n    field\n    after {\n      __typename\n      text\n      ... on EnumValue {\n        __typename\n        enum\n        value\n      }\n    }\n  }\n}",
)

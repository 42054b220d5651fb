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

export type LineQueryVariables = Exact<{
  id: string;
  on?: string | null | undefined;
}>;


export type LineQuery = { __typename: 'Query', lineItem: { __typename: 'LineItem', daysLeft: number | null, decision: Types.Decision | null, id: string, activationId: string, status: Types.Status | null, startsOn: string | null, endsOn: string | null, perpetual: boolean, coverageEndsOn: string | null, coveragePerpetual: boolean, isCovered: boolean | null, createdAt: string, updatedAt: string, overdraft: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, free: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, decisions: Array<{ __typename: 'DecisionRecord', id: string, kind: Types.Decision, startsOn: string | null, endsOn: string | null }>, account: { __typename: 'Account', id: string, viewerCanSeeMembers: boolean, name: string }, unit: { __typename: 'UnitOfMeasure', id: string, rule: string, aggregation: Types.Aggregation, code: string, singular: string, plural: string, symbol: string | null, kind: Types.UnitKind, pool: Types.UnitPool, decimals: number }, entitlement: { __typename: 'Entitlement', id: string, description: string | null, number: string, decisions: Array<{ __typename: 'DecisionRecord', id: string, kind: Types.Decision, startsOn: string | null, endsOn: string | null }>, channelPartner: { __typename: 'Account', id: string, name: string } | null, orderReference: { __typename: 'OrderReference', number: string | null, line: string | null } | null }, externalIds: Array<{ __typename: 'ExternalId', kind: string, value: string, system: { __typename: 'System', id: string, name: string } }>, periodInForce: { __typename: 'Period', id: string, term: Types.Term } | null, coverageInForce: { __typename: 'CoverageItem', id: string, level: { __typename: 'CoverageLevel', id: string, name: string } | null, coverage: { __typename: 'Coverage', id: string, kind: Types.CoverageKind, endsOn: string | null, perpetual: boolean } } | null, periodCount: { __typename: 'PeriodConnection', totalCount: number, nodes: Array<{ __typename: 'Period', id: string, term: Types.Term, startsOn: string | null, endsOn: string | null, graceDays: number, decisions: Array<{ __typename: 'DecisionRecord', kind: Types.Decision, startsOn: string | null, perpetual: boolean, liftedAt: string | null, id: string }> }> } | null, activationCount: { __typename: 'ActivationConnection', totalCount: number } | null, allocationCount: { __typename: 'AllocationConnection', totalCount: number } | null, lineage: Array<{ __typename: 'LineageStep', direction: Types.LineageDirection }>, product: { __typename: 'Product', id: string, name: string, version: string | null }, productLine: { __typename: 'ProductLine', id: string, name: string }, quantity: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, granted: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, used: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, excess: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, coverageItems: { __typename: 'CoverageItemConnection', pageInfo: { __typename: 'PageInfo', hasNextPage: boolean }, nodes: Array<{ __typename: 'CoverageItem', id: string, coverage: { __typename: 'Coverage', id: string, kind: Types.CoverageKind, startsOn: string | null, endsOn: string | null, perpetual: boolean, decision: Types.Decision | null } }> } | null, evergreen: { __typename: 'EvergreenTerm', endsOn: string, cancelUntil: string, cancelled: boolean } | null } | null };

export type LineTimelineQueryVariables = Exact<{
  id: string;
  on?: string | null | undefined;
}>;


export type LineTimelineQuery = { __typename: 'Query', lineItem: { __typename: 'LineItem', id: string, periods: { __typename: 'PeriodConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean }, nodes: Array<{ __typename: 'Period', id: string, term: Types.Term, startRule: Types.StartRule, startsOn: string | null, endsOn: string | null, perpetual: boolean, status: Types.Status | null, decision: Types.Decision | null, quantity: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, orderReference: { __typename: 'OrderReference', number: string | null, line: string | null } | null, instalments: Array<{ __typename: 'Instalment', dueOn: string, price: { __typename: 'Money', amount: string, currency: string } }> }> } | null, coverageItems: { __typename: 'CoverageItemConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean }, nodes: Array<{ __typename: 'CoverageItem', id: string, quantity: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, level: { __typename: 'CoverageLevel', id: string, name: string } | null, coverage: { __typename: 'Coverage', id: string, activationId: string, kind: Types.CoverageKind, startsOn: string | null, endsOn: string | null, perpetual: boolean, status: Types.Status | null, decision: Types.Decision | null, orderReference: { __typename: 'OrderReference', number: string | null, line: string | null } | null } }> } | null } | null };

export type LineCoverageQueryVariables = Exact<{
  id: string;
  on?: string | null | undefined;
  from: string;
  to: string;
}>;


export type LineCoverageQuery = { __typename: 'Query', lineItem: { __typename: 'LineItem', id: string, coveredUntil: string | null, isCoveredForever: boolean | null, coverageTimeline: Array<{ __typename: 'CoverageSegment', startsOn: string, endsOn: string, state: Types.CoverageState, quantity: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, items: Array<{ __typename: 'CoverageItem', id: string, level: { __typename: 'CoverageLevel', id: string, name: string } | null, coverage: { __typename: 'Coverage', id: string, kind: Types.CoverageKind } } | null> }> | null } | null };

export type LineActivationsQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
  liveOnly: boolean;
}>;


export type LineActivationsQuery = { __typename: 'Query', lineItem: { __typename: 'LineItem', id: string, activations: { __typename: 'ActivationConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ __typename: 'Activation', id: string, startsOn: string | null, endsOn: string | null, perpetual: boolean, activatedAt: string, returnedOn: string | null, label: string | null, quantity: { __typename: 'Quantity', amount: string | null, unlimited: boolean }, device: { __typename: 'Device', id: string, name: string | null, fingerprint: string, fingerprintKind: string | null, userLabel: string | null, lastSeenAt: string | null } }> } | null } | null };

export type LineAllocationsQueryVariables = Exact<{
  id: string;
}>;


export type LineAllocationsQuery = { __typename: 'Query', lineItem: { __typename: 'LineItem', id: string, allocations: { __typename: 'AllocationConnection', totalCount: number, nodes: Array<{ __typename: 'Allocation', id: string, endsOn: string | null, perpetual: boolean, createdAt: string, quantity: { __typename: 'Quantity', amount: string | null, unlimited: boolean }, requested: { __typename: 'Quantity', amount: string | null, unlimited: boolean }, licenseServer: { __typename: 'LicenseServer', id: string, name: string | null, fingerprint: string, fingerprintKind: string | null, status: Types.DeviceStatus, lastSeenAt: string | null } }> } | null } | null };

export type LineLineageQueryVariables = Exact<{
  id: string;
}>;


export type LineLineageQuery = { __typename: 'Query', lineItem: { __typename: 'LineItem', id: string, lineage: Array<{ __typename: 'LineageStep', direction: Types.LineageDirection, reason: Types.LineageReason, happenedOn: string | null, counterpartLabel: string, quantity: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, counterpart: { __typename: 'LineItem', id: string, activationId: string, account: { __typename: 'Account', id: string, name: string }, product: { __typename: 'Product', id: string, name: string, version: string | null } } | null }> } | null };

export type LineLedgerQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type LineLedgerQuery = { __typename: 'Query', lineItem: { __typename: 'LineItem', id: string, ledger: { __typename: 'LedgerEntryConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ __typename: 'LedgerEntry', kind: Types.LedgerKind, effectiveOn: string, recordedAt: string, cause: string, amount: { __typename: 'Quantity', amount: string | null, unlimited: boolean }, excess: { __typename: 'Quantity', amount: string | null, unlimited: boolean }, actor: { __typename: 'Actor', name: string, kind: Types.ActorKind } }> } | null } | null };

export type LineHistoryQueryVariables = Exact<{
  account: string;
  line: string;
  first: number;
  after?: string | null | undefined;
}>;


export type LineHistoryQuery = { __typename: 'Query', account: { __typename: 'Account', id: string, auditEntries: { __typename: 'AuditEntryConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ __typename: 'AuditEntry', id: string, recordedAt: string, action: string, label: string | null, subjectId: string | null, reason: string | null, requestId: string | null, byProducer: boolean, erased: boolean, onBehalfOf: { __typename: 'Account', id: string, name: string } | null, actor: { __typename: 'Actor', name: string, kind: Types.ActorKind, user: { __typename: 'User', id: string, displayName: string | null } | null }, changes: Array<{ __typename: 'AuditChange', field: string, after:
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

/** Query Line. */
export const LineDocument = trusted<LineQuery, LineQueryVariables>(
  '28ed23ae5cf9eaf8de6b5bd6d5a8606044bc14dc782f24a1663ceda5cea5c420',
  "query Line($id: ID!, $on: Date) {\n  __typename\n  lineItem(id: $id) {\n    __typename\n    ...LineRow\n    ...Grace\n    daysLeft(on: $on)\n    overdraft(on: $on) {\n      __typename\n      ...Amount\n    }\n    free(on: $on) {\n      __typename\n      ...Amount\n    }\n    decision(on: $on)\n    decisions {\n      __typename\n      id\n      kind\n      startsOn\n      endsOn\n    }\n    account {\n      __typename\n      id\n      viewerCanSeeMembers\n    }\n    unit {\n      __typename\n      id\n      rule\n      aggregation\n    }\n    entitlement {\n      __typename\n      id\n      description\n      decisions {\n        __typename\n        id\n        kind\n        startsOn\n        endsOn\n      }\n      channelPartner {\n        __typename\n        id\n        name\n      }\n    }\n    externalIds {\n      __typename\n      system {\n        __typename\n        id\n        name\n      }\n      kind\n      value\n    }\n    periodInForce(on: $on) {\n      __typename\n      id\n      term\n    }\n    coverageInForce(on: $on) {\n      __typename\n      id\n      level {\n        __typename\n        id\n        name\n      }\n      coverage {\n        __typename\n        id\n        kind\n        endsOn\n        perpetual\n      }\n    }\n    periodCount: periods(first: 100) {\n      __typename\n      totalCount\n      nodes {\n        __typename\n        id\n        decisions {\n          __typename\n          kind\n          startsOn\n          perpetual\n          liftedAt\n        }\n      }\n    }\n    activationCount: activations(filter: {liveOnly: true}) {\n      __typename\n      totalCount\n    }\n    allocationCount: allocations {\n      __typename\n      totalCount\n    }\n    lineage {\n      __typename\n      direction\n    }\n  }\n}\n\nfragment Amount on Quantity {\n  __typename\n  amount\n  unlimited\n}\n\nfragment Evergreen on LineItem {\n  __typename\n  evergreen(on: $on) {\n    __typename\n    endsOn\n    cancelUntil\n    cancelled\n  }\n}\n\nfragment Grace on LineItem {\n  __typename\n  id\n  decisions {\n    __typename\n    id\n    kind\n    startsOn\n    endsOn\n  }\n  periodCount: periods(first: 100) {\n    __typename\n    nodes {\n      __typename\n      id\n      term\n      startsOn\n      endsOn\n      graceDays\n      decisions {\n        __typename\n        id\n        kind\n        startsOn\n        perpetual\n        liftedAt\n      }\n    }\n  }\n}\n\nfragment LineRow on LineItem {\n  __typename\n  id\n  activationId\n  account {\n    __typename\n    id\n    name\n  }\n  entitlement {\n    __typename\n    id\n    number\n    orderReference {\n      __typename\n      number\n      line\n    }\n  }\n  product {\n    __typename\n    id\n    name\n    version\n  }\n  productLine {\n    __typename\n    id\n    name\n  }\n  unit {\n    __typename\n    ...Unit\n  }\n  quantity(on: $on) {\n    __typename\n    ...Amount\n  }\n  granted(on: $on) {\n    __typename\n    ...Amount\n  }\n  used(on: $on) {\n    __typename\n    ...Amount\n  }\n  excess(on: $on) {\n    __typename\n    ...Amount\n  }\n  status(on: $on)\n  periodInForce(on: $on) {\n    __typename\n    id\n    term\n  }\n  startsOn\n  endsOn\n  perpetual\n  ...Evergreen\n  coverageEndsOn\n  coveragePerpetual\n  isCovered(on: $on)\n  coverageItems(first: 30) {\n    __typename\n    pageInfo {\n      __typename\n      hasNextPage\n    }\n    nodes {\n      __typename\n      id\n      coverage {\n        __typename\n        id\n        kind\n        startsOn\n        endsOn\n        perpetual\n        decision(on: $on)\n      }\n    }\n  }\n  createdAt\n  updatedAt\n}\n\nfragment Unit on UnitOfMeasure {\n  __typename\n  id\n  code\n  singular\n  plural\n  symbol\n  kind\n  pool\n  decimals\n}",
)

/** Query LineTimeline. */
export const LineTimelineDocument = trusted<LineTimelineQuery, LineTimelineQueryVariables>(
  '4cd0fefd92c42c6e0138c5700f4dc014da9a9feb32a90d755a65e6fb92ff5daf',
  "query LineTimeline($id: ID!, $on: Date) {\n  __typename\n  lineItem(id: $id) {\n    __typename\n    id\n    periods(first: 100) {\n      __typename\n      totalCount\n      pageInfo {\n        __typename\n        hasNextPage\n      }\n      nodes {\n        __typename\n        id\n        term\n        startRule\n        startsOn\n        endsOn\n        perpetual\n        status(on: $on)\n        decision(on: $on)\n        quantity {\n          __typename\n          ...Amount\n        }\n        orderReference {\n          __typename\n          number\n          line\n        }\n        instalments {\n          __typename\n          dueOn\n          price {\n            __typename\n            amount\n            currency\n          }\n        }\n      }\n    }\n    coverageItems(first: 100) {\n      __typename\n      totalCount\n      pageInfo {\n        __typename\n        hasNextPage\n      }\n      nodes {\n        __typename\n        id\n        quantity {\n          __typename\n          ...Amount\n        }\n        level {\n          __typename\n          id\n          name\n        }\n        coverage {\n          __typename\n          id\n          activationId\n          kind\n          startsOn\n          endsOn\n          perpetual\n          status(on: $on)\n          decision(on: $on)\n          orderReference {\n            __typename\n            number\n            line\n          }\n        }\n      }\n    }\n  }\n}\n\nfragment Amount on Quantity {\n  __typename\n  amount\n  unlimited\n}",
)

/** Query LineCoverage. */
export const LineCoverageDocument = trusted<LineCoverageQuery, LineCoverageQueryVariables>(
  'a32c03281deffa120f073b9ad25f54d74995a92d0078eb676bbb6c8edbf206f2',
  "query LineCoverage($id: ID!, $on: Date, $from: Date!, $to: Date!) {\n  __typename\n  lineItem(id: $id) {\n    __typename\n    id\n    coveredUntil(on: $on)\n    isCoveredForever(on: $on)\n    coverageTimeline(from: $from, to: $to) {\n      __typename\n      startsOn\n      endsOn\n      state\n      quantity {\n        __typename\n        ...Amount\n      }\n      items {\n        __typename\n        id\n        level {\n          __typename\n          id\n          name\n        }\n        coverage {\n          __typename\n          id\n          kind\n        }\n      }\n    }\n  }\n}\n\nfragment Amount on Quantity {\n  __typename\n  amount\n  unlimited\n}",
)

/** Query LineActivations. */
export const LineActivationsDocument = trusted<LineActivationsQuery, LineActivationsQueryVariables>(
  '1720c37a78bcfe879483536f2c9904ef3b2addd07c43d2a040e4964cdca06234',
  "query LineActivations($id: ID!, $first: Int!, $after: String, $liveOnly: Boolean!) {\n  __typename\n  lineItem(id: $id) {\n    __typename\n    id\n    activations(first: $first, after: $after, filter: {liveOnly: $liveOnly}) {\n      __typename\n      totalCount\n      pageInfo {\n        __typename\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        __typename\n        id\n        quantity {\n          __typename\n          ...Amount\n        }\n        startsOn\n        endsOn\n        perpetual\n        activatedAt\n        returnedOn\n        label\n        device {\n          __typename\n          id\n          name\n          fingerprint\n          fingerprintKind\n          userLabel\n          lastSeenAt\n        }\n      }\n    }\n  }\n}\n\nfragment Amount on Quantity {\n  __typename\n  amount\n  unlimited\n}",
)

/** Query LineAllocations. */
export const LineAllocationsDocument = trusted<LineAllocationsQuery, LineAllocationsQueryVariables>(
  'c4f3a0d789c778a1af4ac74a4d334c94b7ab8f4a7f164dcdee5f43fb39f4cebf',
  "query LineAllocations($id: ID!) {\n  __typename\n  lineItem(id: $id) {\n    __typename\n    id\n    allocations(first: 100) {\n      __typename\n      totalCount\n      nodes {\n        __typename\n        id\n        quantity {\n          __typename\n          ...Amount\n        }\n        requested {\n          __typename\n          ...Amount\n        }\n        endsOn\n        perpetual\n        createdAt\n        licenseServer {\n          __typename\n          id\n          name\n          fingerprint\n          fingerprintKind\n          status\n          lastSeenAt\n        }\n      }\n    }\n  }\n}\n\nfragment Amount on Quantity {\n  __typename\n  amount\n  unlimited\n}",
)

/** Query LineLineage. */
export const LineLineageDocument = trusted<LineLineageQuery, LineLineageQueryVariables>(
  'ae5a85cf10e08d5296a5dd3ec0a056f3adc994ee9b5fc996675ab867ca29e8dd',
  "query LineLineage($id: ID!) {\n  __typename\n  lineItem(id: $id) {\n    __typename\n    id\n    lineage {\n      __typename\n      direction\n      reason\n      happenedOn\n      quantity {\n        __typename\n        ...Amount\n      }\n      counterpartLabel\n      counterpart {\n        __typename\n        id\n        activationId\n        account {\n          __typename\n          id\n          name\n        }\n        product {\n          __typename\n          id\n          name\n          version\n        }\n      }\n    }\n  }\n}\n\nfragment Amount on Quantity {\n  __typename\n  amount\n  unlimited\n}",
)

/** Query LineLedger. */
export const LineLedgerDocument = trusted<LineLedgerQuery, LineLedgerQueryVariables>(
  '6d12f7f3029a3282d26f8336bba97e56e0bb0b9ed6b16d79665c8dd8c99ef94f',
  "query LineLedger($id: ID!, $first: Int!, $after: String) {\n  __typename\n  lineItem(id: $id) {\n    __typename\n    id\n    ledger(first: $first, after: $after) {\n      __typename\n      totalCount\n      pageInfo {\n        __typename\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        __typename\n        kind\n        amount {\n          __typename\n          ...Amount\n        }\n        excess {\n          __typename\n          ...Amount\n        }\n        effectiveOn\n        recordedAt\n        cause\n        actor {\n          __typename\n          name\n          kind\n        }\n      }\n    }\n  }\n}\n\nfragment Amount on Quantity {\n  __typename\n  amount\n  unlimited\n}",
)

/** Query LineHistory. */
export const LineHistoryDocument = trusted<LineHistoryQuery, LineHistoryQueryVariables>(
  'ffec221f7bcbebc5440a4df39082fa13f67e1db2b7b1b33900375a842922f083',
  "query LineHistory($account: ID!, $line: ID!, $first: Int!, $after: String) {\n  __typename\n  account(id: $account) {\n    __typename\n    id\n    auditEntries(first: $first, after: $after, filter: {lineItem: $line}) {\n      __typename\n      totalCount\n      pageInfo {\n        __typename\n        endCursor\n        hasNextPage\n      }\n      nodes {\n        __typename\n        ...Record\n      }\n    }\n  }\n}\n\nfragment Record on AuditEntry {\n  __typename\n  id\n  recordedAt\n  action\n  label\n  subjectId\n  reason\n  requestId\n  byProducer\n  erased\n  onBehalfOf {\n    __typename\n    id\n    name\n  }\n  actor {\n    __typename\n    name\n    kind\n    user {\n      __typename\n      id\n      displayName\n    }\n  }\n  changes {\n    __typename\n    field\n    after {\n      __typename\n      text\n      ... on EnumValue {\n        __typename\n        enum\n        value\n      }\n    }\n  }\n}",
)

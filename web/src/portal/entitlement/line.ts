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


export type LineQuery = { __typename: 'Query', lineItem: { __typename: 'LineItem', daysLeft: number | null, decision: Types.Decision | null, id: string, activationId: string, status: Types.Status | null, startsOn: string | null, endsOn: string | null, perpetual: boolean, coverageEndsOn: string | null, coveragePerpetual: boolean, isCovered: boolean | null, createdAt: string, updatedAt: string, overdraft: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, free: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, decisions: Array<{ __typename: 'DecisionRecord', id: string, kind: Types.Decision, startsOn: string | null, endsOn: string | null }>, account: { __typename: 'Account', id: string, viewerCanSeeMembers: boolean, name: string }, unit: { __typename: 'UnitOfMeasure', id: string, rule: string, aggregation: Types.Aggregation, code: string, singular: string, plural: string, symbol: string | null, kind: Types.UnitKind, pool: Types.UnitPool, decimals: number }, entitlement: { __typename: 'Entitlement', id: string, description: string | null, number: string, decisions: Array<{ __typename: 'DecisionRecord', id: string, kind: Types.Decision, startsOn: string | null, endsOn: string | null }>, channelPartner: { __typename: 'Account', id: string, name: string } | null, orderReference: { __typename: 'OrderReference', number: string | null, line: string | null } | null }, externalIds: Array<{ __typename: 'ExternalId', kind: string, value: string, system: { __typename: 'System', id: string, name: string } }>, periodInForce: { __typename: 'Period', id: string, term: Types.Term } | null, coverageInForce: { __typename: 'CoverageItem', id: string, level: { __typename: 'CoverageLevel', id: string, name: string } | null, coverage: { __typename: 'Coverage', id: string, kind: Types.CoverageKind, endsOn: string | null, perpetual: boolean } } | null, periodCount: { __typename: 'PeriodConnection', totalCount: number, nodes: Array<{ __typename: 'Period', id: string, startsOn: string | null, term: Types.Term, endsOn: string | null, graceDays: number, quantity: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, decisions: Array<{ __typename: 'DecisionRecord', kind: Types.Decision, startsOn: string | null, perpetual: boolean, liftedAt: string | null, id: string }> }> } | null, activationCount: { __typename: 'ActivationConnection', totalCount: number } | null, allocationCount: { __typename: 'AllocationConnection', totalCount: number } | null, lineage: Array<{ __typename: 'LineageStep', direction: Types.LineageDirection }>, product: { __typename: 'Product', id: string, name: string, version: string | null }, productLine: { __typename: 'ProductLine', id: string, name: string }, quantity: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, granted: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, used: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, excess: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, coverageItems: { __typename: 'CoverageItemConnection', pageInfo: { __typename: 'PageInfo', hasNextPage: boolean }, nodes: Array<{ __typename: 'CoverageItem', id: string, coverage: { __typename: 'Coverage', id: string, kind: Types.CoverageKind, startsOn: string | null, endsOn: string | null, perpetual: boolean, decision: Types.Decision | null } }> } | null, evergreen: { __typename: 'EvergreenTerm', endsOn: string, cancelUntil: string, cancelled: boolean } | null } | null };

export type LineTimelineQueryVariables = Exact<{
  id: string;
  on?: string | null | undefined;
}>;


export type LineTimelineQuery = { __typename: 'Query', lineItem: { __typename: 'LineItem', id: string, periods: { __typename: 'PeriodConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean }, nodes: Array<{ __typename: 'Period', id: string, term: Types.Term, startRule: Types.StartRule, startsOn: string | null, endsOn: string | null, perpetual: boolean, status: Types.Status | null, decision: Types.Decision | null, decisions: Array<{ __typename: 'DecisionRecord', id: string, kind: Types.Decision, startsOn: string | null, perpetual: boolean, liftedAt: string | null }>, replacedBy: { __typename: 'Period', id: string } | null, quantity: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, orderReference: { __typename: 'OrderReference', number: string | null, line: string | null } | null, instalments: Array<{ __typename: 'Instalment', dueOn: string, price: { __typename: 'Money', amount: string, currency: string } }> }> } | null, coverageItems: { __typename: 'CoverageItemConnection', totalCount: number, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean }, nodes: Array<{ __typename: 'CoverageItem', id: string, quantity: { __typename: 'Quantity', amount: string | null, unlimited: boolean } | null, level: { __typename: 'CoverageLevel', id: string, name: string } | null, coverage: { __typename: 'Coverage', id: string, activationId: string, kind: Types.CoverageKind, startsOn: string | null, endsOn: string | null, perpetual: boolean, status: Types.Status | null, decision: Types.Decision | null, decisions: Array<{ __typename: 'DecisionRecord', id: string, kind: Types.Decision, startsOn: string | null, perpetual: boolean, liftedAt: string | null }>, replacedBy: { __typename: 'Coverage', id: string } | null, orderReference: { __typename: 'OrderReference', number: string | null, line: string | null } | null } }> } | null } | null };

export type VoidingFragment = { __typename: 'DecisionRecord', id: string, kind: Types.Decision, startsOn: string | null, perpetual: boolean, liftedAt: string | null };

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
  '53dcf48e710623bc81c874cbebff805a455303df8b5dad7e66fdfe0693dae8a9',
  "query Line($id: ID!, $on: Date) {\n__typename\nlineItem(id: $id) {\n__typename\n...LineRow\n...Grace\ndaysLeft(on: $on)\noverdraft(on: $on) {\n__typename\n...Amount\n}\nfree(on: $on) {\n__typename\n...Amount\n}\ndecision(on: $on)\ndecisions {\n__typename\nid\nkind\nstartsOn\nendsOn\n}\naccount {\n__typename\nid\nviewerCanSeeMembers\n}\nunit {\n__typename\nid\nrule\naggregation\n}\nentitlement {\n__typename\nid\ndescription\ndecisions {\n__typename\nid\nkind\nstartsOn\nendsOn\n}\nchannelPartner {\n__typename\nid\nname\n}\n}\nexternalIds {\n__typename\nsystem {\n__typename\nid\nname\n}\nkind\nvalue\n}\nperiodInForce(on: $on) {\n__typename\nid\nterm\n}\ncoverageInForce(on: $on) {\n__typename\nid\nlevel {\n__typename\nid\nname\n}\ncoverage {\n__typename\nid\nkind\nendsOn\nperpetual\n}\n}\nperiodCount: periods(first: 100) {\n__typename\ntotalCount\nnodes {\n__typename\nid\nstartsOn\nquantity {\n__typename\n...Amount\n}\ndecisions {\n__typename\nkind\nstartsOn\nperpetual\nliftedAt\n}\n}\n}\nactivationCount: activations(filter: {liveOnly: true}) {\n__typename\ntotalCount\n}\nallocationCount: allocations {\n__typename\ntotalCount\n}\nlineage {\n__typename\ndirection\n}\n}\n}\n\nfragment Amount on Quantity {\n__typename\namount\nunlimited\n}\n\nfragment Evergreen on LineItem {\n__typename\nevergreen(on: $on) {\n__typename\nendsOn\ncancelUntil\ncancelled\n}\n}\n\nfragment Grace on LineItem {\n__typename\nid\ndecisions {\n__typename\nid\nkind\nstartsOn\nendsOn\n}\nperiodCount: periods(first: 100) {\n__typename\nnodes {\n__typename\nid\nterm\nstartsOn\nendsOn\ngraceDays\ndecisions {\n__typename\nid\nkind\nstartsOn\nperpetual\nliftedAt\n}\n}\n}\n}\n\nfragment LineRow on LineItem {\n__typename\nid\nactivationId\naccount {\n__typename\nid\nname\n}\nentitlement {\n__typename\nid\nnumber\norderReference {\n__typename\nnumber\nline\n}\n}\nproduct {\n__typename\nid\nname\nversion\n}\nproductLine {\n__typename\nid\nname\n}\nunit {\n__typename\n...Unit\n}\nquantity(on: $on) {\n__typename\n...Amount\n}\ngranted(on: $on) {\n__typename\n...Amount\n}\nused(on: $on) {\n__typename\n...Amount\n}\nexcess(on: $on) {\n__typename\n...Amount\n}\nstatus(on: $on)\nperiodInForce(on: $on) {\n__typename\nid\nterm\n}\nstartsOn\nendsOn\nperpetual\n...Evergreen\ncoverageEndsOn\ncoveragePerpetual\nisCovered(on: $on)\ncoverageItems(first: 30) {\n__typename\npageInfo {\n__typename\nhasNextPage\n}\nnodes {\n__typename\nid\ncoverage {\n__typename\nid\nkind\nstartsOn\nendsOn\nperpetual\ndecision(on: $on)\n}\n}\n}\ncreatedAt\nupdatedAt\n}\n\nfragment Unit on UnitOfMeasure {\n__typename\nid\ncode\nsingular\nplural\nsymbol\nkind\npool\ndecimals\n}",
)

/** Query LineTimeline. */
export const LineTimelineDocument = trusted<LineTimelineQuery, LineTimelineQueryVariables>(
  '9dca9c11a0a389c0521bdc40b48c197ec6b3a829f8817d1a05dae5862efecd01',
  "query LineTimeline($id: ID!, $on: Date) {\n__typename\nlineItem(id: $id) {\n__typename\nid\nperiods(first: 100) {\n__typename\ntotalCount\npageInfo {\n__typename\nhasNextPage\n}\nnodes {\n__typename\nid\nterm\nstartRule\nstartsOn\nendsOn\nperpetual\nstatus(on: $on)\ndecision(on: $on)\ndecisions {\n__typename\n...Voiding\n}\nreplacedBy {\n__typename\nid\n}\nquantity {\n__typename\n...Amount\n}\norderReference {\n__typename\nnumber\nline\n}\ninstalments {\n__typename\ndueOn\nprice {\n__typename\namount\ncurrency\n}\n}\n}\n}\ncoverageItems(first: 100) {\n__typename\ntotalCount\npageInfo {\n__typename\nhasNextPage\n}\nnodes {\n__typename\nid\nquantity {\n__typename\n...Amount\n}\nlevel {\n__typename\nid\nname\n}\ncoverage {\n__typename\nid\nactivationId\nkind\nstartsOn\nendsOn\nperpetual\nstatus(on: $on)\ndecision(on: $on)\ndecisions {\n__typename\n...Voiding\n}\nreplacedBy {\n__typename\nid\n}\norderReference {\n__typename\nnumber\nline\n}\n}\n}\n}\n}\n}\n\nfragment Amount on Quantity {\n__typename\namount\nunlimited\n}\n\nfragment Voiding on DecisionRecord {\n__typename\nid\nkind\nstartsOn\nperpetual\nliftedAt\n}",
)

/** Query LineCoverage. */
export const LineCoverageDocument = trusted<LineCoverageQuery, LineCoverageQueryVariables>(
  '627d8661b734695a48c27e9ed1507896128f69ae8dc91fc6785788d62ad98714',
  "query LineCoverage($id: ID!, $on: Date, $from: Date!, $to: Date!) {\n__typename\nlineItem(id: $id) {\n__typename\nid\ncoveredUntil(on: $on)\nisCoveredForever(on: $on)\ncoverageTimeline(from: $from, to: $to) {\n__typename\nstartsOn\nendsOn\nstate\nquantity {\n__typename\n...Amount\n}\nitems {\n__typename\nid\nlevel {\n__typename\nid\nname\n}\ncoverage {\n__typename\nid\nkind\n}\n}\n}\n}\n}\n\nfragment Amount on Quantity {\n__typename\namount\nunlimited\n}",
)

/** Query LineActivations. */
export const LineActivationsDocument = trusted<LineActivationsQuery, LineActivationsQueryVariables>(
  'b8eedb0823b79848150557b5bada48d81c865d169cc2ea3a1501cb996f681b2c',
  "query LineActivations($id: ID!, $first: Int!, $after: String, $liveOnly: Boolean!) {\n__typename\nlineItem(id: $id) {\n__typename\nid\nactivations(first: $first, after: $after, filter: {liveOnly: $liveOnly}) {\n__typename\ntotalCount\npageInfo {\n__typename\nendCursor\nhasNextPage\n}\nnodes {\n__typename\nid\nquantity {\n__typename\n...Amount\n}\nstartsOn\nendsOn\nperpetual\nactivatedAt\nreturnedOn\nlabel\ndevice {\n__typename\nid\nname\nfingerprint\nfingerprintKind\nuserLabel\nlastSeenAt\n}\n}\n}\n}\n}\n\nfragment Amount on Quantity {\n__typename\namount\nunlimited\n}",
)

/** Query LineAllocations. */
export const LineAllocationsDocument = trusted<LineAllocationsQuery, LineAllocationsQueryVariables>(
  'a08fa77c9641010a1a78dea2aa009b607c18c44ce8d385925c29162bb0c12be8',
  "query LineAllocations($id: ID!) {\n__typename\nlineItem(id: $id) {\n__typename\nid\nallocations(first: 100) {\n__typename\ntotalCount\nnodes {\n__typename\nid\nquantity {\n__typename\n...Amount\n}\nrequested {\n__typename\n...Amount\n}\nendsOn\nperpetual\ncreatedAt\nlicenseServer {\n__typename\nid\nname\nfingerprint\nfingerprintKind\nstatus\nlastSeenAt\n}\n}\n}\n}\n}\n\nfragment Amount on Quantity {\n__typename\namount\nunlimited\n}",
)

/** Query LineLineage. */
export const LineLineageDocument = trusted<LineLineageQuery, LineLineageQueryVariables>(
  '04061ec44a18d2971605ed25c2b9966905618dcc63857675bbd4ec84f3b6a1e1',
  "query LineLineage($id: ID!) {\n__typename\nlineItem(id: $id) {\n__typename\nid\nlineage {\n__typename\ndirection\nreason\nhappenedOn\nquantity {\n__typename\n...Amount\n}\ncounterpartLabel\ncounterpart {\n__typename\nid\nactivationId\naccount {\n__typename\nid\nname\n}\nproduct {\n__typename\nid\nname\nversion\n}\n}\n}\n}\n}\n\nfragment Amount on Quantity {\n__typename\namount\nunlimited\n}",
)

/** Query LineLedger. */
export const LineLedgerDocument = trusted<LineLedgerQuery, LineLedgerQueryVariables>(
  '64f7f90d93e0a28e35f395e20d7f21b62cf863d46bc7d0e8ab592cbf63fac5ad',
  "query LineLedger($id: ID!, $first: Int!, $after: String) {\n__typename\nlineItem(id: $id) {\n__typename\nid\nledger(first: $first, after: $after) {\n__typename\ntotalCount\npageInfo {\n__typename\nendCursor\nhasNextPage\n}\nnodes {\n__typename\nkind\namount {\n__typename\n...Amount\n}\nexcess {\n__typename\n...Amount\n}\neffectiveOn\nrecordedAt\ncause\nactor {\n__typename\nname\nkind\n}\n}\n}\n}\n}\n\nfragment Amount on Quantity {\n__typename\namount\nunlimited\n}",
)

/** Query LineHistory. */
export const LineHistoryDocument = trusted<LineHistoryQuery, LineHistoryQueryVariables>(
  'f598a08859803b35caa360d39cca703221cda5e9b3f0dfca7a7a77fe89c6b822',
  "query LineHistory($account: ID!, $line: ID!, $first: Int!, $after: String) {\n__typename\naccount(id: $account) {\n__typename\nid\nauditEntries(first: $first, after: $after, filter: {lineItem: $line}) {\n__typename\ntotalCount\npageInfo {\n__typename\nendCursor\nhasNextPage\n}\nnodes {\n__typename\n...Record\n}\n}\n}\n}\n\nfragment Record on AuditEntry {\n__typename\nid\nrecordedAt\naction\nlabel\nsubjectId\nreason\nrequestId\nbyProducer\nerased\nonBehalfOf {\n__typename\nid\nname\n}\nactor {\n__typename\nname\nkind\nuser {\n__typename\nid\ndisplayName\n}\n}\nchanges {\n__typename\nfield\nafter {\n__typename\ntext\n... on EnumValue {\n__typename\nenum\nvalue\n}\n}\n}\n}",
)

/**
 * Written by `npm run generate`. Change the .graphql files instead.
 *
 * @noformat
 */
import { named } from '../contract/document.ts'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../portal/contract/types.ts';

export type WidgetAmountFragment = { amount: string | null, unlimited: boolean };

export type WidgetLineItemsQueryVariables = Exact<{
  account: string;
  first: number;
  after?: string | null | undefined;
  filter: Types.LineItemFilterInput;
  orderBy: Types.LineItemOrder;
  direction?: Types.OrderDirection | null | undefined;
}>;


export type WidgetLineItemsQuery = { account: { id: string } | null, lineItems: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, activationId: string, status: Types.Status | null, startsOn: string | null, endsOn: string | null, perpetual: boolean, coverageEndsOn: string | null, coveragePerpetual: boolean, isCovered: boolean | null, account: { id: string, name: string }, entitlement: { orderReference: { number: string | null } | null }, product: { name: string, version: string | null }, unit: { code: string, singular: string, plural: string }, quantity: { amount: string | null, unlimited: boolean } | null, granted: { amount: string | null, unlimited: boolean } | null, used: { amount: string | null, unlimited: boolean } | null, free: { amount: string | null, unlimited: boolean } | null, excess: { amount: string | null, unlimited: boolean } | null, periodInForce: { term: Types.Term } | null, evergreen: { endsOn: string, cancelUntil: string, cancelled: boolean } | null }> } | null };

/** Query WidgetLineItems. */
export const WidgetLineItemsDocument = named<WidgetLineItemsQuery, WidgetLineItemsQueryVariables>(
  '86001401adc35f88898e4190647d9f2647240b3dfe5c5215400c7b753d2679db',
)

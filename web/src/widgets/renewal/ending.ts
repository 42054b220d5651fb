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

export type WidgetEndingFragment = { lineItemCount: number, evergreenLineItemCount: number, coverageCount: number, productLine: { id: string, name: string } | null };

export type WidgetUnitFragment = { code: string, singular: string, plural: string };

export type WidgetRenewalsQueryVariables = Exact<{
  account: string;
  by: Array<Types.RenewalGrouping> | Types.RenewalGrouping;
  from: string;
  to: string;
  to30: string;
  to60: string;
  to90: string;
}>;


export type WidgetRenewalsQuery = { account: { months: Array<{ month: string | null, unlimitedLineItemCount: number, lineItemCount: number, evergreenLineItemCount: number, coverageCount: number, quantities: Array<{ amount: string | null, unlimited: boolean, unit: { code: string, singular: string, plural: string } }>, coveredQuantities: Array<{ kind: Types.CoverageKind, quantity: { amount: string | null, unlimited: boolean, unit: { code: string, singular: string, plural: string } } }>, productLine: { id: string, name: string } | null }> | null, within30: Array<{ lineItemCount: number, evergreenLineItemCount: number, coverageCount: number, productLine: { id: string, name: string } | null }> | null, within60: Array<{ lineItemCount: number, evergreenLineItemCount: number, coverageCount: number, productLine: { id: string, name: string } | null }> | null, within90: Array<{ lineItemCount: number, evergreenLineItemCount: number, coverageCount: number, productLine: { id: string, name: string } | null }> | null } | null };

/** Query WidgetRenewals. */
export const WidgetRenewalsDocument = named<WidgetRenewalsQuery, WidgetRenewalsQueryVariables>(
  'f859df7910e55d7af9c95b45eee049c092352d99001847ac03cf4a3d71c1865d',
)

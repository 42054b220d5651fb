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

export type WidgetAccountsQueryVariables = Exact<{ [key: string]: never; }>;


export type WidgetAccountsQuery = { viewer: { services: Array<{ service: Types.Service, accounts: Array<{ accountId: string, accountName: string, isOpen: boolean }> }> } | null };

export type WidgetProductLinesQueryVariables = Exact<{ [key: string]: never; }>;


export type WidgetProductLinesQuery = { productLines: { nodes: Array<{ id: string, name: string }> } | null };

/** Query WidgetAccounts. */
export const WidgetAccountsDocument = named<WidgetAccountsQuery, WidgetAccountsQueryVariables>(
  'e3e0e403345231921fbfa641271c3571764626bdd65cbf9a520cad89d95443e7',
)

/** Query WidgetProductLines. */
export const WidgetProductLinesDocument = named<WidgetProductLinesQuery, WidgetProductLinesQueryVariables>(
  '79d5a6fbd60a36a6d7e475eddc8258cfa423401f3690c7aa16b625b03eb67e40',
)

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
  '9f004150a4f5c5e17e178eefd95f568e1d0f89a80c42923d266d90fd9f2786b3',
)

/** Query WidgetProductLines. */
export const WidgetProductLinesDocument = named<WidgetProductLinesQuery, WidgetProductLinesQueryVariables>(
  '5398c15e0c487cc58138716aa06888f8f8c95534c8f9f4975f9c558b06d25001',
)

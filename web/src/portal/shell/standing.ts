// Written by `npm run generate`. Change the .graphql files instead.
import { trusted } from '../contract/trusted.ts'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../contract/types.ts';

export type SwitchAccountMutationVariables = Exact<{
  input: Types.SwitchAccountInput;
}>;


export type SwitchAccountMutation = { __typename: 'Mutation', switchAccount: { __typename: 'SwitchAccountPayload', errors: Array<{ __typename: 'UserError', message: string }> } | null };

export type ViewAsMutationVariables = Exact<{
  input: Types.ViewAsInput;
}>;


export type ViewAsMutation = { __typename: 'Mutation', viewAs: { __typename: 'ViewAsPayload', errors: Array<{ __typename: 'UserError', message: string }> } | null };

/** Mutation SwitchAccount. */
export const SwitchAccountDocument = trusted<SwitchAccountMutation, SwitchAccountMutationVariables>(
  'aa82a443a022bc099161fd088f1297b38a805812099bd3602628422437040195',
  "mutation SwitchAccount($input: SwitchAccountInput!) {\n  __typename\n  switchAccount(input: $input) {\n    __typename\n    errors {\n      __typename\n      message\n    }\n  }\n}",
)

/** Mutation ViewAs. */
export const ViewAsDocument = trusted<ViewAsMutation, ViewAsMutationVariables>(
  '337e833f7df508338adf9838ed690948c1d6578256c2ddfe786fe29118f1fb31',
  "mutation ViewAs($input: ViewAsInput!) {\n  __typename\n  viewAs(input: $input) {\n    __typename\n    errors {\n      __typename\n      message\n    }\n  }\n}",
)

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

export type DomainRowFragment = { __typename: 'DomainProof', domain: string, state: Types.DomainState, txtName: string, txtValue: string, createdAt: string, provenAt: string | null, checkedAt: string | null, failingSince: string | null, lapsesOn: string | null, approvedBy: { __typename: 'Actor', name: string } | null };

export type DomainsQueryVariables = Exact<{
  account: string;
}>;


export type DomainsQuery = { __typename: 'Query', account: { __typename: 'Account', id: string, domains: Array<{ __typename: 'DomainProof', domain: string, state: Types.DomainState, txtName: string, txtValue: string, createdAt: string, provenAt: string | null, checkedAt: string | null, failingSince: string | null, lapsesOn: string | null, approvedBy: { __typename: 'Actor', name: string } | null }>, joiningDomains: Array<{ __typename: 'JoiningDomain', domain: string, roles: Array<Types.Role>, serviceAccess: Array<Types.Service>, createdAt: string }> } | null };

/** Query Domains. */
export const DomainsDocument = trusted<DomainsQuery, DomainsQueryVariables>(
  '336960178535bd00b24a465c4445adc3852a465cfe1d785411a938194ce6a679',
  "query Domains($account: ID!) {\n  __typename\n  account(id: $account) {\n    __typename\n    id\n    domains {\n      __typename\n      ...DomainRow\n    }\n    joiningDomains {\n      __typename\n      domain\n      roles\n      serviceAccess\n      createdAt\n    }\n  }\n}\n\nfragment DomainRow on DomainProof {\n  __typename\n  domain\n  state\n  txtName\n  txtValue\n  createdAt\n  provenAt\n  checkedAt\n  failingSince\n  lapsesOn\n  approvedBy {\n    __typename\n    name\n  }\n}",
)

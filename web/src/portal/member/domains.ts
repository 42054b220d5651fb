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
  '12cf2831a811abbc6421ad3f7b71f89338d274e666cb05f3606287a7a89554f1',
  "query Domains($account: ID!) {\n__typename\naccount(id: $account) {\n__typename\nid\ndomains {\n__typename\n...DomainRow\n}\njoiningDomains {\n__typename\ndomain\nroles\nserviceAccess\ncreatedAt\n}\n}\n}\n\nfragment DomainRow on DomainProof {\n__typename\ndomain\nstate\ntxtName\ntxtValue\ncreatedAt\nprovenAt\ncheckedAt\nfailingSince\nlapsesOn\napprovedBy {\n__typename\nname\n}\n}",
)

import { gql, type TypedDocumentNode } from '@urql/core'

/** A document that the server knows by its hash, so that only the hash is sent. */
export type TrustedDocument<Data, Variables> = TypedDocumentNode<Data, Variables> & { readonly hash: string }

/**
 * Makes a document of its text. The cache needs the parsed form; the server gets the hash.
 *
 * @param hash the SHA-256 of the text, in hexadecimal digits
 */
export function trusted<Data, Variables>(hash: string, text: string): TrustedDocument<Data, Variables> {
  return Object.assign(gql<Data, Variables & Record<string, unknown>>(text), { hash }) as unknown as TrustedDocument<
    Data,
    Variables
  >
}

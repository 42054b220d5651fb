import type { CombinedError } from '@urql/core'
import type { Messages } from '../language/en.ts'
import { named } from '../language/named.ts'

/** Why the server did not answer or refused, in the language of the page if it knows the code. */
export function reasonOf(error: CombinedError, texts: Messages): string {
  if (error.networkError && error.response === undefined) {
    return texts.failure.unreachable
  }
  const refused = error.graphQLErrors[0]
  return named(texts.failure.reasons, String(refused?.extensions?.code)) ?? refused?.message ?? texts.failure.unreadable
}

/** The request id of an answer, by which whoever runs the server finds it in the log. */
export function requestOf(error: CombinedError): string | null {
  const response = error.response as Response | undefined
  return response?.headers?.get('X-Request-ID') ?? null
}

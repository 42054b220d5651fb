import type { CombinedError } from '@urql/core'
import type { Messages } from '../language/en.ts'
import { named } from '../language/named.ts'

/** What the server says if it failed itself, so that it may have done what it was asked for. */
const failures = new Set(['INTERNAL', 'UNAVAILABLE', 'TIMEOUT'])

/** Whether a change that has no answer may have been done all the same. */
export function isUncertain(error: CombinedError): boolean {
  const codes = error.graphQLErrors.map(({ extensions }) => String(extensions?.code))
  return codes.length === 0 || codes.some((code) => failures.has(code))
}

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

import type { Document } from './document.ts'
import { Failure } from './failure.ts'
import { endpoint, refused, token } from './token.ts'

/**
 * Runs a document with a widget token, and returns its data. No cookie is sent. A token that is refused is replaced once.
 *
 * @param signal ends the request: the element has gone, or asks something else
 */
export async function ask<Data, Variables>(
  document: Document<Data, Variables>,
  variables: Variables,
  signal?: AbortSignal,
  again = true,
): Promise<Data> {
  const bearer = await token()
  const late = AbortSignal.timeout(20_000)
  let response: Response
  let answer
  try {
    response = await fetch(`${endpoint()}/graphql`, {
      method: 'POST',
      credentials: 'omit',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${bearer}` },
      body: JSON.stringify({ documentId: document, variables }),
      signal: signal ? AbortSignal.any([signal, late]) : late,
    })
    answer = await response.text()
  } catch (error) {
    throw new Failure('NETWORK', error)
  }
  if (response.status === 401) {
    refused(bearer)
    if (again) {
      return ask(document, variables, signal, false)
    }
  }
  try {
    answer = JSON.parse(answer)
  } catch {
    answer = {} // something between the page and Muniment answered with a page of its own
  }
  const [error] = answer.errors ?? []
  if (error || !answer.data) {
    const id = response.headers.get('X-Request-Id')
    throw new Failure(error?.extensions?.code ?? 'SERVER', error?.message ?? response.status, id)
  }
  return answer.data
}
